package org.cellist.kernel.runtime.server;

import java.util.HashMap;
import java.util.Map;
import org.cellist.kernel.runtime.jupyter.ChangingHeaders;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;

/// The headers with which Colab is asked in the name of an account. They name this program as
/// what it is.
///
/// @param isCloudApi whether it is one of Google's APIs that is asked, which are told the project
///     whose quota is used; see "Set the quota project" in Google Cloud's documentation
///
/// Thread-safe.
record Bearer(AccessTokens tokens, boolean isCloudApi) implements ChangingHeaders {

    /// What Colab is told about the program that asks, its runtimes' proxies as well.
    static final Map.Entry<String, String> AGENT = Map.entry("X-Colab-Client-Agent", "cellist");

    private static final String NAME = "Authorization";
    private static final String KIND = "Bearer ";
    private static final String PROJECT = "X-Goog-User-Project";

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

    private ServerAnswer<Map<String, String>> headers(ServerAnswer<String> token) {
        return switch (token) {
            case ServerAnswer.Given(var given) -> {
                var headers = new HashMap<>(Map.ofEntries(AGENT, Map.entry(NAME, KIND + given)));
                if (isCloudApi) {
                    tokens.quotaProject().ifPresent(it -> headers.put(PROJECT, it));
                }
                yield new ServerAnswer.Given<>(Map.copyOf(headers));
            }
            case ServerAnswer.Refused(var problem) -> new ServerAnswer.Refused<>(problem);
        };
    }
}
