package org.cellist.app.language;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cellist.app.language.NotebookLanguage.Surroundings;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit;
import org.jspecify.annotations.Nullable;

/// The language server of some documents, while there is one: of a notebook and of what is tried
/// out beside it, or of scripts.
///
/// A server follows the kernel: its environment has the libraries. One that fails is started again,
/// later each time, and at last not any more. Edits reach it when they have rested for a moment.
///
/// Confined to the documents' owner, where answers are told too, never at once.
final class SharedServer {

    private static final Duration REST = Duration.ofMillis(300);
    private static final Duration AFTER_RUN = Duration.ofSeconds(2);

    /// How long a server that failed is left alone, the first time and later.
    static final List<Duration> BREAKS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20));

    /// Who has worked that long has not failed again and again.
    private static final Duration HEALTHY = Duration.ofMinutes(5);

    private static final String PYTHON = "python";

    private final Surroundings around;
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private LanguageState state = new LanguageState.Unused();
    private ServerRun.@Nullable Place place;
    private @Nullable ServerRun run;
    private @Nullable Future<?> waiting; // for the edits to rest, or for the next start
    private long number; // of the newest run
    private int failures; // in a row
    private long readyAt;
    private boolean isClosed;

    SharedServer(Surroundings around) {
        this.around = around;
    }

    /// A document whose code the server sees.
    interface Member {

        /// Returns the name of the file that the server takes its code for.
        String file();

        /// Returns its code as it is now; empty while there is none that a server would have to
        /// see.
        Optional<Program> program();

        void apply(NotebookEdit.Group edit);

        /// The server found these in place of those before.
        void found(VirtualDocument document, List<Problem> problems);

        /// What the server found is not known any more.
        void forget();

        void stateChanged();
    }

    /// Shows the server a document after those before.
    void add(Member member) {
        members.add(member);
    }

    void remove(Member member) {
        members.remove(member);
        changed();
    }

    /// Returns whether no document is left.
    boolean isUnused() {
        return members.isEmpty();
    }

    LanguageState state() {
        return state;
    }

    private List<Program> programs() {
        return members.stream().flatMap(member -> member.program().stream()).toList();
    }

    Optional<Program> program(String file) {
        return programs().stream().filter(program -> program.file().equals(file)).findFirst();
    }

    /// Makes an edit in each document as far as it is about its cells.
    void apply(NotebookEdit.Group edit) {
        members.forEach(member -> member.apply(edit));
    }

    /// Returns the file of the code that has all others in it.
    Optional<String> widest() {
        return programs().stream().map(Program::file).reduce((_, last) -> last);
    }

    // ---- from the start to the end

    void follow(ServerRun.Place now) {
        if (isClosed || now.equals(place)) {
            return;
        }
        end();
        place = now;
        failures = 0;
        if (now.kernelspec().language().equalsIgnoreCase(PYTHON)) {
            start();
        } else {
            set(new LanguageState.Unused());
        }
    }

    void restart() {
        var again = place;
        if (again != null) {
            place = null;
            follow(again);
        }
    }

    private void start() {
        var where = place;
        if (where == null || isClosed) {
            return;
        }
        long mine = ++number;
        set(new LanguageState.Starting());
        run = new ServerRun(around.servers(), where, around.timer(), programs(), new Told(mine));
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
        members.forEach(Member::forget);
    }

    /// Ends the server, without waiting for it.
    void close() {
        isClosed = true;
        end();
    }

    // ---- questions and edits

    /// @param then told on the owner, never at once
    <T> void ask(
            String file,
            CellId cell,
            int offset,
            Question.Query<T> query,
            Consumer<LanguageAnswer<T>> then) {
        Consumer<LanguageAnswer<T>> onOwner =
                answer -> around.owner().execute(() -> then.accept(answer));
        var question = new Question<>(programs(), file, cell, offset, query, onOwner);
        boolean isReady = state instanceof LanguageState.Ready;
        if (run == null || !isReady || !run.ask(question)) {
            onOwner.accept(new LanguageAnswer.NoServer<>());
        }
    }

    /// The code of a document is another; the server is shown it soon.
    void changed() {
        if (run == null || !(state instanceof LanguageState.Ready)) {
            return;
        }
        if (waiting != null) {
            waiting.cancel(false);
        }
        waiting = later(REST, this::sync);
    }

    /// Code ran that may have written modules or installed libraries: the server hears of those
    /// soon, however long it goes on.
    void ran() {
        boolean isReady = state instanceof LanguageState.Ready;
        if (isReady && (waiting == null || waiting.isDone())) {
            waiting = later(AFTER_RUN, this::sync);
        }
    }

    private void sync() {
        if (run != null) {
            run.changed(programs());
        }
    }

    private Future<?> later(Duration pause, Runnable task) {
        long mine = number;
        return around.timer()
                .schedule(() -> onOwner(mine, task), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void onOwner(long run, Runnable task) {
        around.owner()
                .execute(
                        () -> {
                            if (run == number) {
                                task.run();
                            }
                        });
    }

    // ---- what the server says

    private void failed(String name, String why) {
        run = null;
        members.forEach(Member::forget);
        if (isHealthySince(readyAt)) {
            failures = 0;
        }
        if (failures >= around.breaks().size()) {
            set(new LanguageState.Off(name, why));
        } else {
            set(new LanguageState.Starting());
            waiting = later(around.breaks().get(failures), this::start);
            failures++;
        }
    }

    private boolean isHealthySince(long time) {
        return state instanceof LanguageState.Ready && System.nanoTime() - time > HEALTHY.toNanos();
    }

    private void set(LanguageState now) {
        if (!now.equals(state)) {
            state = now;
            members.forEach(Member::stateChanged);
        }
    }

    private void found(VirtualDocument document, List<Problem> problems) {
        members.stream()
                .filter(member -> member.file().equals(document.file()))
                .forEach(member -> member.found(document, problems));
    }

    /// What a server said about a program.
    private record Found(VirtualDocument document, List<Problem> problems) {}

    /// Hears of one run, on its threads; what an older one says is not for us.
    private final class Told implements ServerRun.Listener {

        private final long mine;

        /// Of what it says of a program only the newest waits for the owner.
        private final Map<String, Found> newest = new ConcurrentHashMap<>();

        Told(long mine) {
            this.mine = mine;
        }

        @Override
        public void ready(String name) {
            onOwner(
                    mine,
                    () -> {
                        readyAt = System.nanoTime();
                        set(new LanguageState.Ready(name));
                        sync();
                    });
        }

        @Override
        public void problems(VirtualDocument document, List<Problem> problems) {
            var file = document.file();
            if (newest.put(file, new Found(document, problems)) == null) {
                onOwner(mine, () -> take(file));
            }
        }

        private void take(String file) {
            var it = newest.remove(file);
            if (it != null) {
                found(it.document(), it.problems());
            }
        }

        @Override
        public void notStarted(LanguageState why) {
            onOwner(
                    mine,
                    () -> {
                        run = null;
                        set(why);
                    });
        }

        @Override
        public void failed(String name, String why) {
            onOwner(mine, () -> SharedServer.this.failed(name, why));
        }
    }
}
