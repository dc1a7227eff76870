package org.cellist.kernel;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.client.Execution;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.client.ExecutionListener;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.LaunchOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole bridge on a real ipykernel.
class KernelBridgeIT {

    @TempDir private Path folder;

    private ConnectedKernel kernel;

    @BeforeEach
    void startKernel() throws InterruptedException {
        var bridge = new KernelBridge(null, ConsentStore.NOTHING);
        var spec =
                bridge.kernels(null)
                        .named("python3")
                        .orElseThrow(
                                () ->
                                        new AssertionError(
                                                "no Python kernel: apt install python3-ipykernel"));
        var outcome = bridge.start(spec, folder, LaunchOptions.DEFAULT);
        kernel = assertInstanceOf(ConnectOutcome.Connected.class, outcome).kernel();
    }

    @AfterEach
    void endKernel() {
        kernel.close();
    }

    @Test
    void outputArrivesBeforeTheEnd() throws Exception {
        var run = run("print('안녕')\n1/0");

        var end = assertInstanceOf(ExecutionEnd.Replied.class, run.end());
        assertInstanceOf(Reply.Status.Errored.class, end.reply().status());
        assertEquals("안녕\n", run.stdout());
        assertTrue(run.received.stream().anyMatch(IopubContent.KernelError.class::isInstance));
    }

    @Test
    void theKernelRunsInTheNotebooksFolder() throws Exception {
        var run = run("import os; print(os.getcwd())");

        run.end();
        assertEquals(folder.toRealPath() + "\n", run.stdout());
    }

    @Test
    void inputIsAnswered() throws Exception {
        var run = run("print('<' + input('name? ') + '>')");
        assertEquals("name? ", run.asked.get(20, TimeUnit.SECONDS).prompt());

        requireNonNull(run.execution).answer("첼로");

        run.end();
        assertEquals("<첼로>\n", run.stdout());
    }

    @Test
    void anInterruptEndsTheCellAndNotTheKernel() throws Exception {
        var sleeping = run("print('now', flush=True)\nimport time\ntime.sleep(600)");
        sleeping.firstOutput.get(20, TimeUnit.SECONDS);

        kernel.interrupt();

        sleeping.end();
        var next = run("print(7)");
        next.end();
        assertEquals("7\n", next.stdout());
    }

    @Test
    void aKernelThatDiesLeavesItsLastWords() throws Exception {
        // ipykernel keeps its first standard error there and puts a pipe in its place.
        var run =
                run(
                        """
                        import os, sys
                        os.write(sys.stderr._original_stdstream_copy, b"goodbye")
                        os._exit(3)
                        """);

        assertInstanceOf(ExecutionEnd.KernelGone.class, run.end());
        var exit = kernel.exit().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertEquals(3, exit.exitCode());
        assertTrue(exit.lastWords().contains("goodbye"), exit.lastWords());
    }

    @Test
    void shutdownEndsTheProcess() throws Exception {
        kernel.shutdown();

        kernel.exit().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertTrue(ProcessHandle.of(kernel.processId()).filter(ProcessHandle::isAlive).isEmpty());
    }

    private Run run(String code) {
        var run = new Run();
        run.execution = kernel.client().execute(ExecuteRequest.of(code), run);
        return run;
    }

    /// Collects what one execution says.
    private static final class Run implements ExecutionListener {

        private final List<IopubContent> received = new ArrayList<>();
        private final CompletableFuture<InputRequest> asked = new CompletableFuture<>();
        private final CompletableFuture<ExecutionEnd> end = new CompletableFuture<>();
        private final CompletableFuture<Stream> firstOutput = new CompletableFuture<>();
        private @Nullable Execution execution;

        @Override
        public void received(Message<IopubContent> message) {
            received.add(message.content());
            if (message.content() instanceof Stream stream) {
                firstOutput.complete(stream);
            }
        }

        @Override
        public void inputRequested(InputRequest request) {
            asked.complete(request);
        }

        @Override
        public void ended(ExecutionEnd how) {
            end.complete(how);
        }

        ExecutionEnd end() throws Exception {
            return end.get(20, TimeUnit.SECONDS);
        }

        String stdout() {
            var text = new StringBuilder();
            for (var content : received) {
                if (content instanceof Stream stream) {
                    text.append(stream.text());
                }
            }
            return text.toString();
        }
    }
}
