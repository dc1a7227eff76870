package org.cellist.kernel.runtime.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ChannelEvent.Reconnected;
import org.cellist.kernel.channel.ChannelEvent.RecorderLost;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;

/// What a holder's news of its recorder mean for a client.
class RecorderNewsTest {

    private final RecorderNews news = new RecorderNews();

    @Test
    void oneThatIsThereIsNoNewsHoweverOftenOthersHaveEndedBefore() throws Exception {
        assertEquals(List.of(), heard("{'there':true,'ends':3,'millis':0,'why':''}"));
        assertTrue(news.isRecorded());
    }

    @Test
    void oneThatEndsIsTriedAtOnceAndThenLater() throws Exception {
        heard("{'there':true,'ends':0}");

        var lost = heard("{'there':false,'ends':1,'millis':0,'why':'killed'}");
        var again = heard("{'there':false,'ends':2,'millis':5000,'why':'disk full'}");

        assertEquals(List.of(new RecorderLost("killed")), lost);
        assertEquals(new RecorderLost("disk full"), again.getFirst());
        assertInstanceOf(ChannelEvent.Retrying.class, again.getLast());
        assertFalse(news.isRecorded());
        assertEquals(List.of(new Reconnected()), heard("{'there':true,'ends':2}"));
        assertTrue(news.isRecorded());
    }

    @Test
    void oneThatEndedWhileTheConnectionWasBrokenHasCostSomething() throws Exception {
        heard("{'there':true,'ends':0}");

        var missed = heard("{'there':true,'ends':1}");

        assertEquals(List.of(new RecorderLost(""), new Reconnected()), missed);
    }

    private List<ChannelEvent> heard(String said) throws Exception {
        var json = said.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return news.heard(RawJson.parse(json).object());
    }
}
