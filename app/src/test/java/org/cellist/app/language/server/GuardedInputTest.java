package org.cellist.app.language.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GuardedInputTest {

    @Test
    void messagesPassAsTheyAre() throws IOException {
        var text =
                "Content-Length: 3\r\nContent-Type: application/vscode-jsonrpc\r\n\r\n{\n}"
                        + "content-length: 0\r\n\r\n";

        assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), guarded(text).readAllBytes());
    }

    @Test
    void whatIsNoMessageEndsTheTalk() {
        for (var text :
                new String[] {
                    "hello\n",
                    "\r\n",
                    "Content-Length: many\r\n",
                    "Content-Length: -1\r\n",
                    "Content-Length: 99999999999\r\n",
                    "Content-Length: " + (GuardedInput.MOST_BYTES + 1) + "\r\n",
                    "x".repeat(5000)
                }) {
            assertThrows(IOException.class, () -> guarded(text).readAllBytes(), text);
        }
    }

    @Test
    void tooManyMessagesEndTheTalk() throws IOException {
        var one = "Content-Length: 2\r\n\r\n{}";

        guarded(one.repeat(GuardedInput.MOST_MESSAGES)).readAllBytes();

        assertThrows(
                IOException.class,
                () -> guarded(one.repeat(GuardedInput.MOST_MESSAGES + 1)).readAllBytes());
    }

    private static InputStream guarded(String text) {
        return new GuardedInput(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), () -> 0);
    }
}
