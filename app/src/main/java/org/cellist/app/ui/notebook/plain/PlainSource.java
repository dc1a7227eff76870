package org.cellist.app.ui.notebook.plain;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.EditorId;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.store.EditPlace;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.storage.FileKind;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.PlainForm;
import org.cellist.app.ui.cell.FoundMarks;
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
import org.cellist.app.ui.page.PageSelection;
import org.cellist.app.ui.page.TextPlace;
import org.cellist.app.ui.theme.ChosenType;

/// The text of a file in an editor that scrolls.
///
/// Confined to the JavaFX Application Thread.
final class PlainSource extends ScrollPane {

    /// Lines break that are read as prose; in a long text that costs too much.
    private static final int MOST_WRAPPED_LINES = 400;

    private static final int MOST_WRAPPED_UNITS = 60_000;

    /// Free space above and below what is scrolled to, so that the bar of the search is clear.
    private static final double AROUND = 84;

    private final NotebookSession session;
    private final CodeEditor editor;
    private final EditorId id = EditorId.next();
    private final StepCarets stepCarets = new StepCarets();
    private final Runnable stopFollowing;
    private boolean isBegun;
    private double lineHeight = EditorMetrics.lineHeight();
    private final ReadOnlyObjectWrapper<PageSelection> place =
            new ReadOnlyObjectWrapper<>(PageSelection.NONE);

    PlainSource(NotebookSession session, CodeHighlighter highlighter) {
        this.session = session;
        editor = new CodeEditor(highlighter);
        editor.setMinHeight(Region.USE_PREF_SIZE);
        editor.lineNumbers(true);
        getStyleClass().add("plain-source");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(editor);
        setFocusTraversable(false);
        stopFollowing = session.store().follow(this::changed);
        ChosenType.follow(this, this::setAnew);
    }

    /// Letters have other sizes than before: the same line is the first in sight.
    private void setAnew() {
        double hidden = editor.getHeight() - getViewportBounds().getHeight();
        double top = Math.max(0, getVvalue() * hidden) / lineHeight;
        lineHeight = EditorMetrics.lineHeight();
        applyCss();
        layout();
        double hiddenNow = editor.getHeight() - getViewportBounds().getHeight();
        setVvalue(hiddenNow <= 0 ? 0 : Math.min(1, top * lineHeight / hiddenNow));
    }

    /// Takes the text, if it has not yet. One that is only looked at in another way never is.
    void begin() {
        if (!isBegun) {
            isBegun = true;
            show();
            editor.setListener(new Listener());
        }
    }

    private void show() {
        var text = cell().source();
        var language = PlainLanguage.of(session.file().path(), text);
        boolean isProse = language == EditorLanguage.MARKDOWN || kind() == FileKind.TEXT;
        editor.setWrapping(
                isProse
                        && (language == EditorLanguage.MARKDOWN || language == EditorLanguage.PLAIN)
                        && text.length() <= MOST_WRAPPED_UNITS
                        && EditorMetrics.lineCount(text) <= MOST_WRAPPED_LINES);
        editor.show(text, language);
        refreshAccess();
        tellPlace();
    }

    private FileKind kind() {
        return session.file().kind();
    }

    /// Lets the text be changed, or only read, as its file can be.
    void refreshAccess() {
        if (!isBegun) {
            return;
        }
        editor.setEditable(session.file().access() instanceof NotebookFile.Access.Writable);
        tellPlace();
    }

    private Cell cell() {
        return session.store().notebook().cells().getFirst();
    }

    CellId cellId() {
        return cell().id();
    }

    CodeEditor editor() {
        return editor;
    }

    /// Where the caret stands, for the window's bottom line.
    ReadOnlyObjectProperty<PageSelection> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// Gives keys to the text.
    void focusText() {
        applyCss(); // a page that is new has its text in no scene yet
        editor.requestFocus();
    }

    void close() {
        stopFollowing.run();
        editor.park();
    }

    void mark(FoundMarks marks) {
        if (isBegun) {
            editor.markFound(marks.in(cellId()));
        }
    }

    void markProblems(Marks marks) {
        if (isBegun) {
            editor.markProblems(marks);
        }
    }

    /// Shows where an undo changed something.
    void show(EditPlace changed) {
        var caret = changed.caret();
        if (caret != null) {
            select(caret, caret);
            var step = changed.step();
            stepCarets.of(step.number(), step.isBack()).ifPresent(editor::select);
        }
    }

    /// Selects a range, and scrolls so that it is seen.
    void select(int start, int end) {
        select(start, end, AROUND);
    }

    /// Puts the caret to a place, and scrolls so that what stands around it is seen.
    void jumpTo(int place) {
        select(place, place, Math.max(AROUND, getHeight() / 3));
    }

    private void select(int start, int end, double around) {
        reveal(start, end, around); // leaves the caret behind the range
        int last = editor.text().length();
        editor.select(Math.min(start, last), Math.min(end, last));
    }

    /// Scrolls so that a range is seen.
    void reveal(int start, int end) {
        reveal(start, end, AROUND);
    }

    private void reveal(int start, int end, double around) {
        layout(); // a text that has just come to sight has no height yet
        int last = editor.text().length();
        double top = editor.showRange(Math.min(start, last), Math.min(end, last));
        EditorScroll.reveal(this, editor, top, top + EditorMetrics.lineHeight(), around);
    }

    /// Returns the offset of a place.
    ///
    /// @param line 1 for the first; a text with fewer has its last taken
    /// @param column 1 before the first character; a line with fewer has its end taken
    int placeOf(int line, int column) {
        var text = editor.text();
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                break;
            }
            start = end + 1;
        }
        int end = text.indexOf('\n', start);
        return Math.min(start + column - 1, end < 0 ? text.length() : end);
    }

    private void changed(NotebookChange change) {
        if (!isBegun) {
            return;
        }
        switch (change) {
            case NotebookChange.SourceChanged(
                            var _,
                            int offset,
                            int removed,
                            var inserted,
                            var origin)
                    when !id.equals(origin) ->
                    editor.applyChange(offset, removed, inserted);
            case NotebookChange.NotebookReplaced _ -> replaced();
            default -> {
                // It is shown already, or is nothing of a text.
            }
        }
    }

    /// Another program wrote the file: who stands in it stays where they were.
    private void replaced() {
        int caret = editor.caretPosition();
        double scrolled = getVvalue();
        if (!editor.text().equals(cell().source())) {
            show();
            editor.moveTo(Math.min(caret, editor.text().length()));
            setVvalue(scrolled);
        }
        refreshAccess();
    }

    private void tellPlace() {
        var text = editor.text();
        int caret = Math.min(editor.caretPosition(), text.length());
        int line = EditorMetrics.lineCount(text.substring(0, caret));
        int start = Math.max(text.lastIndexOf('\n', caret - 1), text.lastIndexOf('\r', caret - 1));
        var encoding =
                session.file().plain() instanceof PlainForm.Text(_, var named)
                        ? named.displayName()
                        : "";
        var now = new TextPlace(line, caret - start, encoding, lineEnd(text));
        if (!Objects.equals(now, place.get().text())) {
            place.set(PageSelection.in(now));
        }
    }

    private static String lineEnd(String text) {
        int found = text.indexOf('\n');
        if (found < 0) {
            return text.indexOf('\r') < 0 ? "" : "CR";
        }
        return found > 0 && text.charAt(found - 1) == '\r' ? "CRLF" : "LF";
    }

    /// Hands on what a person does in the editor.
    private final class Listener implements EditorListener {

        @Override
        public void edited(int offset, int removedLength, String inserted) {
            session.store().apply(made(new SourceEdit(offset, removedLength, inserted)));
        }

        @Override
        public void editedTogether(List<SourceEdit> edits, CaretsAround carets) {
            session.store()
                    .apply(
                            new NotebookEdit.Group(
                                    edits.stream().<NotebookEdit>map(this::made).toList()));
            stepCarets.made(session.store().lastStep(), carets);
        }

        private EditSource made(SourceEdit edit) {
            return new EditSource(
                    cellId(), edit.offset(), edit.removedLength(), edit.inserted(), id);
        }

        @Override
        public void caretMoved(double top, double bottom) {
            EditorScroll.reveal(PlainSource.this, editor, top, bottom, EditorMetrics.PADDING_Y);
            tellPlace();
        }

        @Override
        public void heightChanged() {
            editor.requestLayout();
            requestLayout();
        }
    }
}
