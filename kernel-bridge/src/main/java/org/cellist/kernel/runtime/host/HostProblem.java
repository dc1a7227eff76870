package org.cellist.kernel.runtime.host;

/// Why a machine does not do what it was asked. Immutable.
public sealed interface HostProblem {

    /// Returns what the system or the machine says of it; empty where that is nothing.
    default String details() {
        return switch (this) {
            case Unreachable(_, var why) -> why;
            case KeyChanged changed -> changed.fingerprint();
            case LoginRefused(var login) -> login;
            case NoSuchKernelspec(var name) -> name;
            case Failed(var why) -> why;
            case NoEngine(_, var why) -> why;
            case UnknownName(var name) -> name;
            case Refused(var address) -> address;
            case Asks _,
                    Full _,
                    GivenUp _,
                    NoSuchHost _,
                    NoSuchKernel _,
                    NoTunnels _,
                    NoPython _,
                    NotRunning _ ->
                    "";
        };
    }

    /// No such name is known to this machine or to the one in between.
    record UnknownName(String name) implements HostProblem {}

    /// The machine is there, and nothing listens for SSH.
    ///
    /// @param address host and port
    record Refused(String address) implements HostProblem {}

    /// Nothing answers, or what answers breaks off.
    ///
    /// @param address host and port
    /// @param why in the system's words
    record Unreachable(String address, String why) implements HostProblem {}

    /// The machine shows another key than the known one: it is another machine, or somebody
    /// stands in between. Nothing was sent.
    ///
    /// @param name by which the key is known
    /// @param fingerprint of the key that was shown
    /// @param file where the known key stands
    /// @param line counted from 1; 0 where no line is to blame
    record KeyChanged(String name, String fingerprint, String file, int line)
            implements HostProblem {}

    /// It has a question, and nobody was there to answer: whether its key is right, or a secret.
    record Asks() implements HostProblem {}

    /// The person did not answer its question.
    record GivenUp() implements HostProblem {}

    /// It takes none of the keys and secrets that it was offered.
    ///
    /// @param login who was not let in, and where: `ada@gpu-box`
    record LoginRefused(String login) implements HostProblem {}

    /// It lets nobody through to its ports (`AllowTcpForwarding no`), where kernels are.
    record NoTunnels() implements HostProblem {}

    /// It allows no more programs at once over the connections that there are (`MaxSessions`), and
    /// no further connection could be made.
    record Full() implements HostProblem {}

    /// What runs the container, or the distribution, is not there or does not answer.
    ///
    /// @param program what it is
    /// @param why in its words, or the system's
    record NoEngine(String program, String why) implements HostProblem {}

    /// There is no such container or distribution any more. All that ran in it has ended.
    record NoSuchHost() implements HostProblem {}

    /// The container does not run, and nothing in it.
    record NotRunning() implements HostProblem {}

    /// There is no Python 3.6 or newer, which all of this needs.
    record NoPython() implements HostProblem {}

    /// The kernel is not there any more.
    record NoSuchKernel() implements HostProblem {}

    /// What a notebook ran on is not installed there any more.
    ///
    /// @param name for people
    record NoSuchKernelspec(String name) implements HostProblem {}

    /// It could not.
    ///
    /// @param why in its words
    record Failed(String why) implements HostProblem {}
}
