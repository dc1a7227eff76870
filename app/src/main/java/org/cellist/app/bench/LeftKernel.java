package org.cellist.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.cellist.kernel.ConnectOutcome;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.client.ExecutionListener;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.cellist.kernel.runtime.LaunchOptions;

/// The process from before of [AttachBenchmark]: starts a kernel that outlives it, lets it print,
/// and ends.
///
/// Confined to the main thread.
final class LeftKernel {

    /// What an evening's work may have said by the time the window is opened again.
    private static final String PRINTS = "x = 42\nfor i in range(1000): print(i)";

    private LeftKernel() {}

    /// Starts the kernel.
    ///
    /// @param arguments the keeper's folder, the notebook's path, the kernelspec's name
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var notebook = Path.of(arguments[1]);
        var bridge = new KernelBridge(null, _ -> true, Path.of(arguments[0]));
        var folder = notebook.toAbsolutePath().resolveSibling("");
        var spec =
                bridge.kernels(folder)
                        .named(arguments[2])
                        .orElseThrow(() -> new IOException("no kernel " + arguments[2]));
        var options = LaunchOptions.DEFAULT.keptFor(notebook.toString());
        var outcome = bridge.start(spec, folder, options);
        if (!(outcome instanceof ConnectOutcome.Connected(var kernel))) {
            throw new IOException(outcome.toString());
        }
        var done = new CountDownLatch(1);
        kernel.client().execute(ExecuteRequest.of(PRINTS), new Ending(done));
        done.await();
        boolean _ = kernel.leave();
        System.exit(0);
    }

    private record Ending(CountDownLatch done) implements ExecutionListener {

        @Override
        public void received(Message<IopubContent> message) {
            // The keeper records it.
        }

        @Override
        public void inputRequested(InputRequest request) {
            // The code asks for nothing.
        }

        @Override
        public void ended(ExecutionEnd end) {
            done.countDown();
        }
    }
}
