package org.cellist.kernel.runtime;

import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.jspecify.annotations.Nullable;

/// What a person picks to run a notebook on: a machine and one of its kernelspecs.
///
/// Named so because `Runtime` would hide `java.lang.Runtime`; see docs/decisions/0015.
///
/// Immutable.
public sealed interface KernelRuntime {

    /// Returns what notebooks call the kernelspec: `kernelspec.name`.
    String name();

    /// Returns the kernelspec's name for people.
    String displayName();

    /// Returns the language as the kernelspec's author wrote it; may be empty.
    String language();

    /// Returns a text that tells this runtime from every other one and stays the same between
    /// two listings, for settings.
    String key();

    /// A kernel on this machine, as a process of this user.
    record Local(Kernelspec kernelspec) implements KernelRuntime {

        @Override
        public String name() {
            return kernelspec.name();
        }

        @Override
        public String displayName() {
            return kernelspec.displayName();
        }

        @Override
        public String language() {
            return kernelspec.language();
        }

        @Override
        public String key() {
            return kernelspec.key();
        }
    }

    /// A kernel on a Jupyter server.
    ///
    /// @param kernel the running kernel that is joined; null for one of the notebook's own
    record JupyterServer(ServerAddress server, ServerKernelspec kernelspec, @Nullable String kernel)
            implements KernelRuntime {

        @Override
        public String name() {
            return kernelspec.name();
        }

        @Override
        public String displayName() {
            return kernelspec.displayName();
        }

        @Override
        public String language() {
            return kernelspec.language();
        }

        @Override
        public String key() {
            return (kernel == null ? name() : name() + "#" + kernel) + "@" + server.base();
        }
    }

    /// A kernel with a holder: on a machine that is reached over SSH, in a container, in a
    /// distribution of the Windows Subsystem for Linux.
    ///
    /// @param kernel the running kernel that is joined; null for the notebook's own
    record OnHost(HostAddress host, HostKernelspec kernelspec, @Nullable String kernel)
            implements KernelRuntime {

        @Override
        public String name() {
            return kernelspec.name();
        }

        @Override
        public String displayName() {
            return kernelspec.displayName();
        }

        @Override
        public String language() {
            return kernelspec.language();
        }

        @Override
        public String key() {
            var what = kernel == null ? name() + "@" + kernelspec.place() : "#" + kernel;
            return what + "@" + host.uri();
        }
    }
}
