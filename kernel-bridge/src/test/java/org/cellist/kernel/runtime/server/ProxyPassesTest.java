package org.cellist.kernel.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.junit.jupiter.api.Test;

/// When a proxy's token is asked for anew.
class ProxyPassesTest {

    private static final ServerAddress SERVER =
            new ServerAddress(URI.create("https://a.colab.dev/"));
    private static final ServerProblem ENDED = new ServerProblem.Colab(new ColabProblem.Ended());

    private Instant now = Instant.ofEpochSecond(1_000_000);
    private int asked;
    private boolean isRefusing;
    private final ProxyPasses passes = new ProxyPasses(this::next, () -> now);

    private ServerAnswer<ProxyPass> next() {
        asked++;
        return isRefusing
                ? new ServerAnswer.Refused<>(ENDED)
                : new ServerAnswer.Given<>(pass("t" + asked, Duration.ofHours(1)));
    }

    @Test
    void aTokenServesUntilFiveMinutesBeforeItsEnd() throws Exception {
        assertEquals("t1", token());
        pass(Duration.ofMinutes(54));
        assertEquals("t1", token());
        pass(Duration.ofMinutes(1));
        assertEquals("t2", token());
        assertEquals(2, asked);
    }

    @Test
    void oneThatIsStillGoodServesOnWhenThereIsNoOther() throws Exception {
        token();
        isRefusing = true;
        pass(Duration.ofMinutes(56));

        assertEquals("t1", token());
        assertEquals("t1", token());
        assertEquals(2, asked, "asked again at once");
        pass(Duration.ofSeconds(30));
        assertEquals("t1", token());
        assertEquals(3, asked);
        pass(Duration.ofMinutes(4));
        assertEquals(new ServerAnswer.Refused<>(ENDED), passes.now());
    }

    @Test
    void oneThatLivesShortlyIsNotReplacedAllTheTime() throws Exception {
        passes.take(pass("short", Duration.ofSeconds(60)));

        pass(Duration.ofSeconds(29));
        assertEquals("short", token());
        pass(Duration.ofSeconds(1));
        assertEquals("t1", token());
    }

    @Test
    void nobodyIsAskedForWhatWasGivenBack() throws Exception {
        token();

        passes.end();

        assertEquals(new ServerAnswer.Refused<>(ENDED), passes.now());
        assertEquals(new ServerAnswer.Refused<>(ENDED), passes.renewed());
        assertEquals(1, asked);
    }

    @Test
    void oneThatIsTurnedAwayIsReplacedAtOnce() throws Exception {
        token();

        assertEquals("t2", token(passes.renewed()));
        assertEquals("t2", token());
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static ProxyPass pass(String token, Duration lifetime) {
        return new ProxyPass(token, lifetime, SERVER);
    }

    private String token() throws InterruptedException {
        return token(passes.now());
    }

    private static String token(ServerAnswer<Map<String, String>> headers) {
        return switch (headers) {
            case ServerAnswer.Given(var given) ->
                    String.valueOf(given.get("X-Colab-Runtime-Proxy-Token"));
            case ServerAnswer.Refused(var problem) -> throw new AssertionError(problem);
        };
    }
}
