package org.cellist.kernel;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A program that starts a kernel, says its process id, and then waits to be killed.
///
/// Confined to its main thread.
final class KernelOwner {

    private KernelOwner() {}

    /// Starts the kernel.
    ///
    /// @param arguments the name of a [RealKernel], and the folder to start it in
    public static void main(String[] arguments) throws Exception {
        var real = RealKernel.valueOf(arguments[0]);
        var kernel = real.start(RealKernel.bridge(), Path.of(arguments[1]));
        var child =
                real == RealKernel.JAVA
                        ? "System.out.println(new ProcessBuilder(\"sleep\", \"600\").start().pid());"
                        : "import subprocess; print(subprocess.Popen(['sleep', '600']).pid)";
        var childId = RecordedRun.output(kernel, child).strip();
        say(System.out, kernel.processId() + " " + childId + " " + kernel.connectionFile());
        new CountDownLatch(1).await();
    }

    private static void say(PrintStream out, String words) {
        out.println(words);
        out.flush();
    }
}
