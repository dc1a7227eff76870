package org.cellist.app.explain;

import org.cellist.app.text.Texts;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// Explains what went wrong with a Jupyter server. Immutable.
public final class ServerProblemWords {

    private final Texts texts = Texts.of("problem");

    /// Returns what is wrong, in a few words for a list.
    public String brief(ServerProblem problem) {
        return texts.get(key(problem) + ".brief");
    }

    /// Explains the problem.
    ///
    /// @param what that did not work: a server, or a kernel on it
    public Explanation explain(String what, ServerProblem problem) {
        var key = key(problem);
        var details = problem.details();
        return new Explanation(
                texts.get(key, what, details),
                texts.get(key + ".meaning", what, details),
                texts.get(key + ".remedy", what, details),
                details);
    }

    private static String key(ColabProblem problem) {
        return switch (problem) {
            case ColabProblem.NotConfigured(var file) ->
                    file.isEmpty() ? "colab.unconfigured" : "colab.file";
            case ColabProblem.SignInNeeded _ -> "colab.signin";
            case ColabProblem.NotEntitled _ -> "colab.entitled";
            case ColabProblem.TooMany _ -> "colab.toomany";
            case ColabProblem.Unavailable _ -> "colab.unavailable";
            case ColabProblem.QuotaDenied _ -> "colab.quota";
            case ColabProblem.TimeExceeded _ -> "colab.time";
            case ColabProblem.Denylisted _ -> "colab.denylisted";
            case ColabProblem.CaptchaWanted _ -> "colab.captcha";
            case ColabProblem.Ended _ -> "colab.ended";
            case ColabProblem.Strange _ -> "colab.strange";
        };
    }

    private static String key(ServerProblem problem) {
        return switch (problem) {
            case ServerProblem.Unreachable _ -> "server.unreachable";
            case ServerProblem.NotTrusted _ -> "server.untrusted";
            case ServerProblem.NotEncrypted _ -> "server.plain";
            case ServerProblem.LoginNeeded(boolean takesPassword) ->
                    takesPassword ? "server.password" : "server.token";
            case ServerProblem.LoginRefused _ -> "server.refused";
            case ServerProblem.HubToken _ -> "server.hub";
            case ServerProblem.NotAllowed _ -> "server.notallowed";
            case ServerProblem.NotRunning _ -> "server.stopped";
            case ServerProblem.NotStarted _ -> "server.notstarted";
            case ServerProblem.SentElsewhere _ -> "server.elsewhere";
            case ServerProblem.NotJupyter _ -> "server.stranger";
            case ServerProblem.NoSuchKernel _ -> "server.gone";
            case ServerProblem.NoTerminals _ -> "server.terminals";
            case ServerProblem.Failed _ -> "server.failed";
            case ServerProblem.Colab(var colabs) -> key(colabs);
        };
    }
}
