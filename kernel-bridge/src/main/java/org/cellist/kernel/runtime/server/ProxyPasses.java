package org.cellist.kernel.runtime.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.cellist.kernel.runtime.jupyter.ChangingHeaders;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.jspecify.annotations.Nullable;

/// What opens the proxy of one Colab runtime, got anew before it runs out.
///
/// Thread-safe. May block, when it asks for another one.
final class ProxyPasses implements ChangingHeaders {

    private static final String HEADER = "X-Colab-Runtime-Proxy-Token";

    /// How long before its end a token is replaced.
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /// Between two tries to get another one while the old one is good.
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Source source;
    private final InstantSource clock;
    private @Nullable ProxyPass pass; // guarded by this
    private Instant due = Instant.MIN; // guarded by this; when another one is asked for
    private Instant end = Instant.MIN; // guarded by this; of the one that is here
    private boolean hasEnded; // guarded by this

    /// Has none yet.
    ProxyPasses(Source source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /// Asks Colab for one.
    interface Source {
        ServerAnswer<ProxyPass> pass() throws InterruptedException;
    }

    /// Takes one that has come just now.
    synchronized void take(ProxyPass fresh) {
        var now = clock.instant();
        pass = fresh;
        end = now.plus(fresh.lifetime());
        var margin = fresh.lifetime().compareTo(MARGIN.multipliedBy(2)) > 0 ? MARGIN : half(fresh);
        due = end.minus(margin);
    }

    /// The runtime was given back: nothing opens it any more, and nobody is asked.
    synchronized void end() {
        hasEnded = true;
        pass = null;
    }

    /// A token that lives shortly would be replaced all the time.
    private static Duration half(ProxyPass fresh) {
        return fresh.lifetime().dividedBy(2);
    }

    @Override
    public synchronized ServerAnswer<Map<String, String>> now() throws InterruptedException {
        var held = pass;
        var now = clock.instant();
        if (held != null && now.isBefore(due)) {
            return headers(held);
        }
        var answer = renewed();
        if (answer instanceof ServerAnswer.Refused && held != null && now.isBefore(end)) {
            due = now.plus(AGAIN);
            return headers(held);
        }
        return answer;
    }

    @Override
    public synchronized ServerAnswer<Map<String, String>> renewed() throws InterruptedException {
        if (hasEnded) {
            return new ServerAnswer.Refused<>(new ServerProblem.Colab(new ColabProblem.Ended()));
        }
        return switch (source.pass()) {
            case ServerAnswer.Given(var fresh) -> {
                take(fresh);
                yield headers(fresh);
            }
            case ServerAnswer.Refused(var problem) -> new ServerAnswer.Refused<>(problem);
        };
    }

    private static ServerAnswer<Map<String, String>> headers(ProxyPass pass) {
        return new ServerAnswer.Given<>(
                Map.ofEntries(Bearer.AGENT, Map.entry(HEADER, pass.token())));
    }
}
