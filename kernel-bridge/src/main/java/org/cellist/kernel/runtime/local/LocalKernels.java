package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.EnvironmentTools;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.discovery.CatalogReader;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.discovery.InstallRecipes;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// What finds and starts the kernels of this machine, built when it is first needed: where
/// Cellist was started from the desktop, that asks the login shell once for its PATH.
///
/// Thread-safe.
public final class LocalKernels {

    private static final Duration SHELL_PATIENCE = Duration.ofSeconds(5);

    private final @Nullable Path javaKernelJar;
    private final ConsentStore consents;
    private @Nullable Parts parts;

    /// @param javaKernelJar the bundled Java kernel; null to look for it
    public LocalKernels(@Nullable Path javaKernelJar, ConsentStore consents) {
        this.javaKernelJar = javaKernelJar;
        this.consents = consents;
    }

    private record Parts(
            Host host,
            CatalogReader catalog,
            LocalLauncher launcher,
            InstallRecipes recipes,
            LocalTools tools,
            EnvironmentTools environments) {

        static Parts of(Host host, @Nullable Path javaKernelJar, ConsentStore consents) {
            var builtIn = List.of(JavaKernel.kernelspec(host, javaKernelJar));
            var catalog = new CatalogReader(host, consents, builtIn);
            var launcher = new LocalLauncher(host, catalog, RuntimeFolder.usual(host));
            var recipes = new InstallRecipes(host);
            return new Parts(
                    host,
                    catalog,
                    launcher,
                    recipes,
                    new LocalTools(host, catalog),
                    new LocalEnvironments(host, catalog, recipes));
        }
    }

    public CatalogReader catalog() {
        return parts().catalog();
    }

    public LocalLauncher launcher() {
        return parts().launcher();
    }

    public InstallRecipes recipes() {
        return parts().recipes();
    }

    public LocalTools tools() {
        return parts().tools();
    }

    public EnvironmentTools environments() {
        return parts().environments();
    }

    /// Returns this machine's files.
    public PlaceFiles files() {
        var host = parts().host();
        var bin =
                SystemBin.of(
                        host.os(),
                        host.home(),
                        host.env().get("XDG_DATA_HOME"),
                        Clock.system(ZoneId.systemDefault()));
        return new LocalFiles(host.home(), bin);
    }

    /// Starts the person's shell in a terminal of this machine.
    ///
    /// @param folder where it begins
    /// @param environment what is activated in it; null for nothing
    /// @throws IOException if the system lets none start
    public Terminal terminal(
            Path folder, @Nullable PythonEnvironment environment, TerminalSize size)
            throws IOException {
        var host = parts().host();
        var variables =
                new LaunchEnvironment(host, ProcessHandle.current().pid()).activated(environment);
        return LocalTerminal.open(host, folder, variables, size);
    }

    /// Whoever comes while the shell is asked waits here: there is nothing to do without it.
    private synchronized Parts parts() {
        var built = parts;
        if (built == null) {
            var variables = LoginShell.withPath(System.getenv(), Host.Os.current(), SHELL_PATIENCE);
            built = Parts.of(Host.current(variables), javaKernelJar, consents);
            parts = built;
        }
        return built;
    }
}
