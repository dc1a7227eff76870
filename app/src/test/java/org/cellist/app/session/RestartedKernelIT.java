package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.cellist.app.session.KernelPort.Live;
import org.cellist.app.session.KernelPort.Outcome;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.client.ExecutionListener;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.KeptSession;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.LaunchOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kernel of a real keeper that is restarted while no window has its notebook.
class RestartedKernelIT {

    private static final ConsentStore EVERYTHING = _ -> true;
    private static final String ABOUT = "import os; print('n' in globals(), os.getcwd())";

    @TempDir Path folder;
    private KernelBridge bridge;
    private KernelPort kernels;
    private Path notebook;
    private LaunchOptions options;

    @BeforeEach
    void start() throws Exception {
        bridge = new KernelBridge(null, EVERYTHING, folder.resolve("keeper"));
        kernels = new BridgedKernels(bridge, new ServerNotebooks(AwayCopies.NONE));
        notebook = Files.createFile(folder.resolve("art.ipynb"));
        options = LaunchOptions.DEFAULT.keptFor(notebook.toString());
    }

    @AfterEach
    void stop() throws Exception {
        var kept = bridge.kept().orElseThrow();
        for (var each : kept.sessions()) {
            kept.stop(each.id(), Duration.ZERO);
        }
    }

    @Test
    void theNotebookFindsTheNewOneAndWhatTheOldOneSaid() throws Exception {
        var runtime = new KernelRuntime.Local(TestKernels.DEBIAN.kernelspec());
        var first = started(kernels.start(runtime, folder, options, RunAdopter.NOBODY));
        var before = output(first, ABOUT);
        var run = new Run();
        first.client()
                .execute(
                        "cell",
                        ExecuteRequest.of(
                                "n = 1; print('on', flush=True); import time; time.sleep(600)"),
                        run,
                        _ -> {});
        run.first.get(60, TimeUnit.SECONDS);
        first.leave();
        var old = bridge.kept().orElseThrow().sessions().getFirst();

        bridge.kept().orElseThrow().restart(old.id(), Duration.ZERO);

        var sessions = bridge.kept().orElseThrow().sessions();
        var works = sessions.stream().filter(it -> it.work() != KeptSession.Work.ENDED).toList();
        assertEquals(1, works.size());
        assertNotEquals(old.processId(), works.getFirst().processId());
        assertEquals(old.kernelspec(), works.getFirst().kernelspec());
        var adopted = new CopyOnWriteArrayList<Run>();
        var second = started(kernels.resume(notebook, null, options, adopter(adopted)));

        assertEquals(1, adopted.size());
        assertInstanceOf(ExecutionEnd.KernelGone.class, adopted.getFirst().end());
        assertEquals("on\n", adopted.getFirst().text());
        assertEquals(before, output(second, ABOUT));
        second.close();
    }

    @Test
    void oneThatAWindowHasIsLeftAlone() throws Exception {
        var runtime = new KernelRuntime.Local(TestKernels.DEBIAN.kernelspec());
        var first = started(kernels.start(runtime, folder, options, RunAdopter.NOBODY));
        output(first, "n = 1");
        var old = bridge.kept().orElseThrow().sessions().getFirst();

        bridge.kept().orElseThrow().restart(old.id(), Duration.ZERO);

        assertEquals("1\n", output(first, "print(n)"));
        first.close();
    }

    private static RunAdopter adopter(List<Run> adopted) {
        return (_, _) -> {
            var run = new Run();
            adopted.add(run);
            return run;
        };
    }

    private static Live started(Outcome outcome) {
        return assertInstanceOf(Outcome.Started.class, outcome, outcome::toString).kernel();
    }

    private static String output(Live kernel, String code) throws Exception {
        var run = new Run();
        kernel.client().execute(ExecuteRequest.of(code), run);
        assertInstanceOf(ExecutionEnd.Replied.class, run.end());
        return run.text();
    }

    /// What one run says. Thread-safe.
    private static final class Run implements ExecutionListener {

        private final CompletableFuture<String> first = new CompletableFuture<>();
        private final CompletableFuture<ExecutionEnd> end = new CompletableFuture<>();
        private final List<String> texts = new ArrayList<>(); // guarded by this

        @Override
        public synchronized void received(Message<IopubContent> message) {
            if (message.content() instanceof Stream stream) {
                texts.add(stream.text());
                first.complete(stream.text());
            }
        }

        @Override
        public void inputRequested(InputRequest request) {
            throw new AssertionError("nothing is asked");
        }

        @Override
        public void ended(ExecutionEnd how) {
            end.complete(how);
        }

        ExecutionEnd end() throws Exception {
            return end.get(60, TimeUnit.SECONDS);
        }

        synchronized String text() {
            return String.join("", texts);
        }
    }
}
