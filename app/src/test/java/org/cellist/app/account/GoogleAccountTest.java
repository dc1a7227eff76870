package org.cellist.app.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellist.app.network.HttpClients;
import org.cellist.app.server.MemorySecrets;
import org.cellist.app.settings.ColabSettings;
import org.cellist.app.settings.ColabSettings.SignIn;
import org.cellist.app.settings.NetworkSettings;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing in at what speaks OAuth as Google does, and tokens from then on.
class GoogleAccountTest {

    private static final String ENTRY = "google " + FakeAuthority.ID;

    @TempDir private Path folder;
    private final MemorySecrets secrets = new MemorySecrets();
    private final List<Integer> statuses = new ArrayList<>();
    private Instant now = Instant.ofEpochSecond(1_000_000);
    private ColabSettings settings = ColabSettings.OFF;
    private FakeAuthority authority;
    private GoogleAccount account;

    @BeforeEach
    void start() throws IOException {
        authority = new FakeAuthority();
        var http =
                new HttpClients(
                        () -> new NetworkSettings(NetworkSettings.DIRECT, null), Map.of(), null);
        account =
                new GoogleAccount(
                        () -> settings,
                        new DefaultCredentials(
                                folder.resolve("application_default_credentials.json"), ""),
                        secrets,
                        new TokenEndpoint(http),
                        () -> now);
        settings = settings.with(SignIn.CLIENT, authority.client(folder));
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    @Test
    void aPersonSignsInAndTheirTokenServesUntilFiveMinutesBeforeItsEnd() throws Exception {
        assertEquals(new ColabProblem.SignInNeeded(""), problem(account.token()));

        assertEquals(new ServerAnswer.Given<>(false), account.signIn(this::agree));
        var first = given(account.token());

        assertTrue(secrets.get(ENTRY).orElseThrow().startsWith("refresh-"));
        pass(Duration.ofMinutes(54));
        assertEquals(first, given(account.token()));
        pass(Duration.ofMinutes(1));
        assertNotEquals(first, given(account.token()));
        assertEquals(List.of("authorization_code", "refresh_token"), authority.asked());
        assertEquals(List.of(200), statuses);
    }

    @Test
    void thePageAsksForWhatIsNeededAndHoldsNoSecret() throws Exception {
        var pages = new ArrayList<URI>();

        account.signIn(
                page -> {
                    pages.add(page);
                    agree(page);
                });

        var query = FakeAuthority.query(pages.getFirst().getRawQuery());
        assertEquals("code", query.get("response_type"));
        assertEquals("offline", query.get("access_type"));
        assertEquals("S256", query.get("code_challenge_method"));
        assertTrue(
                FakeAuthority.value(query, "scope")
                        .contains("https://www.googleapis.com/auth/colaboratory"));
        assertTrue(
                FakeAuthority.value(query, "redirect_uri").matches("http://127\\.0\\.0\\.1:\\d+/"));
        assertEquals(43, FakeAuthority.value(query, "state").length());
        assertFalse(pages.getFirst().toString().contains(FakeAuthority.SECRET));
    }

    @Test
    void whatDoesNotBringTheStateIsTurnedAwayAndTheRightOneStillComes() throws Exception {
        account.signIn(
                page -> {
                    var right = authority.agree(page).toString();
                    visit(URI.create(right.replaceFirst("state=[^&]*", "state=guessed")));
                    visit(URI.create(right.replaceFirst("state=[^&]*&", "")));
                    visit(URI.create(right.replaceFirst("/\\?", "/other?")));
                    visit(URI.create(right));
                });

        assertEquals(List.of(400, 400, 400, 200), statuses);
        given(account.token());
    }

    @Test
    void aCodeIsNoUseToWhoDidNotAskForIt() throws Exception {
        var stolen = new ArrayList<URI>();
        account.signIn(
                page -> {
                    stolen.add(authority.agree(page));
                    agree(page);
                });
        var code = stolen.getFirst().toString().replaceFirst(".*code=", "");

        // Somebody else's sign-in brings the code that was made for the first one's proof.
        var answer =
                account.signIn(
                        page -> {
                            var own = authority.agree(page).toString();
                            visit(URI.create(own.replaceFirst("code=.*", "code=" + code)));
                        });

        assertEquals(new ColabProblem.SignInNeeded("invalid_grant"), problem(answer));
    }

    @Test
    void aPersonWhoSaysNoIsNotSignedIn() throws Exception {
        var answer =
                account.signIn(
                        page -> {
                            var right = authority.agree(page).toString();
                            visit(
                                    URI.create(
                                            right.replaceFirst(
                                                    "&code=.*", "&error=access_denied")));
                        });

        assertEquals(new ColabProblem.SignInNeeded("access_denied"), problem(answer));
        assertTrue(secrets.get(ENTRY).isEmpty());
    }

    @Test
    void whatWasTakenBackIsForgotten() throws Exception {
        account.signIn(this::agree);
        var token = given(account.token());
        authority.revoke();

        assertEquals(
                new ColabProblem.SignInNeeded("invalid_grant"), problem(account.renewed(token)));

        assertTrue(secrets.get(ENTRY).isEmpty());
        assertEquals(new ColabProblem.SignInNeeded(""), problem(account.token()));
    }

    @Test
    void aTokenThatWasTurnedAwayIsRenewedOnceForAll() throws Exception {
        account.signIn(this::agree);
        var refused = given(account.token());

        var renewed = given(account.renewed(refused));

        assertNotEquals(refused, renewed);
        assertEquals(renewed, given(account.renewed(refused)));
        assertEquals(List.of("authorization_code", "refresh_token"), authority.asked());
    }

    @Test
    void anAuthorityThatIsAwayTakesNothingFromWhoIsSignedIn() throws Exception {
        account.signIn(this::agree);
        var token = given(account.token());
        authority.isDown = true;

        pass(Duration.ofMinutes(57));
        assertEquals(token, given(account.token()));
        pass(Duration.ofMinutes(4));
        var refused = assertInstanceOf(ServerAnswer.Refused.class, account.token());
        assertInstanceOf(ServerProblem.Unreachable.class, refused.problem());
        assertTrue(secrets.get(ENTRY).isPresent());
        authority.isDown = false;
        given(account.token());
    }

    @Test
    void signingOutForgetsTheTokens() throws Exception {
        account.signIn(this::agree);

        account.signOut();

        assertEquals(new ColabProblem.SignInNeeded(""), problem(account.token()));
        assertTrue(secrets.get(ENTRY).isEmpty());
    }

    @Test
    void whatGcloudKeepsIsUsedAndNotTouched() throws Exception {
        var file = authority.defaults(folder, "gcloud-refresh");
        var before = Files.readString(file);
        settings = ColabSettings.OFF.with(SignIn.DEFAULT, null);

        var token = given(account.token());
        authority.revoke();
        problem(account.renewed(token));
        account.signOut();

        assertEquals(before, Files.readString(file));
        assertTrue(secrets.get(ENTRY).isEmpty());
    }

    @Test
    void theProjectWhoseQuotaIsUsedIsThatOfTheCredentialsUnlessTheEnvironmentNamesOne()
            throws Exception {
        var file = authority.defaults(folder, "gcloud-refresh");
        var named =
                Files.readString(file).replaceFirst("\\{", "{\"quota_project_id\": \"mine-42\", ");
        settings = ColabSettings.OFF.with(SignIn.DEFAULT, null);

        given(account.token());
        assertEquals(Optional.empty(), account.quotaProject());
        Files.writeString(file, named);
        given(account.token());
        assertEquals(Optional.of("mine-42"), account.quotaProject());

        var environment =
                Map.of(
                        "GOOGLE_APPLICATION_CREDENTIALS",
                        file.toString(),
                        "GOOGLE_CLOUD_QUOTA_PROJECT",
                        "other-7");
        var read = DefaultCredentials.of("Linux", folder, environment).read();
        assertEquals("other-7", read.quotaProject());
        assertEquals("", read.withQuotaProject("a\r\nX-Evil: 1").quotaProject());
        settings = settings.with(SignIn.CLIENT, authority.client(folder));
        account.signIn(this::agree);
        assertEquals(Optional.empty(), account.quotaProject());
    }

    @Test
    void nobodyIsAskedWhileItIsOff() throws Exception {
        settings = ColabSettings.OFF;

        assertEquals(new ColabProblem.NotConfigured(""), problem(account.token()));
        assertEquals(List.of(), authority.asked());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"web\": {\"client_id\": \"a\", \"client_secret\": \"b\"}}",
                "{\"installed\": {\"client_id\": \"\", \"client_secret\": \"b\"}}",
                "{\"installed\": {\"client_id\": \"a\", \"client_secret\": \"b\","
                        + " \"token_uri\": \"http://plain.example/token\"}}",
                "{\"installed\": {\"client_id\": \"a\", \"client_secret\": \"b\","
                        + " \"auth_uri\": \"file:///etc/passwd\"}}",
            })
    void aFileThatIsNoClientIsNamed(String text) throws Exception {
        var file = Files.writeString(folder.resolve("other.json"), text);
        settings = settings.with(SignIn.CLIENT, file);

        assertEquals(new ColabProblem.NotConfigured(file.toString()), problem(account.token()));
    }

    @Test
    void credentialsThatAreNobodysAreNamed() throws Exception {
        var file = folder.resolve("application_default_credentials.json");
        Files.writeString(file, "{\"type\": \"service_account\", \"private_key\": \"x\"}");
        settings = ColabSettings.OFF.with(SignIn.DEFAULT, null);

        assertEquals(new ColabProblem.NotConfigured(file.toString()), problem(account.token()));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    /// A browser on which a person agrees.
    private void agree(URI page) {
        visit(authority.agree(page));
    }

    private void visit(URI place) {
        try {
            var request = HttpRequest.newBuilder(place).build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            statuses.add(answer.statusCode());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T given(ServerAnswer<T> answer) {
        return switch (answer) {
            case ServerAnswer.Given(var value) -> value;
            case ServerAnswer.Refused(var problem) -> throw new AssertionError(problem);
        };
    }

    private static ColabProblem problem(ServerAnswer<?> answer) {
        var refused = assertInstanceOf(ServerAnswer.Refused.class, answer);
        return assertInstanceOf(ServerProblem.Colab.class, refused.problem()).problem();
    }
}
