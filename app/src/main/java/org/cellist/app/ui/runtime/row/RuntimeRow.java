package org.cellist.app.ui.runtime.row;

import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// One runtime in the picker. Immutable.
///
/// @param key names it for [RuntimeChoices]; never shown
/// @param name what runs, such as `Python 3.12`
/// @param origin where it comes from
/// @param detail the interpreter's or kernelspec's path, and what else tells it apart
/// @param state whether it can be attached now
/// @param place where it is, which is the heading it stands under
public record RuntimeRow(
        String key, String name, Origin origin, String detail, State state, Place place) {

    /// A runtime of this computer.
    public RuntimeRow(String key, String name, Origin origin, String detail, State state) {
        this(key, name, origin, detail, state, new Place.ThisComputer());
    }

    /// Returns it in another state.
    public RuntimeRow with(State newState) {
        return new RuntimeRow(key, name, origin, detail, newState, place);
    }

    /// Where a runtime is.
    public sealed interface Place {

        record ThisComputer() implements Place {}

        /// A Jupyter server.
        record Server(ServerAddress server) implements Place {}

        /// A machine that is reached over SSH, or a container or distribution that was entered.
        record Machine(HostAddress host) implements Place {}

        /// The containers of this computer that nobody has entered.
        record Containers() implements Place {}

        /// Its distributions of the Windows Subsystem for Linux that nobody has entered.
        record Distributions() implements Place {}

        /// A machine that Colab has given to the person's account.
        record OnColab(ColabRuntime runtime) implements Place {}

        /// What Colab would give.
        record Colab() implements Place {}
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

        /// A kernelspec of a server or machine: the notebook gets a kernel of its own.
        record NewKernel() implements Origin {}

        /// A kernel that runs on a server or machine already.
        ///
        /// @param notebook what it runs for; empty where that is not known
        record RunningKernel(String notebook) implements Origin {}

        /// A server that has not said what it has.
        record WholeServer() implements Origin {}

        /// A machine that has not said what it has.
        record WholeMachine() implements Origin {}

        /// A container or a distribution.
        record Nearby(HostAddress host) implements Origin {}

        /// What runs containers.
        record Engine() implements Origin {}

        /// An account whose machines are not known.
        record Account() implements Origin {}

        /// A machine that Colab gives when it is asked for.
        ///
        /// @param isAsked whether the notebook asks for such a one
        record NewMachine(ColabMachine machine, boolean isAsked) implements Origin {}
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
        /// @param command with which its kernel would be started, as a person would type it; empty
        ///     where there is no kernel yet
        record NeedsConsent(String path, String command) implements State {}

        /// The server or machine is being asked.
        record Looking() implements State {}

        /// The server does not say what it has.
        record Trouble(ServerProblem problem) implements State {}

        /// The machine does not say what it has.
        record HostTrouble(HostProblem problem) implements State {}

        /// Nobody has looked what it has.
        record Closed() implements State {}

        /// It is there once it is asked for.
        record OnRequest() implements State {}

        /// It cannot run.
        ///
        /// @param why in plain words
        record Unusable(String why) implements State {}
    }
}
