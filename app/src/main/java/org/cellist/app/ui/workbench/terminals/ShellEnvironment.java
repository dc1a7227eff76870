package org.cellist.app.ui.workbench.terminals;

import java.util.Optional;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.PythonEnvironment;

/// Which Python environment a notebook's terminal has activated: that which its kernel runs in, so
/// that what is installed in the terminal is there for the notebook. One that the person has not
/// agreed to is not used: its programs would come before the system's.
///
/// Stateless.
final class ShellEnvironment {

    private ShellEnvironment() {}

    /// Returns it for a runtime of this machine; empty for others.
    static Optional<PythonEnvironment> of(KernelRuntime runtime) {
        return runtime instanceof KernelRuntime.Local(var kernelspec)
                ? Optional.of(kernelspec)
                        .filter(it -> !it.needsConsent())
                        .map(Kernelspec::environment)
                : Optional.empty();
    }
}
