package org.cellist.app.ui.notebook.metadata;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.notebook.metadata.MetadataFault;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.EditorId;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.notebook.store.EditPlace;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.editor.CodeEditor;
import org.cellist.app.ui.editor.EditorListener;
import org.cellist.app.ui.editor.EditorMetrics;
import org.cellist.app.ui.editor.EditorScroll;
import org.cellist.app.ui.editor.SourceEdit;
import org.cellist.app.ui.editor.caret.CaretsAround;
import org.cellist.app.ui.editor.caret.StepCarets;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.marks.Marks;
import org.cellist.app.ui.notebook.metadata.MetadataViewModel.State;

/// Metadata as JSON in an editor, and below it what is wrong and what can be done.
///
/// Ctrl+Enter and Ctrl+S apply, Ctrl+Z takes typing back, Escape closes; what is not applied is
/// kept.
///
/// Confined to the JavaFX Application Thread.
final class MetadataPane extends BorderPane {

    private static final KeyCombination APPLY =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SAVE =
            new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO_TOO =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final MetadataViewModel model;
    private final Runnable close;
    private final Texts texts = Texts.of("metadata");
    private final MetadataWords words = new MetadataWords();
    private final EditorId id = EditorId.next();
    private final StepCarets stepCarets = new StepCarets();
    private final CodeEditor editor;
    private final ScrollPane scroller;
    private final Hyperlink message = new Hyperlink();
    private final Button revert = new Button(texts.get("revert"));
    private final Button apply = new Button(texts.get("apply"));
    private final Subscription following;

    MetadataPane(MetadataViewModel model, CodeHighlighter highlighter, Runnable close) {
        this.model = model;
        this.close = close;
        editor = new CodeEditor(highlighter);
        editor.setMinHeight(Region.USE_PREF_SIZE);
        editor.lineNumbers(true);
        editor.show(model.draft().text(), EditorLanguage.JSON);
        editor.setListener(new Listener());
        scroller = new ScrollPane(editor);
        scroller.setFitToWidth(true);
        scroller.setFitToHeight(true);
        scroller.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroller.setFocusTraversable(false);
        scroller.getStyleClass().add("metadata-source");
        getStyleClass().add("metadata-pane");
        setCenter(scroller);
        setBottom(bottom());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        following =
                Subscription.combine(
                        document().follow(this::changed)::run,
                        model.stateProperty().subscribe(this::show));
    }

    private Region bottom() {
        message.getStyleClass().setAll("metadata-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.setMaxWidth(Double.MAX_VALUE);
        message.setOnAction(_ -> goToFault());
        HBox.setHgrow(message, Priority.ALWAYS);
        revert.getStyleClass().addAll("sheet-button", "outlined");
        revert.setMinWidth(Region.USE_PREF_SIZE);
        revert.setTooltip(new Tooltip(texts.get("revert.meaning")));
        revert.setOnAction(_ -> model.revert());
        apply.getStyleClass().addAll("sheet-button", "primary");
        apply.setMinWidth(Region.USE_PREF_SIZE);
        apply.setTooltip(new Tooltip(texts.get("apply.meaning")));
        apply.setOnAction(_ -> apply());
        var bottom = new HBox(message, revert, apply);
        bottom.setAlignment(Pos.CENTER_LEFT);
        bottom.getStyleClass().add("metadata-bottom");
        return bottom;
    }

    private NotebookStore document() {
        return model.draft().document();
    }

    private CellId cell() {
        return document().notebook().ids().getFirst();
    }

    /// Gives keys to the text.
    void focusText() {
        applyCss(); // a window that is new has its text in no scene yet
        editor.requestFocus();
    }

    /// Brings text that an input method still composes into the draft.
    void commitComposition() {
        editor.commitComposition();
    }

    /// Lets go of the text.
    void parked() {
        editor.park();
        following.unsubscribe();
    }

    private void show(State now) {
        var fault = now.fault();
        var text = words.of(now);
        message.setText(text);
        message.setVisible(!text.isEmpty());
        message.setMouseTransparent(fault == null);
        message.setFocusTraversable(fault != null);
        message.getStyleClass().setAll(styles(now));
        revert.setDisable(!now.isChanged() || now.isGone());
        apply.setDisable(!now.canApply());
        editor.markProblems(fault == null ? Marks.NONE : mark(fault));
    }

    private static List<String> styles(State now) {
        boolean isWrong = now.fault() != null || now.isGone();
        boolean isWarning = now.isChanged() && now.isOvertaken();
        if (isWrong) {
            return List.of("metadata-message", "metadata-wrong");
        }
        return isWarning
                ? List.of("metadata-message", "metadata-warning")
                : List.of("metadata-message");
    }

    /// What is missing at the end is marked at the last character.
    private Marks mark(MetadataFault fault) {
        int length = editor.text().length();
        int start = Math.clamp(fault.offset(), 0, Math.max(0, length - 1));
        return length == 0
                ? Marks.NONE
                : new Marks(List.of(new Marks.Mark(start, start + 1, Marks.Look.ERROR)));
    }

    private void goToFault() {
        var fault = model.stateProperty().get().fault();
        if (fault != null) {
            editor.requestFocus();
            editor.moveTo(Math.min(fault.offset(), editor.text().length()));
        }
    }

    private void apply() {
        commitComposition();
        model.apply();
    }

    /// What did not come from the editor is shown in it: an undo, or what the notebook says.
    private void changed(NotebookChange change) {
        if (change
                        instanceof
                        NotebookChange.SourceChanged(
                                var _,
                                int offset,
                                int removed,
                                var inserted,
                                var origin)
                && !id.equals(origin)) {
            editor.applyChange(offset, removed, inserted);
        }
    }

    // ---- keys

    private void key(KeyEvent event) {
        if (APPLY.match(event) || SAVE.match(event)) {
            apply();
        } else if (UNDO.match(event)) {
            commitComposition();
            model.undo().ifPresent(this::showCarets);
        } else if (REDO.match(event) || REDO_TOO.match(event)) {
            commitComposition();
            model.redo().ifPresent(this::showCarets);
        } else {
            return;
        }
        event.consume();
    }

    private void showCarets(EditPlace place) {
        var step = place.step();
        stepCarets.of(step.number(), step.isBack()).ifPresent(editor::select);
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close.run();
        }
    }

    /// Hands on what a person does in the editor.
    private final class Listener implements EditorListener {

        @Override
        public void edited(int offset, int removedLength, String inserted) {
            document().apply(made(new SourceEdit(offset, removedLength, inserted)));
        }

        @Override
        public void editedTogether(List<SourceEdit> edits, CaretsAround carets) {
            document().apply(new Group(edits.stream().<NotebookEdit>map(this::made).toList()));
            stepCarets.made(document().lastStep(), carets);
        }

        private EditSource made(SourceEdit edit) {
            return new EditSource(cell(), edit.offset(), edit.removedLength(), edit.inserted(), id);
        }

        @Override
        public void escapePressed() {
            close.run();
        }

        @Override
        public void caretMoved(double top, double bottom) {
            EditorScroll.reveal(scroller, editor, top, bottom, EditorMetrics.PADDING_Y);
        }

        @Override
        public void heightChanged() {
            editor.requestLayout();
            scroller.requestLayout();
        }
    }
}
