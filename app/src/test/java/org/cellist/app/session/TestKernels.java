package org.cellist.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecSource;

/// The real kernels that tests run on, and sessions on them.
enum TestKernels {
    /// Debian's ipykernel.
    DEBIAN,
    /// The newest ipykernel.
    NEWEST,
    /// The kernel that comes with Cellist.
    JAVA;

    private static final ConsentStore EVERYTHING = _ -> true;

    /// Returns a session of a notebook with one cell, on this kernel.
    ///
    /// @param source as it stands in JSON
    RunSession session(Path folder, String source) throws IOException {
        var file = folder.resolve("a.ipynb");
        Files.writeString(
                file,
                """
                {"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[
                 {"cell_type":"code","id":"a","source":"%s","metadata":{},
                  "execution_count":null,"outputs":[]}]}
                """
                        .formatted(source));
        var page = new RunSession(file, EVERYTHING);
        page.session.kernel().choose(kernelspec());
        return page;
    }

    private Kernelspec kernelspec() {
        var venvs = Path.of("..", ".venvs").toAbsolutePath().normalize();
        var catalog = new KernelBridge(null, EVERYTHING).kernels(this == NEWEST ? venvs : null);
        return catalog.kernelspecs().stream()
                .filter(
                        it ->
                                this == JAVA
                                        ? it.source() == KernelspecSource.BUILT_IN
                                        : runsBelow(
                                                it, this == NEWEST ? venvs : Path.of("/usr/bin")))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        this
                                                + " is missing. Type: ./cellist test (it sets up"
                                                + " ipykernel)"));
    }

    private static boolean runsBelow(Kernelspec it, Path place) {
        var interpreter = it.interpreter();
        return interpreter != null && interpreter.path().startsWith(place);
    }
}
