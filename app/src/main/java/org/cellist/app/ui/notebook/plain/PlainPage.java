package org.cellist.app.ui.notebook.plain;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.store.EditPlace;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.SaveState;
import org.cellist.app.session.SessionListener;
import org.cellist.app.storage.FileKind;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.keys.KeyPlace;
import org.cellist.app.ui.notebook.PageServices;
import org.cellist.app.ui.notebook.find.FindBar;
import org.cellist.app.ui.notebook.find.FindThreads;
import org.cellist.app.ui.notebook.find.FindViewModel;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.page.PageProblems;
import org.cellist.app.ui.page.PageSelection;
import org.cellist.app.ui.page.PageSite;
import org.jspecify.annotations.Nullable;

/// The page of a text: its editor, and for Markdown and tables another look at it.
///
/// Confined to the JavaFX Application Thread.
public final class PlainPage implements NotebookPage {

    private static final Insets BAR_INSETS = new Insets(8, 24, 8, 24);

    private final NotebookSession session;
    private final PlainSource source;
    private final @Nullable OtherLook other;
    private final @Nullable LookBar looks;
    private final StackPane content = new StackPane();
    private final VBox view = new VBox();
    private final FindViewModel find;
    private final @Nullable PlainHelp help; // for Python
    private final PlainCommands commands;
    private final Subscription following;
    private final SessionListener follower = new Follower();
    private @Nullable FindBar bar; // made when it is first asked for

    public PlainPage(NotebookSession session, PageServices services) {
        this.session = session;
        source = new PlainSource(session, services.highlighter());
        other = otherLook(session.file().kind(), new PlainContext(session, services));
        looks =
                other == null || isTooLong()
                        ? null
                        : new LookBar(session.file().kind(), this::showLook);
        find =
                new FindViewModel(
                        session.store(),
                        FindThreads.ofWindow(),
                        new PlainFind(source, () -> showLook(false)),
                        () -> !(session.file().access() instanceof NotebookFile.Access.Writable));
        content.getStyleClass().add("plain-content");
        content.setAlignment(Pos.TOP_RIGHT);
        VBox.setVgrow(content, Priority.ALWAYS);
        view.getStyleClass().add("plain-page");
        if (looks != null) {
            view.getChildren().add(looks);
        }
        view.getChildren().add(content);
        following =
                Subscription.combine(
                        session.store().follow(this::changed)::run,
                        find.marksProperty().subscribe(source::mark));
        session.addListener(follower);
        showLook(session.file().kind() == FileKind.TABLE);
        help = help(services.suggestsUnasked());
        commands = new PlainCommands(session, source, this, help);
    }

    private static @Nullable OtherLook otherLook(FileKind kind, PlainContext context) {
        return switch (kind) {
            case MARKDOWN -> new MarkdownLook(context.outputs());
            case TABLE -> new TableLook(context.outputs().getValue().kit().worker());
            case NOTEBOOK, PICTURE, TEXT -> null;
        };
    }

    private @Nullable PlainHelp help(ObservableValue<Boolean> unasked) {
        var file = session.file().path();
        boolean isKnown = file != null && FileKind.isPython(file) && !isTooLong();
        return isKnown ? new PlainHelp(session, source, unasked, content, this::showSource) : null;
    }

    // ---- two looks

    boolean hasOtherLook() {
        return other != null;
    }

    void toggleLook() {
        showLook(!showsOther());
        focus();
    }

    private boolean showsOther() {
        return other != null && content.getChildren().contains(other.node());
    }

    private void showLook(boolean isOther) {
        var look = other;
        if (!isOther && isTooLong()) {
            return;
        }
        boolean changes = content.getChildren().isEmpty() || isOther != showsOther();
        if (!changes) {
            return;
        }
        var shown = bar;
        if (isOther && look != null) {
            look.show(text());
            content.getChildren().setAll(look.node());
        } else {
            source.begin();
            content.getChildren().setAll(source);
            if (look != null) {
                look.parked();
            }
        }
        if (shown != null) {
            content.getChildren().add(shown);
        }
        if (looks != null) {
            looks.mark(isOther);
        }
    }

    /// A table may be longer than what can be edited.
    boolean isTooLong() {
        return text().length() > FileKind.MOST_TEXT_BYTES;
    }

    private String text() {
        Cell only = session.store().notebook().cells().getFirst();
        return only.source();
    }

    private void changed(NotebookChange change) {
        if (other != null && showsOther()) {
            other.show(text());
        }
    }

    /// Shows where an undo changed something.
    void show(EditPlace place) {
        if (!showsOther()) {
            source.show(place);
        }
    }

    // ---- finding

    void find() {
        find.open();
        findBar().enter();
    }

    void replace() {
        find.withReplaceProperty().set(true);
        find();
    }

    void goToMatch(int places) {
        boolean wasOpen = find.openProperty().get();
        find.step(places);
        if (!wasOpen) {
            findBar().enter();
        }
    }

    private FindBar findBar() {
        var shown = bar;
        if (shown == null) {
            shown = FindBar.ofText(find);
            StackPane.setMargin(shown, BAR_INSETS);
            bar = shown;
            content.getChildren().add(shown);
        }
        return shown;
    }

    // ---- the page

    @Override
    public Node view() {
        return view;
    }

    @Override
    public ReadOnlyObjectProperty<PageSelection> selectionProperty() {
        return source.placeProperty();
    }

    @Override
    public ReadOnlyObjectProperty<PageProblems> problemsProperty() {
        return help == null ? NotebookPage.super.problemsProperty() : help.problemsProperty();
    }

    @Override
    public void setSite(PageSite site) {
        if (help != null) {
            help.setSite(site);
        }
    }

    @Override
    public void focus() {
        if (other != null && showsOther()) {
            other.focus();
        } else {
            source.focusText();
        }
    }

    @Override
    public boolean can(PageCommand command) {
        return commands.can(command);
    }

    @Override
    public void perform(PageCommand command) {
        commands.perform(command);
    }

    @Override
    public void showLine(int line, int column) {
        showSource();
        source.jumpTo(source.placeOf(line, column));
    }

    /// A page that is new has no height yet, and would not know what is in sight.
    private void showSource() {
        showLook(false);
        source.focusText();
        var scene = view.getScene();
        if (scene != null) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    @Override
    public PagePlace place() {
        int offset = showsOther() ? PagePlace.WHOLE : source.editor().caretPosition();
        return new PagePlace(source.cellId(), offset);
    }

    @Override
    public void show(PagePlace place) {
        if (place.isInText()) {
            showSource();
            source.jumpTo(place.offset());
        }
    }

    @Override
    public Set<KeyPlace> keyPlaces(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return EnumSet.noneOf(KeyPlace.class);
        }
        var places = EnumSet.of(KeyPlace.PAGE);
        if (source.editor().isEditing() && !source.editor().claims(event)) {
            places.add(KeyPlace.TEXT);
            if (source.editor().language() == EditorLanguage.MARKDOWN) {
                places.add(KeyPlace.MARKDOWN);
            }
        }
        return places;
    }

    @Override
    public boolean dropsKey(KeyEvent event) {
        return false;
    }

    @Override
    public void commitComposition() {
        source.editor().commitComposition();
    }

    @Override
    public void close() {
        following.unsubscribe();
        session.removeListener(follower);
        find.stop();
        if (help != null) {
            help.close();
        }
        source.close();
        if (other != null) {
            other.parked();
        }
    }

    /// A text that could only be read may be written under another name.
    private final class Follower implements SessionListener {

        @Override
        public void saveStateChanged(SaveState state) {
            source.refreshAccess();
        }

        @Override
        public void kernelStateChanged(KernelState state) {
            // A text has none.
        }
    }
}
