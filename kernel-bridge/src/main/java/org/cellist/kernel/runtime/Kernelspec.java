package org.cellist.kernel.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An installed description of how to start a kernel.
///
/// @param name what notebooks call it; not unique: `python3` exists once per environment
/// @param file how it is started
/// @param source where it was found
/// @param folder its folder with kernel.json and logos; null if no such folder exists
/// @param interpreter the program that it starts, resolved; null if that is not installed
/// @param environment the Python environment that the interpreter belongs to, if it is one
/// @param consentPath the path that must be agreed to before anything of it runs, because it lies
///     in or above the notebook's folder or belongs to somebody else; null once agreed to
///
/// Immutable.
public record Kernelspec(
        String name,
        KernelspecFile file,
        KernelspecSource source,
        @Nullable Path folder,
        @Nullable Interpreter interpreter,
        @Nullable PythonEnvironment environment,
        @Nullable Path consentPath) {

    public String displayName() {
        return file.displayName();
    }

    public String language() {
        return file.language();
    }

    /// Returns the command line before its places are filled in, to be shown to people.
    public List<String> argv() {
        return file.argv();
    }

    /// Returns whether the program that it starts exists.
    public boolean isRunnable() {
        return interpreter != null;
    }

    public boolean needsConsent() {
        return consentPath != null;
    }

    /// Returns the logo of that many pixels (32 or 64) if the folder has one.
    public Optional<Path> logo(int pixels) {
        return Optional.ofNullable(folder)
                .map(it -> it.resolve("logo-" + pixels + "x" + pixels + ".png"));
    }

    /// Returns a text that tells this kernelspec from every other one on this machine and stays
    /// the same between two listings, for settings.
    public String key() {
        var where = interpreter == null ? folder : interpreter.path();
        return source == KernelspecSource.BUILT_IN || where == null ? name : name + "@" + where;
    }
}
