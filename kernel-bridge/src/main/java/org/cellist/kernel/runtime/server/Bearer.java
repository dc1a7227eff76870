package org.cellist.kernel.runtime.server;

import java.util.Map;
import org.cellist.kernel.runtime.jupyter.ChangingHeaders;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;

/// The headers with which Colab is asked in the name of an account. They name this program as
/// what it is.
///
/// Thread-safe.
record Bearer(AccessTokens tokens) implements ChangingHeaders {

    /// What Colab is told about the program that asks, its runtimes' proxies as well.
    static final Map.Entry<String, String> AGENT = Map.entry("X-Colab-Client-Agent", "cellist");

    private static final String NAME = "Authorization";
    private static final String KIND = "Bearer ";

    @Override
    public ServerAnswer<Map<String, String>> now() throws InterruptedException {
        return headers(tokens.token());
    }

    @Override
    public ServerAnswer<Map<String, String>> renewed() throws InterruptedException {
        return tokens.token() instanceof ServerAnswer.Given(var refused)
                ? headers(tokens.renewed(refused))
                : now();
    }

    private static ServerAnswer<Map<String, String>> headers(ServerAnswer<String> token) {
        return switch (token) {
            case ServerAnswer.Given(var given) ->
                    new ServerAnswer.Given<>(Map.ofEntries(AGENT, Map.entry(NAME, KIND + given)));
            case ServerAnswer.Refused(var problem) -> new ServerAnswer.Refused<>(problem);
        };
    }
}
