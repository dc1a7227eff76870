package org.cellist.kernel.runtime.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Names of files are bytes.
class SftpChannelTest {

    @Property
    void everyNameComesBackAsItWas(@ForAll @Size(max = 40) byte[] name) {
        assertArrayEquals(name, SftpChannel.bytes(SftpChannel.text(name)));
    }

    @Test
    void namesInUtf8AreThatText() {
        for (var name : new String[] {"", "data.csv", "한글", "🎻", "e\u0301"}) {
            var bytes = name.getBytes(StandardCharsets.UTF_8);

            assertEquals(name, SftpChannel.text(bytes));
            assertArrayEquals(bytes, SftpChannel.bytes(name));
        }
    }

    @Test
    void oddBytesLeaveTheRestReadable() {
        var latin = "caf\u00e9.txt".getBytes(StandardCharsets.ISO_8859_1);

        assertEquals("caf\udce9.txt", SftpChannel.text(latin));
    }
}
