package org.cellist.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecSource;

/// The real kernels that tests run on, and sessions on them.
enum TestKernels {
    /// Debian's ipykernel.
    DEBIAN,
    /// The newest ipykernel.
    NEWEST,
    /// The kernel that comes with Cellist.
    JAVA,
    /// Debian's IRkernel.
    R;

    private static final ConsentStore EVERYTHING = _ -> true;

    /// Returns a session of a notebook with one code cell for each source, on this kernel.
    ///
    /// @param sources as they stand in JSON
    RunSession session(Path folder, String... sources) throws IOException {
        var file = folder.resolve("a.ipynb");
        var cells = new StringJoiner(",");
        for (var source : sources) {
            cells.add(
                    """
                    {"cell_type":"code","id":"a%d","source":"%s","metadata":{},
                     "execution_count":null,"outputs":[]}
                    """
                            .formatted(cells.length(), source));
        }
        Files.writeString(
                file,
                "{\"nbformat\":4,\"nbformat_minor\":5,\"metadata\":{},\"cells\":[" + cells + "]}");
        var page = new RunSession(file, EVERYTHING);
        page.session.kernel().choose(new KernelRuntime.Local(kernelspec()));
        return page;
    }

    Kernelspec kernelspec() {
        var venvs = Path.of("..", ".venvs").toAbsolutePath().normalize();
        var catalog = new KernelBridge(null, EVERYTHING).kernels(this == NEWEST ? venvs : null);
        return catalog.kernelspecs().stream()
                .filter(it -> isThis(it, venvs))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        this
                                                + " is missing. Type: ./cellist test (it sets up"
                                                + " the kernels)"));
    }

    private boolean isThis(Kernelspec it, Path venvs) {
        return switch (this) {
            case DEBIAN -> runsBelow(it, Path.of("/usr/bin")) && it.language().equals("python");
            case NEWEST -> runsBelow(it, venvs);
            case JAVA -> it.source() == KernelspecSource.BUILT_IN;
            case R -> it.language().equals("R") && it.isRunnable();
        };
    }

    private static boolean runsBelow(Kernelspec it, Path place) {
        var interpreter = it.interpreter();
        return interpreter != null && interpreter.path().startsWith(place);
    }
}
