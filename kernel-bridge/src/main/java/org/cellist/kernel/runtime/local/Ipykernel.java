package org.cellist.kernel.runtime.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cellist.kernel.runtime.LaunchOptions;

/// What a command that starts ipykernel has to say besides, for the options of a launch.
final class Ipykernel {

    private static final String LAUNCHER = "ipykernel_launcher";

    /// The modules of ipykernel that kernelspecs start, of old and of now.
    private static final List<String> MODULES = List.of(LAUNCHER, "ipykernel", "IPython.kernel");

    /// Does what `python -m ipykernel_launcher` does, but has ipykernel believe that debugpy is not
    /// installed: to import it takes a quarter of the kernel's start. The code of a cell finds it.
    ///
    /// The kernel's own modules are not looked for in the notebook's folder, which Python puts
    /// first on the path; it stands there again when the launcher begins, as with `-m`.
    static final String WITHOUT_DEBUGGER =
            """
            import sys
            here = sys.path[:1] == [""]
            if here:
                del sys.path[0]
            import logging, os, runpy
            logging.getLogger("IPKernelApp").addFilter(lambda it: "debugpy" not in it.getMessage())
            sys.modules["debugpy"] = None
            try:
                import ipykernel.kernelapp
            except ImportError:
                pass  # the launcher will say so
            finally:
                del sys.modules["debugpy"]
            if here:
                sys.path.insert(0, os.getcwd())
            runpy.run_module("ipykernel_launcher", run_name="__main__", alter_sys=True)
            """;

    private Ipykernel() {}

    static boolean isStartedBy(List<String> command) {
        return MODULES.stream().anyMatch(command::contains);
    }

    /// Returns the command for a launch with these options.
    static List<String> with(LaunchOptions options, List<String> command) {
        var whole = new ArrayList<>(command);
        if (!options.attended()) {
            int module = Collections.indexOfSubList(whole, List.of("-m", LAUNCHER));
            if (module > 0) {
                whole.set(module, "-c");
                whole.set(module + 1, WITHOUT_DEBUGGER);
            }
            whole.add("--HistoryManager.hist_file=:memory:");
        }
        if (options.abortsLate()) {
            whole.add("--Kernel.stop_on_error_timeout=" + LaunchOptions.ABORT_SECONDS);
        }
        return whole;
    }
}
