package org.cellist.app.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.cellist.app.language.server.ServerProcess;
import org.cellist.app.language.server.ServerSettings;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.PipeThread;
import org.cellist.kernel.runtime.ToolOutcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One language server from its start to its end.
///
/// Its virtual thread does one thing after the other: it starts the server, hands it the newest
/// programs, and waits for the answer to a question. Of programs only the newest wait; more than
/// [#MOST_WAITING] pieces of work do not.
///
/// Thread-safe. The listener is called on threads of the run.
final class ServerRun {

    private static final Logger LOG = LoggerFactory.getLogger(ServerRun.class);
    private static final int MOST_WAITING = 16;

    private final LanguageServers servers;
    private final Place place;
    private final ScheduledExecutorService timer;
    private final Listener listener;
    private final AtomicReference<@Nullable List<Program>> newest = new AtomicReference<>();
    private final BlockingQueue<Work> work = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile boolean isOver; // no question is answered any more

    /// Where a server works.
    ///
    /// @param folder of the documents
    record Place(Kernelspec kernelspec, Path folder) {

        /// Returns the address of a program.
        ///
        /// @param file its name
        String address(String file) {
            return folder.resolve(file).toUri().toString();
        }
    }

    /// Who is told what becomes of the server.
    interface Listener {

        void ready(String name);

        /// The server found these, in place of those before.
        ///
        /// @param document the program that the server spoke of
        void problems(VirtualDocument document, List<Problem> problems);

        /// There is no server, or it may not run.
        void notStarted(LanguageState why);

        /// It ended without being asked to. Told last, unless nothing was started.
        void failed(String name, String why);
    }

    /// What the thread does next.
    private sealed interface Work {

        /// The newest programs have not been handed over.
        record Sync() implements Work {}

        record Ask<T>(Question<T> question) implements Work {}

        /// The server has ended, or nobody can talk to it.
        record Ended() implements Work {}
    }

    /// Starts.
    ///
    /// @param timer ends a server that takes nothing
    /// @param programs what it is told first
    ServerRun(
            LanguageServers servers,
            Place place,
            ScheduledExecutorService timer,
            List<Program> programs,
            Listener listener) {
        this.servers = servers;
        this.place = place;
        this.timer = timer;
        this.listener = listener;
        changed(programs);
        this.thread = PipeThread.start("language-server", this::run);
    }

    /// Hands newer programs over, soon. Never blocks.
    void changed(List<Program> programs) {
        if (newest.getAndSet(programs) == null) {
            boolean isQueued = work.offer(new Work.Sync());
            LOG.debug("a newer program waits: {}", isQueued);
        }
    }

    /// Asks. Never blocks.
    ///
    /// @return whether the question is going to be answered
    boolean ask(Question<?> question) {
        var asked = new Work.Ask<>(question);
        boolean isTaken = !isOver && work.offer(asked);
        boolean isTooLate = isOver && work.remove(asked); // nobody looked any more
        return isTaken && !isTooLate;
    }

    /// Ends the server, without waiting for it.
    void end() {
        thread.interrupt();
    }

    // ---- on the run's thread

    private void run() {
        Path root = null;
        try {
            root = Files.createTempDirectory("cellist-language");
            switch (servers.start(place.kernelspec(), place.folder(), root)) {
                case ToolOutcome.NotFound _ -> listener.notStarted(new LanguageState.Missing());
                case ToolOutcome.ConsentNeeded(var path) ->
                        listener.notStarted(new LanguageState.ConsentNeeded(path));
                case ToolOutcome.Refused(var tool, var why) -> listener.failed(tool.name(), why);
                case ToolOutcome.Started(var tool, var process) ->
                        talk(new ServerProcess(process, timer), tool.name(), root);
            }
        } catch (IOException e) {
            listener.failed(place.kernelspec().name(), String.valueOf(e.getMessage()));
        } catch (InterruptedException | RejectedExecutionException e) {
            LOG.debug("the language server was ended", e); // with the notebook or the program
        } finally {
            delete(root);
            answerNobody();
        }
    }

    private void talk(ServerProcess process, String name, Path root) throws InterruptedException {
        try (process) {
            var interpreter = place.kernelspec().interpreter();
            var settings =
                    new ServerSettings(
                            place.folder(), interpreter == null ? null : interpreter.path());
            var talk =
                    new ServerTalk(
                            process,
                            place::address,
                            settings,
                            listener::problems,
                            this::connectionEnded);
            talk.begin(root);
            listener.ready(name);
            serve(talk);
            listener.failed(name, process.lastWords(talk.whyItEnded()));
        } catch (ServerTrouble e) {
            LOG.debug("the language server failed", e);
            listener.failed(name, process.lastWords(String.valueOf(e.getMessage())));
        }
    }

    private void connectionEnded() {
        answerNobody();
        boolean isQueued = work.offer(new Work.Ended());
        LOG.debug("the connection ended: {}", isQueued);
    }

    /// Works until the connection ends.
    private void serve(ServerTalk talk) throws InterruptedException, ServerTrouble {
        while (true) {
            switch (work.take()) {
                case Work.Sync _ -> {
                    var programs = newest.getAndSet(null);
                    if (programs != null) {
                        talk.show(programs);
                    }
                }
                case Work.Ask<?>(var question) -> talk.answer(question);
                case Work.Ended _ -> {
                    return;
                }
            }
        }
    }

    /// Whoever still waits is told that there is no answer.
    private void answerNobody() {
        isOver = true;
        for (var left = work.poll(); left != null; left = work.poll()) {
            if (left instanceof Work.Ask<?>(var question)) {
                question.then().accept(new LanguageAnswer.Late<>());
            }
        }
    }

    private static void delete(@Nullable Path root) {
        try {
            if (root != null) {
                Files.deleteIfExists(root);
            }
        } catch (IOException e) {
            LOG.debug("a temporary folder stays", e); // a server wrote into it
        }
    }
}
