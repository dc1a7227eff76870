package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.cellist.app.environment.installed.InstalledPackages;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The packages where real kernels run.
class KernelPackagesIT {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"DEBIAN", "NEWEST"})
    void aKernelSaysWhatIsInstalledWhereItRuns(TestKernels which) throws Exception {
        var code =
                "import sys, platform; from importlib.metadata import version;"
                        + " print(platform.python_version(), sys.executable, version('ipykernel'),"
                        + " sep=chr(10), end='')";
        try (var page = which.session(folder, code)) {
            page.runToTheEnd(0);
            var said = page.shown(0).lines().toList();

            var installed = ask(page);

            assertEquals(said.get(0), installed.python());
            assertEquals(said.get(1), installed.installer().executable());
            assertTrue(
                    installed.lines().contains("ipykernel==" + said.get(2)),
                    installed.lines()::toString);
        }
    }

    private static InstalledPackages ask(RunSession page) throws InterruptedException {
        var answer = new AtomicReference<KernelAnswer<Evaluation>>();
        page.session
                .kernel()
                .assist()
                .evaluate("packages", InstalledPackages.question(), answer::set);
        page.until(() -> answer.get() != null);
        var given = assertInstanceOf(KernelAnswer.Given.class, answer.get());
        var value = assertInstanceOf(Evaluation.Value.class, given.value());
        return InstalledPackages.read(value.json()).orElseThrow();
    }
}
