package org.cellist.app.account;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cellist.app.account.OAuthClient.Grant;
import org.cellist.app.network.HttpClients;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Exchanges codes and refresh tokens for access: RFC 6749, sections 4.1.3 and 6.
///
/// Thread-safe. Its methods block.
public final class TokenEndpoint {

    private static final int OK = 200;
    private static final Duration USUAL_LIFETIME = Duration.ofHours(1);
    private static final String TOKEN = "[\\x21-\\x7e]{1,8192}";

    private final HttpClients http;

    public TokenEndpoint(HttpClients http) {
        this.http = http;
    }

    /// What came of it. Immutable.
    sealed interface Answer {

        /// Access.
        ///
        /// @param refreshToken null where the one that is known stays
        record Given(String accessToken, Duration lifetime, @Nullable String refreshToken)
                implements Answer {

            /// Leaves the tokens out, so that no log holds them.
            @Override
            public String toString() {
                return "Given[***, " + lifetime + "]";
            }
        }

        /// The service says no.
        ///
        /// @param error as the service names it, such as `invalid_grant`
        record Refused(String error) implements Answer {}

        /// Nothing was answered, or nothing that makes sense.
        record Failed(String why) implements Answer {}
    }

    Answer exchange(OAuthClient client, String code, Proof proof, URI redirect)
            throws InterruptedException {
        var form = form(client, "authorization_code");
        form.put("code", code);
        form.put("code_verifier", proof.verifier());
        form.put("redirect_uri", redirect.toString());
        return ask(client, form);
    }

    Answer refresh(Grant grant) throws InterruptedException {
        var form = form(grant.client(), "refresh_token");
        form.put("refresh_token", grant.refreshToken());
        return ask(grant.client(), form);
    }

    private static Map<String, String> form(OAuthClient client, String kind) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", kind);
        form.put("client_id", client.id());
        form.put("client_secret", client.secret());
        return form;
    }

    private Answer ask(OAuthClient client, Map<String, String> form) throws InterruptedException {
        try {
            var response = http.submit(client.token(), form);
            var said = object(response.body());
            var error = said.string("error");
            var access = said.string("access_token");
            if (error != null) {
                return new Answer.Refused(error);
            }
            if (response.status() != OK || access == null || !access.matches(TOKEN)) {
                return new Answer.Failed("the answer was " + response.status());
            }
            return new Answer.Given(access, lifetime(said), refreshToken(said));
        } catch (IOException e) {
            var words = e.getMessage();
            return new Answer.Failed(words == null ? e.getClass().getSimpleName() : words);
        }
    }

    private static Duration lifetime(JsonObject said) {
        return said.get("expires_in") instanceof JsonNumber(var digits)
                        && digits.matches("\\d{1,7}")
                ? Duration.ofSeconds(Long.parseLong(digits))
                : USUAL_LIFETIME;
    }

    private static @Nullable String refreshToken(JsonObject said) {
        var token = said.string("refresh_token");
        return token == null || !token.matches(TOKEN) ? null : token;
    }

    private static JsonObject object(String body) {
        try {
            return RawJson.parse(body.getBytes(StandardCharsets.UTF_8)).object();
        } catch (JsonSyntaxException _) {
            return JsonObject.EMPTY; // a page of a proxy, most likely
        }
    }
}
