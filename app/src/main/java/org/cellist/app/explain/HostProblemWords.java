package org.cellist.app.explain;

import org.cellist.app.text.Texts;
import org.cellist.kernel.runtime.host.HostProblem;

/// Explains what went wrong with a machine that is reached over SSH, or with a container.
/// Immutable.
public final class HostProblemWords {

    private final Texts texts = Texts.of("problem");

    /// Returns what is wrong, in a few words for a list.
    public String brief(HostProblem problem) {
        return texts.get(key(problem) + ".brief");
    }

    /// Explains the problem.
    ///
    /// @param what that did not work: a machine, or a kernel on it
    public Explanation explain(String what, HostProblem problem) {
        var key = key(problem);
        var details = problem.details();
        var more = problem instanceof HostProblem.NoEngine(var program, _) ? program : details;
        return new Explanation(
                texts.get(key, what, more),
                meaning(key, what, problem),
                texts.get(key + ".remedy", what, more),
                details);
    }

    private String meaning(String key, String what, HostProblem problem) {
        return problem instanceof HostProblem.KeyChanged(var name, _, var file, int line)
                ? texts.get(key + ".meaning", name, file, line)
                : texts.get(key + ".meaning", what, problem.details());
    }

    private static String key(HostProblem problem) {
        return switch (problem) {
            case HostProblem.UnknownName _ -> "host.unknown";
            case HostProblem.Refused _ -> "host.refused";
            case HostProblem.Unreachable _ -> "host.unreachable";
            case HostProblem.KeyChanged _ -> "host.changed";
            case HostProblem.Asks _ -> "host.asks";
            case HostProblem.GivenUp _ -> "host.givenup";
            case HostProblem.LoginRefused _ -> "host.login";
            case HostProblem.Full _ -> "host.full";
            case HostProblem.NoTunnels _ -> "host.tunnels";
            case HostProblem.NoEngine _ -> "host.engine";
            case HostProblem.NoSuchHost _ -> "host.removed";
            case HostProblem.NotRunning _ -> "host.stopped";
            case HostProblem.NoPython _ -> "host.python";
            case HostProblem.NoSuchKernel _ -> "host.gone";
            case HostProblem.NoSuchKernelspec _ -> "host.kernelspec";
            case HostProblem.Failed _ -> "host.failed";
        };
    }
}
