package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.LaunchOutcome.Launched;
import org.cellist.kernel.runtime.discovery.CatalogReader;
import org.cellist.kernel.runtime.discovery.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What kernels are started with: the process in their place says its arguments.
class LocalLauncherTest {

    private static final String IN_MEMORY = "--HistoryManager.hist_file=:memory:";
    private static final String LATE = "--Kernel.stop_on_error_timeout=86400";
    private static final LaunchOptions UNATTENDED = LaunchOptions.DEFAULT.unattended();

    @TempDir private Path root;

    private final Host host = Host.current(Map.of("PATH", "/usr/bin:/bin"));

    @ParameterizedTest
    @ValueSource(strings = {"ipykernel", "IPython.kernel"})
    void ipykernelKeepsItsHistoryInMemoryWhereNobodyIs(String module) throws Exception {
        assertEquals(List.of("-m", module, IN_MEMORY), arguments(UNATTENDED, "-m", module));
    }

    @Test
    void ipykernelsLauncherIsStartedWithoutItsDebuggerWhereNobodyIs() throws Exception {
        assertEquals(
                lines("-c", Ipykernel.WITHOUT_DEBUGGER.stripTrailing(), "", "-q", IN_MEMORY),
                arguments(UNATTENDED, "-m", "ipykernel_launcher", "-q"));
    }

    @Test
    void ipykernelWritesItsHistoryForAPerson() throws Exception {
        assertEquals(
                List.of("-m", "ipykernel_launcher"),
                arguments(LaunchOptions.DEFAULT, "-m", "ipykernel_launcher"));
    }

    @Test
    void theOtherSettingOfIpykernelComesBesides() throws Exception {
        assertEquals(
                List.of("-m", "ipykernel", IN_MEMORY, LATE),
                arguments(UNATTENDED.abortingLate(), "-m", "ipykernel"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash_kernel", "xpython", "my_ipykernel", "IRkernel::main()"})
    void anotherKernelGetsNoSettingOfIpykernels(String module) throws Exception {
        assertEquals(List.of("-m", module), arguments(UNATTENDED.abortingLate(), "-m", module));
    }

    @Test
    void theJavaKernelGetsNoSettingOfIpykernels() throws Exception {
        var argv = JavaKernel.kernelspec(host, null).argv();
        var own = argv.subList(1, argv.size() - 1); // without java and the connection file

        assertEquals(own, arguments(UNATTENDED.abortingLate(), own.toArray(String[]::new)));
    }

    private static List<String> lines(String... arguments) {
        return String.join("\n", arguments).lines().toList();
    }

    /// Starts a process with these arguments; returns those that it got.
    private List<String> arguments(LaunchOptions options, String... arguments) throws Exception {
        var says = new ArrayList<>(List.of("-c", "printf '%s\\n' \"$@\"", "kernel"));
        says.addAll(List.of(arguments));
        var kernelspec = Kernelspecs.starting(Path.of("/bin/sh"), says.toArray(String[]::new));
        var catalog = new CatalogReader(host, _ -> true, List.of());
        var launcher = new LocalLauncher(host, catalog, new RuntimeFolder(root.resolve("run")));

        var outcome = launcher.launch(kernelspec, root, options, launcher.ownProcess());

        try (var kernel = assertInstanceOf(Launched.class, outcome, outcome::toString).kernel()) {
            var exit = kernel.exit().toCompletableFuture().get(2, TimeUnit.MINUTES);
            assertEquals(0, exit.exitCode());
            return exit.lastWords().lines().toList();
        }
    }
}
