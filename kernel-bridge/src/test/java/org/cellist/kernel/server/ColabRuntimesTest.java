package org.cellist.kernel.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.cellist.kernel.runtime.jupyter.ColabListing;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabMachine.Kind;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.server.ColabRuntimes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Getting runtimes from what speaks Colab's interface, and giving them back. Nothing runs there.
class ColabRuntimesTest {

    private static final ColabMachine T4 = new ColabMachine(Kind.GPU, "T4", false);
    private static final ServerAddress NOWHERE =
            new ServerAddress(URI.create("http://127.0.0.1:9/"));

    private final HttpClient client = HttpClient.newHttpClient();
    private FakeColab colab;

    @BeforeEach
    void start() throws IOException {
        colab = new FakeColab(NOWHERE, "none");
        colab.accept("access-1");
    }

    @AfterEach
    void stop() throws IOException {
        colab.close();
    }

    @Test
    void aRuntimeIsGivenListedAndGivenBack() throws Exception {
        var runtimes = runtimes(1);

        var given = given(runtimes.assign(UUID.randomUUID(), T4));

        assertEquals(T4, given.machine());
        assertEquals(Duration.ofMinutes(90), given.idleLimit());
        assertEquals(List.of(given), listing(runtimes).runtimes());
        assertTrue(given(runtimes.keepAlive(given.endpoint())));
        given(runtimes.release(given));
        assertEquals(List.of(), listing(runtimes).runtimes());
        assertFalse(given(runtimes.keepAlive(given.endpoint())));
        given(runtimes.release(given)); // it is gone, as was wanted
    }

    @Test
    void theSameNameGivesTheSameRuntime() throws Exception {
        var runtimes = runtimes(1);
        var name = UUID.randomUUID();

        var first = given(runtimes.assign(name, T4));

        assertEquals(first, given(runtimes.assign(name, T4)));
        assertNotEquals(first, given(runtimes.assign(UUID.randomUUID(), T4)));
    }

    @Test
    void muchMemoryIsAskedForWhereItIsAChoice() throws Exception {
        var runtimes = runtimes(1);

        assertTrue(given(runtimes.assign(UUID.randomUUID(), T4.large(true))).machine().isLarge());
        given(runtimes.assign(UUID.randomUUID(), new ColabMachine(Kind.GPU, "L4", true)));
        given(runtimes.assign(UUID.randomUUID(), ColabMachine.CPU));
    }

    @Test
    void whatTheAccountMayHaveIsTold() throws Exception {
        var account = Objects.requireNonNull(listing(runtimes(1)).account());

        assertEquals(12.5, account.units());
        assertEquals(
                List.of(
                        ColabMachine.CPU,
                        T4,
                        new ColabMachine(Kind.GPU, "L4", false),
                        new ColabMachine(Kind.TPU, "V5E1", false)),
                account.machines());
    }

    @Test
    void whatIsKnownFollowsWhatIsGotAndGivenBack() throws Exception {
        var tokens = new MadeUpTokens(1);
        var runtimes =
                new ColabRuntimes(colab.hosts(), tokens, () -> client, InstantSource.system());
        assertEquals(List.of(), runtimes.known());
        assertEquals(List.of(), colab.seen());

        var first = given(runtimes.assign(UUID.randomUUID(), T4));
        assertEquals(List.of(first), runtimes.known());
        var second = given(runtimes(1).assign(UUID.randomUUID(), T4)); // by another program
        assertEquals(
                List.of(first.endpoint(), second.endpoint()),
                given(runtimes.list()).stream().map(ColabRuntime::endpoint).sorted().toList());
        assertFalse(colab.seen().contains("GET /v1/user-info"), "more was asked than the list");
        given(runtimes.release(first));
        assertEquals(1, runtimes.known().size());

        colab.refuse("access-1");
        assertInstanceOf(ColabProblem.SignInNeeded.class, problem(runtimes.list()));
        assertEquals(List.of(), runtimes.known());
    }

    /// Google's documentation wants the header for its APIs; the host of the sessions is none.
    @Test
    void theProjectOfTheCredentialsIsNamedToTheApiAlone() throws Exception {
        var tokens = new MadeUpTokens(1);
        var runtimes =
                new ColabRuntimes(colab.hosts(), tokens, () -> client, InstantSource.system());

        listing(runtimes);
        assertEquals(Set.of(), colab.projects());
        tokens.quotaProject = "mine-42";
        listing(runtimes);

        assertEquals(Set.of("api mine-42"), colab.projects());
    }

    @Test
    void whatMayBeAskedForInTheSteadOfAMachineIsWhatTheAccountMayHave() throws Exception {
        var listing = listing(runtimes(1));
        var l4 = new ColabMachine(Kind.GPU, "L4", false);
        var tpu = new ColabMachine(Kind.TPU, "V5E1", false);

        assertEquals(
                List.of(T4, l4, tpu, ColabMachine.CPU),
                listing.insteadOf(T4.large(true), List.of(T4.large(true))));
        assertEquals(List.of(tpu, ColabMachine.CPU), listing.insteadOf(l4, List.of(T4, l4)));
        assertEquals(
                List.of(ColabMachine.CPU),
                listing.insteadOf(ColabMachine.CPU.large(true), List.of(T4, l4, tpu)));
    }

    @Test
    void aClientThatMayNotAskOfAccountsIsToldWhatThereIsAndAsksNoMore() throws Exception {
        colab.isApiOpen = false;
        var runtimes = runtimes(1);

        var listing = listing(runtimes);
        listing(runtimes);

        assertNull(listing.account());
        assertEquals(ColabMachine.KNOWN, listing.machines());
        assertEquals(1, colab.seen().stream().filter("GET /v1/user-info"::equals).count());
    }

    @Test
    void aTokenThatIsTurnedAwayIsRenewedOnce() throws Exception {
        colab.refuse("access-1");
        colab.accept("access-2");

        given(runtimes(2).assign(UUID.randomUUID(), T4));

        assertEquals(
                List.of("GET /tun/m/assign", "GET /tun/m/assign", "POST /tun/m/assign"),
                colab.seen());
    }

    @Test
    void anAccountWhoseSignInHasRunOutIsAskedToSignIn() throws Exception {
        colab.refuse("access-1");

        assertEquals(new ColabProblem.SignInNeeded("invalid_grant"), problem(runtimes(1).look()));
        assertInstanceOf(ColabProblem.SignInNeeded.class, problem(runtimes(2).look()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "5", "0", "77"})
    void whatIsNotGivenHasAReason(String outcome) throws Exception {
        colab.outcome = outcome;

        var problem = problem(runtimes(1).assign(UUID.randomUUID(), T4));

        assertEquals(
                switch (outcome) {
                    case "1" -> new ColabProblem.QuotaDenied();
                    case "2" -> new ColabProblem.TimeExceeded();
                    case "5" -> new ColabProblem.Denylisted();
                    default -> new ColabProblem.Strange("assign");
                },
                problem);
    }

    @Test
    void statusesHaveReasonsToo() throws Exception {
        var runtimes = runtimes(1);

        colab.assignStatus = 412;
        assertEquals(new ColabProblem.TooMany(), problem(runtimes.assign(UUID.randomUUID(), T4)));
        colab.assignStatus = 503;
        assertEquals(
                new ColabProblem.Unavailable("T4"),
                problem(runtimes.assign(UUID.randomUUID(), T4)));
        colab.assignStatus = 403;
        assertEquals(
                new ColabProblem.NotEntitled("not now"),
                problem(runtimes.assign(UUID.randomUUID(), T4)));
        colab.assignStatus = 500;
        assertEquals(
                new ServerAnswer.Refused<>(new ServerProblem.Failed(500, "not now")),
                runtimes.assign(UUID.randomUUID(), T4));
    }

    @Test
    void aCaptchaIsNotAnsweredHere() throws Exception {
        colab.isCaptchaWanted = true;

        var problem = problem(runtimes(1).assign(UUID.randomUUID(), T4));

        assertEquals(new ColabProblem.CaptchaWanted(), problem);
        assertFalse(colab.seen().contains("POST /tun/m/assign"));
    }

    private ColabRuntimes runtimes(int tokens) {
        return new ColabRuntimes(
                colab.hosts(), new MadeUpTokens(tokens), () -> client, InstantSource.system());
    }

    private static <T> T given(ServerAnswer<T> answer) {
        return switch (answer) {
            case ServerAnswer.Given(var value) -> value;
            case ServerAnswer.Refused(var problem) -> throw new AssertionError(problem);
        };
    }

    private static ColabListing listing(ColabRuntimes runtimes) throws InterruptedException {
        return given(runtimes.look());
    }

    private static ColabProblem problem(ServerAnswer<?> answer) {
        var refused = assertInstanceOf(ServerAnswer.Refused.class, answer);
        return assertInstanceOf(ServerProblem.Colab.class, refused.problem()).problem();
    }
}
