package org.cellist.app.explain;

import org.cellist.app.text.Texts;
import org.cellist.kernel.runtime.StartFailure;

/// Explains why a kernel did not start. Immutable.
public final class StartFailureWords {

    private final Texts texts = Texts.of("problem");
    private final ServerProblemWords servers = new ServerProblemWords();
    private final HostProblemWords hosts = new HostProblemWords();

    /// Explains the failure of a kernel of that name.
    public Explanation explain(String kernel, StartFailure failure) {
        return switch (failure) {
            case StartFailure.ProgramMissing(var program) ->
                    explanation("start.missing", "", kernel, program);
            case StartFailure.ConsentNeeded(var path) ->
                    explanation("start.consent", "", kernel, path.toString());
            case StartFailure.DiedAtStart(var exit) ->
                    explanation("start.died", exit.lastWords(), kernel, exit.exitCode());
            case StartFailure.TimedOut(var waited, var lastWords) ->
                    explanation("start.late", lastWords, kernel, waited.toSeconds());
            case StartFailure.SystemRefused(var reason) ->
                    explanation("start.refused", reason, kernel, reason);
            case StartFailure.ServerFailed(var problem) -> servers.explain(kernel, problem);
            case StartFailure.HostFailed(var problem) -> hosts.explain(kernel, problem);
        };
    }

    private Explanation explanation(String key, String details, Object... arguments) {
        return new Explanation(
                texts.get(key, arguments),
                texts.get(key + ".meaning", arguments),
                texts.get(key + ".remedy", arguments),
                details);
    }
}
