package org.cellist.app.ui.notebook.plain;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.cellist.app.language.LanguageState;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.cell.ProblemMarks;
import org.cellist.app.ui.editor.caret.CaretPlace;
import org.cellist.app.ui.editor.completion.AssistLayer;
import org.cellist.app.ui.editor.completion.CodeAssistant;
import org.cellist.app.ui.editor.completion.Delay;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.notebook.language.KernelDefinitions;
import org.cellist.app.ui.notebook.language.LanguageScreen;
import org.cellist.app.ui.notebook.language.LanguageViewModel;
import org.cellist.app.ui.notebook.language.RenameField;
import org.cellist.app.ui.notebook.layout.NoteBar;
import org.cellist.app.ui.notebook.layout.PageNote;
import org.cellist.app.ui.page.PageProblems;
import org.cellist.app.ui.page.PageSite;
import org.jspecify.annotations.Nullable;

/// What a language server knows about a file of Python, on the page of that file.
///
/// A library's file is only looked at: a server is started when it is first asked about a name, and
/// what it finds wrong is not shown.
///
/// Confined to the JavaFX Application Thread.
final class PlainHelp {

    private static final Insets NOTE_INSETS = new Insets(0, 24, 16, 24);

    private final NotebookSession session;
    private final PlainSource source;
    private final StackPane page;
    private final Runnable showText;
    private final AssistLayer layer = new AssistLayer();
    private final ReadOnlyObjectWrapper<PageProblems> problems =
            new ReadOnlyObjectWrapper<>(PageProblems.NONE);
    private @Nullable LanguageViewModel model; // once a server is wanted
    private @Nullable NoteBar note;
    private PageSite site = PageSite.NOWHERE;
    private Runnable waiting = () -> {}; // ends the wait for a server

    /// @param unasked whether a person wants suggestions while typing
    /// @param page over which words and fields float
    /// @param showText brings the text to sight, and gives it the keys
    PlainHelp(
            NotebookSession session,
            PlainSource source,
            ObservableValue<Boolean> unasked,
            StackPane page,
            Runnable showText) {
        this.session = session;
        this.source = source;
        this.page = page;
        this.showText = showText;
        page.getChildren().add(layer);
        page.layoutBoundsProperty()
                .subscribe(bounds -> layer.resize(bounds.getWidth(), bounds.getHeight()));
        var assistant = new CodeAssistant(layer, Delay.on(new FxExecutor()));
        source.editor().setAssist(assistant, new PlainAssist(this, session, source, unasked));
        if (!(session.file().access() instanceof NotebookFile.Access.Library)) {
            var all = model();
            problems.bind(all.problemsProperty());
            all.marksProperty().subscribe(this::mark);
        }
    }

    /// What is known so far; null while no server is wanted.
    @Nullable LanguageViewModel known() {
        return model;
    }

    /// Returns whether what is wrong is shown.
    boolean showsProblems() {
        return problems.isBound();
    }

    private LanguageViewModel model() {
        var made = model;
        if (made == null) {
            made =
                    new LanguageViewModel(
                            session.language(),
                            session.store(),
                            KernelDefinitions.of(session),
                            new Screen());
            model = made;
        }
        return made;
    }

    private void mark(ProblemMarks marks) {
        source.markProblems(marks.in(source.cellId()));
    }

    /// What is wrong in the file.
    ReadOnlyObjectProperty<PageProblems> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    void setSite(PageSite now) {
        site = now;
    }

    // ---- what a person asks for

    void goToDefinition() {
        ask(LanguageViewModel::goToDefinition);
    }

    void rename() {
        ask(LanguageViewModel::rename);
    }

    void goToProblem(int step) {
        ask(it -> it.goToProblem(step));
    }

    void goToDefinition(int place) {
        ask(it -> it.goToDefinition(source.cellId(), place));
    }

    /// Does it now or, where a server is wanted for the first time, as soon as that is known.
    private void ask(Consumer<LanguageViewModel> action) {
        boolean isFirst = model == null;
        var asked = model();
        if (!isFirst || isLookedFor()) {
            action.accept(asked);
            return;
        }
        tell(Texts.of("language").get("lack.starting"));
        waiting.run();
        waiting =
                session.language()
                        .onChange(
                                () -> {
                                    if (isLookedFor()) {
                                        waiting.run();
                                        action.accept(asked);
                                    }
                                });
    }

    private boolean isLookedFor() {
        var state = session.language().state();
        return !(state instanceof LanguageState.Unused)
                && !(state instanceof LanguageState.Starting);
    }

    private void tell(String words) {
        leaveNote();
        var shown = new NoteBar(PageNote.passing(words), this::leaveNote);
        note = shown;
        StackPane.setAlignment(shown, Pos.BOTTOM_CENTER);
        StackPane.setMargin(shown, NOTE_INSETS);
        page.getChildren().add(shown);
    }

    private void leaveNote() {
        page.getChildren().remove(note);
        note = null;
    }

    private void askName(String name, Consumer<String> then) {
        var scene = page.getScene();
        var caret = CaretPlace.onScreen(scene == null ? null : scene.getFocusOwner());
        var place = caret == null ? null : page.screenToLocal(caret);
        if (place != null) {
            var field = new RenameField(name, then, this::leaveName);
            page.getChildren().add(field);
            field.enter(place, page.getWidth(), page.getHeight());
        }
    }

    private void leaveName(RenameField field) {
        boolean hadKeys = field.hasKeys();
        page.getChildren().remove(field);
        if (hadKeys) {
            source.focusText();
        }
    }

    /// Ends following the server.
    void close() {
        waiting.run();
        if (model != null) {
            model.close();
        }
    }

    /// The page as the view model sees it.
    private final class Screen implements LanguageScreen {

        @Override
        public Place place() {
            return new Place(source.cellId(), source.editor().selection().getEnd());
        }

        @Override
        public boolean isEditing() {
            return source.editor().isEditing();
        }

        @Override
        public void edit(CellId cell, int start, int end) {
            showText.run();
            source.select(start, end);
        }

        @Override
        public void jump(CellId cell, int start, int end) {
            site.leave();
            edit(cell, start, end);
        }

        @Override
        public void open(Path file, int line, int column) {
            site.open(file, line, column);
        }

        @Override
        public void note(String words) {
            tell(words);
        }

        @Override
        public void askName(String name, Consumer<String> then) {
            PlainHelp.this.askName(name, then);
        }
    }
}
