package org.cellist.kernel.runtime.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people type for a machine.
class SshHostTest {

    @ParameterizedTest
    @CsvSource({
        "gpu-box, gpu-box",
        "ada@gpu-box, ada@gpu-box",
        "ssh ada@gpu-box, ada@gpu-box",
        "' ssh://ada@gpu-box:2222/ ', ada@gpu-box:2222",
        "ada@[::1]:2222, ada@[::1]:2222",
        "전산실.example, 전산실.example",
    })
    void isReadAsSshReadsIt(String typed, String host) {
        var read = SshHost.parse(typed).orElseThrow();

        assertEquals(host, read.toString());
        assertEquals(Optional.of(read), SshHost.parse(read.toString()));
    }

    /// None of it may be taken for an option or a command.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-oProxyCommand=x",
                "a b",
                "ada@-x",
                "-l@box",
                "box;ls",
                "box:99999",
                "https://box",
                "box/path",
                "a@b@c",
                "box\n" + "Host other"
            })
    void isRefused(String typed) {
        assertEquals(Optional.empty(), SshHost.parse(typed));
    }

    @Test
    void hasItsParts() {
        assertEquals(new SshHost("ada", "::1", 22), SshHost.parse("ada@[::1]:22").orElseThrow());
    }
}
