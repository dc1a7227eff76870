package org.cellist.app.ui.runtime;

/// One runtime in the picker. Immutable.
///
/// @param key names it for [RuntimeChoices]; never shown
/// @param name what runs, such as `Python 3.12`
/// @param origin where it comes from
/// @param detail the interpreter's or kernelspec's path, and what else tells it apart
/// @param state whether it can be attached now
public record RuntimeRow(String key, String name, Origin origin, String detail, State state) {

    RuntimeRow with(State newState) {
        return new RuntimeRow(key, name, origin, detail, newState);
    }

    /// Where a runtime comes from.
    public sealed interface Origin {

        /// A virtual environment; `name` is its folder's.
        record Venv(String name) implements Origin {}

        record Conda(String name) implements Origin {}

        record Pyenv(String version) implements Origin {}

        /// The interpreter of the operating system.
        record OperatingSystem() implements Origin {}

        /// An installed kernelspec; `name` is its folder's.
        record Installed(String name) implements Origin {}

        /// Nowhere yet: what the notebook asks for and could be installed.
        record Wanted() implements Origin {}

        /// The kernel that comes with Cellist.
        record BuiltIn() implements Origin {}
    }

    /// Whether a runtime can be attached, and what is missing.
    public sealed interface State {

        record Ready() implements State {}

        /// This notebook runs on it.
        record Attached() implements State {}

        /// Its interpreter lacks the kernel package.
        ///
        /// @param command what installs it, as a person would type it; or the address of the page
        ///     that explains it
        /// @param installable whether Cellist can run the command
        record NeedsKernel(String command, boolean installable) implements State {}

        /// It lies in the notebook's folder, and nobody has yet allowed to run it.
        ///
        /// @param path what would be executed
        record NeedsConsent(String path) implements State {}

        /// It cannot run.
        ///
        /// @param why in plain words
        record Unusable(String why) implements State {}
    }
}
