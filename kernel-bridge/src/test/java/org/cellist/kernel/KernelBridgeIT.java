package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.LaunchOptions;
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
        assertTrue(run.received().stream().anyMatch(IopubContent.KernelError.class::isInstance));
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
        assertEquals("name? ", run.asked().prompt());

        run.execution().answer("첼로");

        run.end();
        assertEquals("<첼로>\n", run.stdout());
    }

    @Test
    void anInterruptEndsTheCellAndNotTheKernel() throws Exception {
        var sleeping = run("print('now', flush=True)\nimport time\ntime.sleep(600)");
        sleeping.firstOutput();

        sleeping.interrupt();
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

    private RecordedRun run(String code) {
        return RecordedRun.of(kernel, code);
    }
}
