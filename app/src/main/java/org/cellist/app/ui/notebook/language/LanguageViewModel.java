package org.cellist.app.ui.notebook.language;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.language.Definition;
import org.cellist.app.language.LanguageAnswer;
import org.cellist.app.language.LanguageState;
import org.cellist.app.language.NotebookLanguage;
import org.cellist.app.language.Problem;
import org.cellist.app.language.Problem.Severity;
import org.cellist.app.language.Renaming;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.ui.cell.ProblemMarks;
import org.cellist.app.ui.editor.completion.Identifiers;
import org.cellist.app.ui.page.PageProblems;

/// What a language server knows about the code of a page, and what a person does with it.
///
/// Without a server nothing is shown; who asks is told why there is no answer.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class LanguageViewModel {

    private final NotebookLanguage language;
    private final NotebookStore store;
    private final KernelDefinitions kernel;
    private final LanguageScreen screen;
    private final LanguageWords words = new LanguageWords();
    private final ReadOnlyObjectWrapper<ProblemMarks> marks =
            new ReadOnlyObjectWrapper<>(ProblemMarks.NONE);
    private final ReadOnlyObjectWrapper<PageProblems> problems =
            new ReadOnlyObjectWrapper<>(PageProblems.NONE);
    private final Runnable stopFollowing;

    /// @param kernel is asked where there is no server
    public LanguageViewModel(
            NotebookLanguage language,
            NotebookStore store,
            KernelDefinitions kernel,
            LanguageScreen screen) {
        this.language = language;
        this.kernel = kernel;
        this.store = store;
        this.screen = screen;
        stopFollowing = language.onChange(this::show);
        show();
    }

    /// What stands out in the cells.
    public ReadOnlyObjectProperty<ProblemMarks> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PageProblems> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    private void show() {
        var all = language.problems();
        int errors = (int) all.stream().filter(it -> it.severity() == Severity.ERROR).count();
        var lack = language.state() instanceof LanguageState.Off off ? words.off(off) : "";
        marks.set(ProblemMarks.of(all));
        problems.set(new PageProblems(errors, all.size() - errors, lack));
    }

    /// Ends following the server.
    public void close() {
        stopFollowing.run();
    }

    // ---- problems

    /// Goes to the next problem, or with -1 to the one before, around the end.
    public void goToProblem(int step) {
        var all = language.problems();
        if (all.isEmpty()) {
            screen.note(
                    language.state() instanceof LanguageState.Ready ? words.noProblems() : lack());
            return;
        }
        int next = Math.floorMod(step > 0 ? firstAfter(all) : lastBefore(all), all.size());
        var problem = all.get(next);
        screen.edit(problem.cell(), problem.start(), problem.end());
        screen.note(words.problem(next + 1, all.size(), problem));
    }

    /// Returns the index of the first problem that begins at or behind the caret; the number of
    /// all if none does. The one that is selected lies before its end, where the caret stands.
    private int firstAfter(List<Problem> all) {
        int index = 0;
        while (index < all.size() && compareToCaret(all.get(index), true) < 0) {
            index++;
        }
        return index;
    }

    /// Returns the index of the last problem that ends before the caret; -1 if none does.
    private int lastBefore(List<Problem> all) {
        int index = all.size() - 1;
        while (index >= 0 && compareToCaret(all.get(index), false) >= 0) {
            index--;
        }
        return index;
    }

    private int compareToCaret(Problem problem, boolean byStart) {
        var place = screen.place();
        if (place == null) {
            return 1;
        }
        var notebook = store.notebook();
        int cells =
                Integer.compare(notebook.indexOf(problem.cell()), notebook.indexOf(place.cell()));
        int at = byStart ? problem.start() : problem.end();
        return cells == 0 ? Integer.compare(at, place.offset()) : cells;
    }

    /// Returns what is wrong at a place of a cell, empty for nothing.
    public String problemsAt(CellId cell, int offset) {
        return language.problems().stream()
                .filter(it -> it.cell().equals(cell))
                .filter(it -> it.start() <= offset && offset < it.end())
                .map(words::told)
                .collect(Collectors.joining("\n"));
    }

    // ---- definitions

    /// Goes to where the name at the caret is defined.
    public void goToDefinition() {
        var place = screen.place();
        if (place != null && screen.isEditing()) {
            goToDefinition(place.cell(), place.offset());
        }
    }

    /// Goes to where the name at a place of a cell is defined.
    public void goToDefinition(CellId cell, int offset) {
        var name = name(cell, offset);
        language.define(
                cell,
                offset,
                answer -> {
                    switch (answer) {
                        case LanguageAnswer.Given(var definition) -> goTo(definition, name);
                        case LanguageAnswer.NoServer<Definition> _ ->
                                askKernel(cell, offset, name, () -> why(answer));
                        default -> screen.note(why(answer));
                    }
                });
    }

    /// @param otherwise said where the kernel does not know either; asked for only then, because
    ///     it looks for a server once more
    private void askKernel(CellId cell, int offset, String name, Supplier<String> otherwise) {
        var source = store.notebook().cell(cell).map(Cell::source).orElse("");
        var whole = KernelDefinitions.nameAt(source, Math.min(offset, source.length()));
        if (whole.isEmpty()) {
            screen.note(otherwise.get());
            return;
        }
        kernel.ask(
                whole,
                found -> {
                    if (found instanceof Definition.Unknown) {
                        screen.note(otherwise.get());
                    } else {
                        goTo(found, name);
                    }
                });
    }

    private void goTo(Definition definition, String name) {
        switch (definition) {
            case Definition.InCell(var cell, int start, int end) -> screen.jump(cell, start, end);
            case Definition.InFile(var file, int line, int column) ->
                    screen.open(file, line, column);
            case Definition.Unknown _ -> screen.note(words.unknown(name));
        }
    }

    /// Returns the name around a place, empty where none is.
    private String name(CellId cell, int offset) {
        var source = store.notebook().cell(cell).map(Cell::source).orElse("");
        int at = Math.min(offset, source.length());
        return source.substring(
                Identifiers.startBefore(source, at), Identifiers.endAfter(source, at));
    }

    // ---- other names

    /// Lets a person give the name at the caret another one, in all cells.
    public void rename() {
        var place = screen.place();
        if (place == null || !screen.isEditing()) {
            return;
        }
        var name = name(place.cell(), place.offset());
        if (!PythonName.isValid(name)) {
            screen.note(words.nothingToRename());
        } else if (!(language.state() instanceof LanguageState.Ready)) {
            screen.note(lack());
        } else {
            screen.askName(name, after -> rename(place, name, after.strip()));
        }
    }

    private void rename(LanguageScreen.Place place, String before, String after) {
        if (after.equals(before)) {
            return;
        }
        if (!PythonName.isValid(after)) {
            screen.note(words.noName(after));
            return;
        }
        language.rename(
                place.cell(),
                place.offset(),
                before,
                after,
                answer -> {
                    switch (answer) {
                        case LanguageAnswer.Given(var renaming) -> take(renaming, before, after);
                        default -> screen.note(why(answer));
                    }
                });
    }

    private void take(Renaming renaming, String before, String after) {
        if (renaming instanceof Renaming.Possible possible) {
            language.apply(possible.edit());
        }
        screen.note(words.renamed(renaming, before, after));
    }

    // ---- why there is no answer

    private <T> String why(LanguageAnswer<T> answer) {
        return switch (answer) {
            case LanguageAnswer.Refused<T>(var why) -> words.refused(why);
            case LanguageAnswer.NoServer<T> _ -> lack();
            case LanguageAnswer.Late<T> _, LanguageAnswer.Given<T> _ -> words.late();
        };
    }

    /// Where there is none, it is looked for once more: it may have been installed meanwhile.
    private String lack() {
        var state = language.state();
        if (state instanceof LanguageState.Missing || state instanceof LanguageState.Off) {
            language.restart();
        }
        return words.lack(state);
    }

    /// Asks what stands at a place of a cell; told only where the server knows.
    ///
    /// @param offset in UTF-16 units of its source
    public void describe(CellId cell, int offset, Consumer<String> then) {
        language.describe(
                cell,
                offset,
                answer -> then.accept(answer instanceof LanguageAnswer.Given(var it) ? it : ""));
    }
}
