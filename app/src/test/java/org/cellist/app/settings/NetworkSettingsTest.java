package org.cellist.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "proxy:8080, proxy, 8080",
        "http://proxy.lan:3128/, proxy.lan, 3128",
        "HTTP://squid_1:1, squid_1, 1",
        "[::1]:3128, ::1, 3128",
        "http://[fe80::1]:65535, fe80::1, 65535"
    })
    void aProxyIsUnderstoodAsPeopleWriteIt(String text, String host, int port) {
        assertEquals(Optional.of(new ProxyAddress(host, port, null, null)), ProxyAddress.of(text));
        assertEquals(text, new NetworkSettings(" " + text + " ", null).proxy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy",
                "http://proxy",
                "proxy:0",
                "proxy:99999",
                "proxy:",
                ":8080",
                "socks5://proxy:1080",
                "https://proxy:443",
                "::1:3128",
                "proxy:80/path",
                "a b:80",
                "me:pw@proxy:80"
            })
    void whatIsNoProxyForTheSettingsLeavesTheSystems(String text) {
        assertFalse(NetworkSettings.isProxy(text));
        assertEquals(NetworkSettings.SYSTEM, new NetworkSettings(text, null).proxy());
    }

    @Test
    void aUserAndAPasswordAreDecodedAndThePasswordIsNeverShown() {
        var proxy = ProxyAddress.of("http://me%40lan:p%3Aw+d@proxy:80").orElseThrow();

        assertEquals(new ProxyAddress("proxy", 80, "me@lan", "p:w+d"), proxy);
        assertEquals("proxy:80", proxy.toString());
    }

    @Test
    void aPercentThatBeginsNoEscapeStandsForItself() {
        assertEquals(
                new ProxyAddress("proxy", 80, "me", "100%"),
                ProxyAddress.of("me:100%@proxy:80").orElseThrow());
    }
}
