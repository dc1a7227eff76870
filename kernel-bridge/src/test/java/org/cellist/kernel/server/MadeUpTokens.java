package org.cellist.kernel.server;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.server.AccessTokens;

/// Tokens of an account: `access-1`, and the next number each time one was refused, up to a last.
///
/// Thread-safe.
public final class MadeUpTokens implements AccessTokens {

    private final int last;
    private final AtomicInteger number = new AtomicInteger(1);

    /// The project that the credentials name; empty for none.
    public volatile String quotaProject = "";

    public MadeUpTokens(int last) {
        this.last = last;
    }

    @Override
    public ServerAnswer<String> token() {
        return new ServerAnswer.Given<>("access-" + number);
    }

    @Override
    public ServerAnswer<String> renewed(String refused) {
        return number.get() < last
                ? new ServerAnswer.Given<>("access-" + number.incrementAndGet())
                : new ServerAnswer.Refused<>(
                        new ServerProblem.Colab(new ColabProblem.SignInNeeded("invalid_grant")));
    }

    @Override
    public Optional<String> quotaProject() {
        return Optional.of(quotaProject).filter(it -> !it.isEmpty());
    }
}
