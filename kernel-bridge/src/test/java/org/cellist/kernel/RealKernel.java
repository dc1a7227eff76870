package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.LaunchOptions;

/// The kernels that the tests run on. A missing one fails its test with the line that installs
/// it. Immutable.
enum RealKernel {
    /// The oldest ipykernel that we promise: Debian's.
    DEBIAN_IPYKERNEL("sudo apt-get install -y python3-ipykernel"),
    /// The newest ipykernel, in a venv of the working copy.
    NEWEST_IPYKERNEL("sh .build/setup-kernels.sh"),
    /// The one that comes with Cellist.
    JAVA("./mvnw -pl kernel-bridge process-test-resources");

    private static final ConsentStore EVERYTHING = _ -> true;
    private static final Path VENVS = Path.of("..", ".venvs").toAbsolutePath().normalize();

    private final String installs;

    RealKernel(String installs) {
        this.installs = installs;
    }

    static KernelBridge bridge() {
        return new KernelBridge(null, EVERYTHING);
    }

    Kernelspec kernelspec(KernelBridge bridge) {
        return switch (this) {
            case DEBIAN_IPYKERNEL ->
                    first(
                            bridge.kernels(null),
                            it -> it.name().equals("python3") && runs(it, "/usr/bin"));
            case NEWEST_IPYKERNEL ->
                    first(
                            bridge.kernels(VENVS),
                            it -> runs(it, VENVS.resolve("ipykernel-newest").toString()));
            case JAVA ->
                    first(
                            bridge.kernels(null),
                            it -> it.source() == KernelspecSource.BUILT_IN && it.isRunnable());
        };
    }

    ConnectedKernel start(KernelBridge bridge, Path folder) throws InterruptedException {
        return start(bridge, folder, LaunchOptions.DEFAULT);
    }

    ConnectedKernel start(KernelBridge bridge, Path folder, LaunchOptions options)
            throws InterruptedException {
        var outcome = bridge.start(kernelspec(bridge), folder, options);
        return assertInstanceOf(ConnectOutcome.Connected.class, outcome, outcome::toString)
                .kernel();
    }

    private Kernelspec first(KernelCatalog catalog, Predicate<Kernelspec> wanted) {
        return catalog.kernelspecs().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError(this + " is missing. Type: " + installs));
    }

    private static boolean runs(Kernelspec kernelspec, String below) {
        var interpreter = kernelspec.interpreter();
        return interpreter != null && interpreter.path().startsWith(below);
    }

    /// Returns code that says a word and then waits for an interrupt.
    String waiting() {
        return this == JAVA
                ? "System.out.println(\"now\"); while (true) Thread.sleep(20);"
                : "print('now', flush=True)\nimport time\ntime.sleep(600)";
    }

    /// Returns code that sets a variable, and code that prints whether it is set.
    String setsX() {
        return this == JAVA ? "int x = 5;" : "x = 5";
    }

    String printsX() {
        return this == JAVA ? "System.out.println(x);" : "print(x)";
    }
}
