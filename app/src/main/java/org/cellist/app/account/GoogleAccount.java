package org.cellist.app.account;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cellist.app.account.OAuthClient.Grant;
import org.cellist.app.network.LoopbackRedirect;
import org.cellist.app.network.LoopbackRedirect.Brought;
import org.cellist.app.server.Secrets;
import org.cellist.app.settings.ColabSettings;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.server.AccessTokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The account in whose name Colab is asked. What outlives the program, the refresh token, is
/// in the keychain, or where `gcloud` keeps its own; access tokens are in memory alone.
///
/// Thread-safe. Its methods block; signing in, as long as a person takes.
public final class GoogleAccount implements AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(GoogleAccount.class);

    /// Who the person is, which Colab's host asks for, and Colab.
    private static final String SCOPES =
            "openid email profile https://www.googleapis.com/auth/colaboratory";

    /// How long before its end a token is replaced.
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String INVALID = "invalid_grant";
    private static final String ENTRY = "google ";

    private final Supplier<ColabSettings> settings;
    private final DefaultCredentials defaults;
    private final Secrets secrets;
    private final TokenEndpoint tokens;
    private final InstantSource clock;
    private @Nullable Held held; // guarded by this

    /// @param defaults what `gcloud` has signed in to
    public GoogleAccount(
            Supplier<ColabSettings> settings,
            DefaultCredentials defaults,
            Secrets secrets,
            TokenEndpoint tokens,
            InstantSource clock) {
        this.settings = settings;
        this.defaults = defaults;
        this.secrets = secrets;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// An access token. Immutable.
    ///
    /// @param grant what it was got for
    private record Held(Grant grant, String token, Instant end) {}

    @Override
    public synchronized ServerAnswer<String> token() throws InterruptedException {
        var now = clock.instant();
        return switch (grant()) {
            case ServerAnswer.Refused(var problem) -> new ServerAnswer.Refused<>(problem);
            case ServerAnswer.Given(var grant) -> {
                var known = held == null || !held.grant().equals(grant) ? null : held;
                if (known != null && now.isBefore(known.end().minus(MARGIN))) {
                    yield new ServerAnswer.Given<>(known.token());
                }
                var fresh = refreshed(grant);
                boolean mayWait =
                        fresh instanceof ServerAnswer.Refused(var problem)
                                && problem instanceof ServerProblem.Unreachable;
                yield mayWait && known != null && now.isBefore(known.end())
                        ? new ServerAnswer.Given<>(known.token())
                        : fresh;
            }
        };
    }

    @Override
    public synchronized ServerAnswer<String> renewed(String refused) throws InterruptedException {
        if (held != null && !held.token().equals(refused)) {
            return token(); // somebody else has renewed it meanwhile
        }
        return switch (grant()) {
            case ServerAnswer.Refused(var problem) -> new ServerAnswer.Refused<>(problem);
            case ServerAnswer.Given(var grant) -> refreshed(grant);
        };
    }

    /// Of the credentials that were used last: Google wants it beside the token that they gave.
    @Override
    public synchronized Optional<String> quotaProject() {
        return Optional.ofNullable(held)
                .map(it -> it.grant().quotaProject())
                .filter(it -> !it.isEmpty());
    }

    private ServerAnswer<String> refreshed(Grant grant) throws InterruptedException {
        return switch (tokens.refresh(grant)) {
            case TokenEndpoint.Answer.Given(var token, var lifetime, var next) -> {
                var now = next == null ? grant : grant.withRefreshToken(next);
                if (next != null) {
                    secrets.put(entry(grant.client()), next);
                }
                held = new Held(now, token, clock.instant().plus(lifetime));
                yield new ServerAnswer.Given<>(token);
            }
            case TokenEndpoint.Answer.Refused(var error) -> {
                LOG.info("Google gives no access: {}", error);
                held = null;
                if (error.equals(INVALID) && isOwn()) {
                    secrets.remove(entry(grant.client()));
                }
                yield refused(new ColabProblem.SignInNeeded(error));
            }
            case TokenEndpoint.Answer.Failed(var why) ->
                    new ServerAnswer.Refused<>(new ServerProblem.Unreachable(why));
        };
    }

    private boolean isOwn() {
        return settings.get().signIn() == ColabSettings.SignIn.CLIENT;
    }

    /// Returns what the person has agreed to.
    private ServerAnswer<Grant> grant() {
        return switch (settings.get().signIn()) {
            case OFF -> refused(new ColabProblem.NotConfigured(""));
            case DEFAULT -> defaultGrant();
            case CLIENT ->
                    switch (client()) {
                        case ServerAnswer.Refused(var problem) ->
                                new ServerAnswer.Refused<>(problem);
                        case ServerAnswer.Given(var client) ->
                                secrets.get(entry(client))
                                        .<ServerAnswer<Grant>>map(
                                                it ->
                                                        new ServerAnswer.Given<>(
                                                                new Grant(client, it)))
                                        .orElseGet(
                                                () -> refused(new ColabProblem.SignInNeeded("")));
                    };
        };
    }

    private ServerAnswer<Grant> defaultGrant() {
        try {
            return new ServerAnswer.Given<>(defaults.read());
        } catch (IOException e) {
            return unusable(defaults.file(), e);
        }
    }

    private ServerAnswer<OAuthClient> client() {
        var file = settings.get().client();
        if (file == null) {
            return refused(new ColabProblem.NotConfigured(""));
        }
        try {
            return new ServerAnswer.Given<>(OAuthClient.read(file));
        } catch (IOException e) {
            return unusable(file, e);
        }
    }

    private static <T> ServerAnswer<T> unusable(Path file, IOException e) {
        LOG.info("{} cannot be used: {}", file, e.toString());
        return refused(new ColabProblem.NotConfigured(file.toString()));
    }

    private static <T> ServerAnswer<T> refused(ColabProblem problem) {
        return new ServerAnswer.Refused<>(new ServerProblem.Colab(problem));
    }

    private static String entry(OAuthClient client) {
        return ENTRY + client.id();
    }

    /// Lets a person sign in in their browser, and keeps that.
    ///
    /// @param browser opens a page
    /// @return whether it is there again at the next start
    public ServerAnswer<Boolean> signIn(Consumer<URI> browser) throws InterruptedException {
        return switch (client()) {
            case ServerAnswer.Refused(var problem) -> new ServerAnswer.Refused<>(problem);
            case ServerAnswer.Given(var client) -> signIn(client, browser);
        };
    }

    private ServerAnswer<Boolean> signIn(OAuthClient client, Consumer<URI> browser)
            throws InterruptedException {
        var proof = Proof.random();
        var state = Proof.word();
        try (var redirect = new LoopbackRedirect(state)) {
            browser.accept(page(client, redirect.address(), state, proof));
            return switch (redirect.await(PATIENCE)) {
                case Brought.Code(var code) ->
                        kept(client, tokens.exchange(client, code, proof, redirect.address()));
                case Brought.Denied(var error) -> refused(new ColabProblem.SignInNeeded(error));
                case Brought.Nothing _ -> refused(new ColabProblem.SignInNeeded("timeout"));
            };
        } catch (IOException e) {
            return new ServerAnswer.Refused<>(new ServerProblem.Unreachable(e.toString()));
        }
    }

    private synchronized ServerAnswer<Boolean> kept(
            OAuthClient client, TokenEndpoint.Answer answer) {
        return switch (answer) {
            case TokenEndpoint.Answer.Given(var token, var lifetime, var refresh)
                    when refresh != null -> {
                secrets.put(entry(client), refresh);
                held = new Held(new Grant(client, refresh), token, clock.instant().plus(lifetime));
                yield new ServerAnswer.Given<>(secrets.outlivesProgram());
            }
            case TokenEndpoint.Answer.Given _ ->
                    refused(new ColabProblem.SignInNeeded("no refresh token"));
            case TokenEndpoint.Answer.Refused(var error) ->
                    refused(new ColabProblem.SignInNeeded(error));
            case TokenEndpoint.Answer.Failed(var why) ->
                    new ServerAnswer.Refused<>(new ServerProblem.Unreachable(why));
        };
    }

    private static URI page(OAuthClient client, URI redirect, String state, Proof proof) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", client.id());
        query.put("redirect_uri", redirect.toString());
        query.put("response_type", "code");
        query.put("scope", SCOPES);
        query.put("state", state);
        query.put("code_challenge", proof.challenge());
        query.put("code_challenge_method", "S256");
        query.put("access_type", "offline");
        query.put("prompt", "consent");
        var text =
                query.entrySet().stream()
                        .map(it -> it.getKey() + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&"));
        return URI.create(client.authorization() + "?" + text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Forgets the sign-in of the client that the settings name. What `gcloud` keeps is its own.
    public synchronized void signOut() {
        held = null;
        if (isOwn() && client() instanceof ServerAnswer.Given(var client)) {
            secrets.remove(entry(client));
        }
    }
}
