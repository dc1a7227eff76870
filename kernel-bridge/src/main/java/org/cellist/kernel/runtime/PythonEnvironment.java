package org.cellist.kernel.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A Python environment found on this machine, known by its files alone.
///
/// @param kind what made it
/// @param name what people call it: the folder's name, or the version for a plain installation
/// @param prefix its root, `sys.prefix`
/// @param interpreter its Python
/// @param programFolders what its activation puts first on the PATH, in order
/// @param ipykernelVersion the installed ipykernel; null if there is none
///
/// Immutable.
public record PythonEnvironment(
        Kind kind,
        String name,
        Path prefix,
        Interpreter interpreter,
        List<Path> programFolders,
        @Nullable String ipykernelVersion) {

    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");
    private static final int FIRST_MAJOR = 7;
    private static final int FIRST_MINOR = 3;

    public PythonEnvironment {
        programFolders = List.copyOf(programFolders);
    }

    /// Where an environment comes from. Immutable.
    public enum Kind {
        /// `python -m venv`, virtualenv, uv, poetry: has a pyvenv.cfg.
        VENV,
        /// conda, mamba, pixi: has a conda-meta folder.
        CONDA,
        /// A version installed by pyenv.
        PYENV,
        /// The system's own Python, or one installed beside it.
        SYSTEM
    }

    public boolean hasIpykernel() {
        return ipykernelVersion != null;
    }

    /// Returns whether its ipykernel can encrypt with CurveZMQ, as 7.3 was the first to do.
    public boolean hasEncryptingIpykernel() {
        var version = ipykernelVersion == null ? null : VERSION.matcher(ipykernelVersion);
        if (version == null || !version.lookingAt()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major > FIRST_MAJOR
                || (major == FIRST_MAJOR && Integer.parseInt(version.group(2)) >= FIRST_MINOR);
    }
}
