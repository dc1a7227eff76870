package org.cellist.kernel.runtime.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses as people paste them.
class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8888/?token=abc, http://localhost:8888/, abc",
        "http://127.0.0.1:8888/lab?token=abc, http://127.0.0.1:8888/, abc",
        "http://127.0.0.1:8888/lab/tree/a.ipynb?reset&token=a%2Bb#x, http://127.0.0.1:8888/, a+b",
        "https://Hub.Example/user/ada/lab/workspaces/auto-k, https://hub.example/user/ada/, ",
        "https://hub.example/user/ada/?token=, https://hub.example/user/ada/, ",
        "https://gpu.example:443/jupyter, https://gpu.example/jupyter/, ",
        "http://[::1]:9999/tree, http://[::1]:9999/, ",
        "'  localhost:8888 ', http://localhost:8888/, ",
        "127.0.0.1:8888/lab, http://127.0.0.1:8888/, ",
        "gpu.example/base, https://gpu.example/base/, ",
        "http://localhost:8888/notebooks/work/lab/a.ipynb, http://localhost:8888/, ",
    })
    void anAddressIsTakenApart(String text, String base, String token) {
        var pasted = ServerAddress.parse(text).orElseThrow();

        assertEquals(URI.create(base), pasted.address().base());
        assertEquals(Optional.ofNullable(token), Optional.ofNullable(pasted.token()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "file:///etc/passwd",
                "ftp://a",
                "http://",
                "a b",
                "javascript:alert(1)"
            })
    void whatIsNoAddressIsNone(String text) {
        assertEquals(Optional.empty(), ServerAddress.parse(text));
    }

    @Test
    void noTextOfAPastedAddressHoldsItsToken() {
        var pasted = ServerAddress.parse("http://localhost:8888/?token=secret").orElseThrow();

        assertFalse(pasted.toString().contains("secret"));
    }

    @Test
    void onlyWhatIsEncryptedOrStaysHereIsPrivate() {
        assertTrue(address("https://gpu.example").isPrivate());
        assertTrue(address("http://localhost:8888").isPrivate());
        assertTrue(address("http://127.3.2.1:8888").isPrivate());
        assertTrue(address("http://[::1]:8888").isPrivate());
        assertFalse(address("http://gpu.example").isPrivate());
        assertFalse(address("http://127.0.0.1.gpu.example").isPrivate());
        assertFalse(address("http://10.0.0.3:8888").isPrivate());
    }

    @Test
    void anOriginIsSchemeHostAndPort() {
        var server = address("https://gpu.example/a");

        assertTrue(server.isSameOrigin(URI.create("https://GPU.example:443/b")));
        assertFalse(server.isSameOrigin(URI.create("http://gpu.example/a/")));
        assertFalse(server.isSameOrigin(URI.create("https://gpu.example:8443/a/")));
        assertFalse(server.isSameOrigin(URI.create("https://gpu.example.evil/a/")));
    }

    private static ServerAddress address(String text) {
        return ServerAddress.parse(text).orElseThrow().address();
    }
}
