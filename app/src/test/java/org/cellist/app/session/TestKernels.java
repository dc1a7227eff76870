package org.cellist.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.Kernelspec;

/// The real Python kernels that tests run on, and sessions on them.
enum TestKernels {
    DEBIAN,
    NEWEST;

    private static final String NOTEBOOK =
            """
            {"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[
             {"cell_type":"code","id":"a","source":"%s","metadata":{},
              "execution_count":null,"outputs":[]}]}
            """;

    private static final ConsentStore EVERYTHING = _ -> true;

    /// Returns a session of a notebook with one cell, on this kernel.
    ///
    /// @param source as it stands in JSON
    RunSession session(Path folder, String source) throws IOException {
        var file = folder.resolve("a.ipynb");
        Files.writeString(file, NOTEBOOK.formatted(source));
        var page = new RunSession(file, EVERYTHING);
        page.session.kernel().choose(kernelspec());
        return page;
    }

    private Kernelspec kernelspec() {
        var venvs = Path.of("..", ".venvs").toAbsolutePath().normalize();
        var place = this == NEWEST ? venvs : Path.of("/usr/bin");
        return new KernelBridge(null, EVERYTHING)
                .kernels(this == NEWEST ? venvs : null).kernelspecs().stream()
                        .filter(
                                it ->
                                        it.interpreter() != null
                                                && it.interpreter().path().startsWith(place))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new AssertionError(
                                                this
                                                        + " is missing. Type: ./cellist test (it sets up"
                                                        + " ipykernel)"));
    }
}
