package org.cellist.app.language;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.cellist.app.language.Queries.Renamed;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.runtime.Kernelspec;
import org.jspecify.annotations.Nullable;

/// What a language server knows about one document, while there is one: a notebook, what is tried
/// out beside it, or a script.
///
/// What it found moves with the text until it says something new.
///
/// Confined to the document's owner, where answers are told too, never at once.
public final class NotebookLanguage implements AutoCloseable {

    private final NotebookStore store;
    private final Surroundings around;
    private final Program.Kind kind;
    private final @Nullable NotebookLanguage head; // the notebook, beside which this is tried out
    private final @Nullable OpenServers scripts; // of which this is one
    private SharedServer server;
    private String name = ""; // the document's
    private final Member member = new Member();
    private final Runnable stopFollowing;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final NotebookProblems problems;

    /// What the work needs. Immutable.
    ///
    /// @param owner the document's thread
    /// @param timer only hands tasks to the owner
    /// @param breaks how long a server that failed is left alone, the first time and later; then
    ///     it is not started any more
    public record Surroundings(
            LanguageServers servers,
            Executor owner,
            ScheduledExecutorService timer,
            List<Duration> breaks) {

        public Surroundings {
            breaks = List.copyOf(breaks);
        }

        /// With the breaks of every day.
        public Surroundings(
                LanguageServers servers, Executor owner, ScheduledExecutorService timer) {
            this(servers, owner, timer, SharedServer.BREAKS);
        }
    }

    /// Of a notebook.
    public NotebookLanguage(NotebookStore store, Surroundings around) {
        this(store, around, new SharedServer(around), Program.Kind.NOTEBOOK, null, null);
    }

    private NotebookLanguage(
            NotebookStore store,
            Surroundings around,
            SharedServer server,
            Program.Kind kind,
            @Nullable NotebookLanguage head,
            @Nullable OpenServers scripts) {
        this.store = store;
        this.around = around;
        this.server = server;
        this.kind = kind;
        this.head = head;
        this.scripts = scripts;
        this.problems = new NotebookProblems(store, kind);
        this.stopFollowing = store.follow(this::changed);
        server.add(member);
    }

    /// Returns what a server knows about a file of Python. It is the same server for all scripts of
    /// an environment and a folder.
    public static NotebookLanguage ofScript(
            NotebookStore store, Surroundings around, OpenServers scripts) {
        var nobody = new SharedServer(around); // before the environment is known
        return new NotebookLanguage(store, around, nobody, Program.Kind.SCRIPT, null, scripts);
    }

    /// Returns what the same server knows about what is tried out beside the notebook. Its code
    /// stands behind all of the notebook's, of which it changes nothing.
    ///
    /// @param tried what is tried out
    public NotebookLanguage beside(NotebookStore tried) {
        return new NotebookLanguage(tried, around, server, Program.Kind.SCRATCH, this, null);
    }

    /// Returns the name of the file that the server takes the code for.
    private String file() {
        return kind.file(head == null ? name : head.name);
    }

    public LanguageState state() {
        return server.state();
    }

    /// Returns what is wrong, in the order of the document.
    public List<Problem> problems() {
        return problems.all();
    }

    /// Calls back after each change of the problems or of the state.
    ///
    /// @return ends the calls
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Takes the server of a kernel's environment, in place of the one before.
    ///
    /// @param folder the document's
    /// @param name the document's, or what stands for it
    public void follow(Kernelspec kernelspec, Path folder, String name) {
        boolean isOther = !name.equals(this.name);
        this.name = name;
        var place = new ServerRun.Place(kernelspec, folder);
        if (scripts == null) {
            server.follow(place);
        } else {
            join(scripts.at(place, around), scripts);
        }
        if (isOther) {
            server.changed();
        }
    }

    private void join(SharedServer now, OpenServers scripts) {
        var before = server;
        if (!now.equals(before)) {
            server = now;
            now.add(member);
            before.remove(member);
            scripts.left(before);
            problems.clear();
            now.changed();
            tell();
        }
    }

    /// Looks for a server once more: one was installed, or a person agreed to it.
    public void restart() {
        server.restart();
    }

    /// Ends the server, without waiting for it; that of a notebook goes on when what was tried out
    /// beside it ends.
    @Override
    public void close() {
        stopFollowing.run();
        server.remove(member);
        if (scripts != null) {
            scripts.left(server);
        } else if (head == null) {
            server.close();
        }
        problems.clear();
    }

    // ---- questions

    /// Asks where what stands at a place of a cell is defined: in a cell of this document or of
    /// the notebook beside it, or in a file.
    ///
    /// @param offset in UTF-16 units of its source
    public void define(CellId cell, int offset, Consumer<LanguageAnswer<Definition>> then) {
        server.ask(file(), cell, offset, Queries.DEFINITION, then);
    }

    /// Asks what stands at a place of a cell. The answer is plain text, empty for nothing.
    ///
    /// @param offset in UTF-16 units of its source
    public void describe(CellId cell, int offset, Consumer<LanguageAnswer<String>> then) {
        server.ask(file(), cell, offset, Queries.HOVER, then);
    }

    /// Asks how the code before a place of a cell may go on.
    ///
    /// @param offset in UTF-16 units of its source
    public void complete(CellId cell, int offset, Consumer<LanguageAnswer<Completions>> then) {
        server.ask(file(), cell, offset, TypingQueries.COMPLETIONS, then);
    }

    /// Asks about one of the completions of a cell. The answer is plain text, empty for nothing.
    public void explain(CellId cell, Completion completion, Consumer<LanguageAnswer<String>> then) {
        server.ask(file(), cell, 0, TypingQueries.words(completion), then);
    }

    /// Asks what the call takes in whose parentheses a place of a cell lies. The answer is its
    /// signature, empty for nothing.
    ///
    /// @param offset in UTF-16 units of its source
    public void callAround(CellId cell, int offset, Consumer<LanguageAnswer<String>> then) {
        server.ask(file(), cell, offset, TypingQueries.SIGNATURE, then);
    }

    /// Asks what would have to change for a name to be another one in all cells, those beside this
    /// document included. What is tried out may be no program: then only the notebook counts.
    ///
    /// @param offset where the name stands, in UTF-16 units of the cell's source
    /// @param before the name
    /// @param after its new name
    public void rename(
            CellId cell,
            int offset,
            String before,
            String after,
            Consumer<LanguageAnswer<Renaming>> then) {
        renameHere(
                cell,
                offset,
                new RenamedNames(before, after),
                answer -> {
                    if (isOfOtherFile(answer)) {
                        define(cell, offset, found -> then.accept(with(found, answer)));
                    } else {
                        then.accept(answer);
                    }
                });
    }

    /// Of a name that another file defines some servers want to change parts of both, and others
    /// know nothing that could be changed.
    private static boolean isOfOtherFile(LanguageAnswer<Renaming> answer) {
        return answer instanceof LanguageAnswer.Given<Renaming>(Renaming.Elsewhere _)
                || answer instanceof LanguageAnswer.Given<Renaming>(Renaming.NothingThere _);
    }

    private static LanguageAnswer<Renaming> with(
            LanguageAnswer<Definition> found, LanguageAnswer<Renaming> otherwise) {
        return found
                        instanceof
                        LanguageAnswer.Given<Definition>(
                                Definition.InFile(var file, int line, int _))
                ? new LanguageAnswer.Given<>(new Renaming.DefinedElsewhere(file, line))
                : otherwise;
    }

    private void renameHere(
            CellId cell, int offset, RenamedNames names, Consumer<LanguageAnswer<Renaming>> then) {
        var widest = scripts == null ? server.widest().orElse(file()) : file();
        rename(
                widest,
                cell,
                offset,
                names,
                answer -> {
                    if (widest.equals(file()) || isPossible(answer)) {
                        then.accept(answer);
                    } else {
                        rename(file(), cell, offset, names, then);
                    }
                });
    }

    private static boolean isPossible(LanguageAnswer<Renaming> answer) {
        return answer instanceof LanguageAnswer.Given<Renaming>(Renaming.Possible _);
    }

    private void rename(
            String where,
            CellId cell,
            int offset,
            RenamedNames names,
            Consumer<LanguageAnswer<Renaming>> then) {
        server.ask(
                where,
                cell,
                offset,
                Queries.rename(names.after()),
                answer ->
                        then.accept(
                                switch (answer) {
                                    case LanguageAnswer.Given(var renamed) ->
                                            new LanguageAnswer.Given<>(meant(names, renamed));
                                    case LanguageAnswer.Refused<Renamed>(var why) ->
                                            new LanguageAnswer.Refused<>(why);
                                    case LanguageAnswer.NoServer<Renamed> _ ->
                                            new LanguageAnswer.NoServer<>();
                                    case LanguageAnswer.Late<Renamed> _ ->
                                            new LanguageAnswer.Late<>();
                                }));
    }

    private Renaming meant(RenamedNames names, Renamed renamed) {
        var now = server.program(renamed.document().file());
        return names.in(now.map(Program::notebook).orElse(store.notebook()), renamed);
    }

    /// Makes an edit that [#rename] answered: in each document its part, as one step.
    public void apply(NotebookEdit.Group edit) {
        if (scripts == null) {
            server.apply(edit);
        } else {
            store.apply(edit); // cells of other scripts are called the same
        }
    }

    // ---- the document

    private void changed(NotebookChange change) {
        switch (change) {
            case NotebookChange.SourceChanged edit -> {
                tellIf(problems.edited(edit));
                server.changed();
            }
            case NotebookChange.CellsInserted _,
                    NotebookChange.CellsRemoved _,
                    NotebookChange.CellsMoved _,
                    NotebookChange.CellTypeChanged _,
                    NotebookChange.NotebookReplaced _ -> {
                tellIf(problems.cellsChanged());
                server.changed();
            }
            case NotebookChange.OutputsChanged _ -> server.ran();
            case NotebookChange.CellMetadataChanged _,
                    NotebookChange.NotebookMetadataChanged _ -> {}
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private void tellIf(boolean isOther) {
        if (isOther) {
            tell();
        }
    }

    /// The document as the server's keeper sees it.
    private final class Member implements SharedServer.Member {

        @Override
        public String file() {
            return NotebookLanguage.this.file();
        }

        @Override
        public Optional<Program> program() {
            var own = store.notebook();
            if (head == null) {
                return Optional.of(new Program(kind, name, own));
            }
            return hasCode(own)
                    ? Optional.of(new Program(kind, head.name, after(head.store)))
                    : Optional.empty();
        }

        private static boolean hasCode(Notebook notebook) {
            return notebook.cells().stream()
                    .anyMatch(cell -> cell instanceof CodeCell && !cell.source().isBlank());
        }

        private Notebook after(NotebookStore first) {
            var cells = new ArrayList<>(first.notebook().cells());
            cells.addAll(store.notebook().cells());
            return first.notebook().withCells(cells);
        }

        @Override
        public void apply(NotebookEdit.Group edit) {
            store.apply(edit); // what is of no cell of it does nothing
        }

        @Override
        public void found(VirtualDocument document, List<Problem> found) {
            tellIf(problems.found(document, found));
        }

        @Override
        public void forget() {
            tellIf(problems.clear());
        }

        @Override
        public void stateChanged() {
            tell();
        }
    }
}
