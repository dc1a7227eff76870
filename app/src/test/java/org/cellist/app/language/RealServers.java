package org.cellist.app.language;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.Tool;

/// The servers and kernels of this machine. Fails with what would install them.
final class RealServers {

    static final Tool PYLSP = new Tool("pylsp", List.of());
    private static final KernelBridge BRIDGE = new KernelBridge(null, ConsentStore.NOTHING);

    private RealServers() {}

    /// Debian's python-lsp-server with its checker.
    static LanguageServers pylsp() {
        return only(PYLSP);
    }

    /// One program on the PATH or in the environment.
    static LanguageServers only(Tool tool) {
        return (kernelspec, folder, root) ->
                BRIDGE.startTool(List.of(tool), kernelspec, folder, root);
    }

    /// A script in place of a server, for `sh`.
    static LanguageServers script(String script) {
        return only(new Tool("sh", List.of("-c", script)));
    }

    private static boolean isDebians(Kernelspec kernelspec) {
        var interpreter = kernelspec.interpreter();
        return interpreter != null
                && kernelspec.language().equals("python")
                && interpreter.path().startsWith("/usr/bin");
    }

    /// Debian's Python, as a kernelspec.
    static Kernelspec python() {
        return BRIDGE.kernels(Path.of("/")).kernelspecs().stream()
                .filter(RealServers::isDebians)
                .findFirst()
                .orElseGet(() -> fail("no ipykernel: sudo apt-get install -y python3-ipykernel"));
    }
}
