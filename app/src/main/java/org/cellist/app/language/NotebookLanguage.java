package org.cellist.app.language;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.cellist.app.language.Queries.Renamed;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.runtime.Kernelspec;
import org.jspecify.annotations.Nullable;

/// What a language server knows about one notebook, while there is one.
///
/// A server follows the kernel: its environment has the libraries. One that fails is started again,
/// later each time, and at last not any more. Edits reach it when they have rested for a moment;
/// what it found moves with the text until it says something new.
///
/// Confined to the notebook's owner, where answers are told too, never at once.
public final class NotebookLanguage implements AutoCloseable {

    static final Duration REST = Duration.ofMillis(300);

    /// How long a server that failed is left alone, the first time and later.
    static final List<Duration> BREAKS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20));

    /// Who has worked that long has not failed again and again.
    private static final Duration HEALTHY = Duration.ofMinutes(5);

    private static final String PYTHON = "python";

    private final NotebookStore store;
    private final Surroundings around;
    private final Runnable stopFollowing;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final NotebookProblems problems;
    private LanguageState state = new LanguageState.Unused();
    private ServerRun.@Nullable Place place;
    private @Nullable ServerRun run;
    private @Nullable Future<?> waiting; // for the edits to rest, or for the next start
    private long number; // of the newest run
    private int failures; // in a row
    private long readyAt;
    private boolean isClosed;

    /// What the work needs. Immutable.
    ///
    /// @param owner the notebook's thread
    /// @param timer only hands tasks to the owner
    public record Surroundings(
            LanguageServers servers, Executor owner, ScheduledExecutorService timer) {}

    public NotebookLanguage(NotebookStore store, Surroundings around) {
        this.store = store;
        this.around = around;
        this.problems = new NotebookProblems(store);
        this.stopFollowing = store.follow(this::changed);
    }

    public LanguageState state() {
        return state;
    }

    /// Returns what is wrong, in the order of the notebook.
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
    /// @param folder the notebook's
    /// @param name the notebook's, or what stands for it
    public void follow(Kernelspec kernelspec, Path folder, String name) {
        var now = new ServerRun.Place(kernelspec, folder, name);
        if (isClosed || now.equals(place)) {
            return;
        }
        end();
        place = now;
        failures = 0;
        if (kernelspec.language().equalsIgnoreCase(PYTHON)) {
            start();
        } else {
            set(new LanguageState.Unused());
        }
    }

    /// Looks for a server once more: one was installed, or a person agreed to it.
    public void restart() {
        var again = place;
        if (again != null) {
            place = null;
            follow(again.kernelspec(), again.folder(), again.name());
        }
    }

    private void start() {
        var where = place;
        if (where == null || isClosed) {
            return;
        }
        long mine = ++number;
        set(new LanguageState.Starting());
        run =
                new ServerRun(
                        around.servers(), where, around.timer(), store.notebook(), new Told(mine));
    }

    private void end() {
        number++;
        if (waiting != null) {
            waiting.cancel(false);
            waiting = null;
        }
        if (run != null) {
            run.end();
            run = null;
        }
        tellIf(problems.clear());
    }

    /// Ends the server, without waiting for it.
    @Override
    public void close() {
        isClosed = true;
        stopFollowing.run();
        end();
    }

    // ---- questions

    /// Asks where what stands at a place of a cell is defined.
    ///
    /// @param offset in UTF-16 units of its source
    public void define(CellId cell, int offset, Consumer<LanguageAnswer<Definition>> then) {
        ask(cell, offset, Queries.DEFINITION, then);
    }

    /// Asks what stands at a place of a cell. The answer is plain text, empty for nothing.
    ///
    /// @param offset in UTF-16 units of its source
    public void describe(CellId cell, int offset, Consumer<LanguageAnswer<String>> then) {
        ask(cell, offset, Queries.HOVER, then);
    }

    /// Asks what would have to change for a name to be another one in all cells.
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
        ask(
                cell,
                offset,
                Queries.rename(after),
                answer ->
                        then.accept(
                                switch (answer) {
                                    case LanguageAnswer.Given(var renamed) ->
                                            new LanguageAnswer.Given<>(
                                                    new RenamedNames(before, after)
                                                            .in(store.notebook(), renamed));
                                    case LanguageAnswer.Refused<Renamed>(var why) ->
                                            new LanguageAnswer.Refused<>(why);
                                    case LanguageAnswer.NoServer<Renamed> _ ->
                                            new LanguageAnswer.NoServer<>();
                                    case LanguageAnswer.Late<Renamed> _ ->
                                            new LanguageAnswer.Late<>();
                                }));
    }

    private <T> void ask(
            CellId cell, int offset, Question.Query<T> query, Consumer<LanguageAnswer<T>> then) {
        Consumer<LanguageAnswer<T>> onOwner =
                answer -> around.owner().execute(() -> then.accept(answer));
        var question = new Question<>(store.notebook(), cell, offset, query, onOwner);
        boolean isReady = state instanceof LanguageState.Ready;
        if (run == null || !isReady || !run.ask(question)) {
            onOwner.accept(new LanguageAnswer.NoServer<>());
        }
    }

    // ---- the notebook

    private void changed(NotebookChange change) {
        switch (change) {
            case NotebookChange.SourceChanged edit -> {
                tellIf(problems.edited(edit));
                syncSoon();
            }
            case NotebookChange.CellsInserted _,
                    NotebookChange.CellsRemoved _,
                    NotebookChange.CellsMoved _,
                    NotebookChange.CellTypeChanged _,
                    NotebookChange.NotebookReplaced _ -> {
                tellIf(problems.cellsChanged());
                syncSoon();
            }
            case NotebookChange.CellMetadataChanged _,
                    NotebookChange.NotebookMetadataChanged _,
                    NotebookChange.OutputsChanged _ -> {}
        }
    }

    private void syncSoon() {
        if (run == null || !(state instanceof LanguageState.Ready)) {
            return;
        }
        if (waiting != null) {
            waiting.cancel(false);
        }
        waiting = later(REST, this::sync);
    }

    private void sync() {
        if (run != null) {
            run.changed(store.notebook());
        }
    }

    private Future<?> later(Duration pause, Runnable task) {
        long mine = number;
        return around.timer()
                .schedule(
                        () ->
                                around.owner()
                                        .execute(
                                                () -> {
                                                    if (mine == number) {
                                                        task.run();
                                                    }
                                                }),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    // ---- what the server says

    private void failed(String name, String why) {
        run = null;
        tellIf(problems.clear());
        if (isHealthySince(readyAt)) {
            failures = 0;
        }
        if (failures >= BREAKS.size()) {
            set(new LanguageState.Off(name, why));
        } else {
            set(new LanguageState.Starting());
            waiting = later(BREAKS.get(failures), this::start);
            failures++;
        }
    }

    private boolean isHealthySince(long time) {
        return state instanceof LanguageState.Ready && System.nanoTime() - time > HEALTHY.toNanos();
    }

    private void set(LanguageState now) {
        if (!now.equals(state)) {
            state = now;
            tell();
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

    /// What a server said about a program. Of what it says only the newest waits for the owner.
    private record Found(VirtualDocument document, List<Problem> problems) {}

    /// Hears of one run, on its threads; what an older one says is not for us.
    private final class Told implements ServerRun.Listener {

        private final long mine;
        private final AtomicReference<@Nullable Found> newest = new AtomicReference<>();

        Told(long mine) {
            this.mine = mine;
        }

        private void onOwner(Runnable task) {
            around.owner()
                    .execute(
                            () -> {
                                if (mine == number) {
                                    task.run();
                                }
                            });
        }

        @Override
        public void ready(String name) {
            onOwner(
                    () -> {
                        readyAt = System.nanoTime();
                        set(new LanguageState.Ready(name));
                        sync();
                    });
        }

        @Override
        public void problems(VirtualDocument document, List<Problem> problems) {
            if (newest.getAndSet(new Found(document, problems)) == null) {
                onOwner(this::take);
            }
        }

        private void take() {
            var found = newest.getAndSet(null);
            if (found != null) {
                tellIf(NotebookLanguage.this.problems.found(found.document(), found.problems()));
            }
        }

        @Override
        public void notStarted(LanguageState why) {
            onOwner(
                    () -> {
                        run = null;
                        set(why);
                    });
        }

        @Override
        public void failed(String name, String why) {
            onOwner(() -> NotebookLanguage.this.failed(name, why));
        }
    }
}
