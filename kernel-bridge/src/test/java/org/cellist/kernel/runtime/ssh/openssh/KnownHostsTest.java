package org.cellist.kernel.runtime.ssh.openssh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.ssh.openssh.KnownHosts.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whom a machine's files know.
class KnownHostsTest {

    private static final KnownHosts.Key ED = new KnownHosts.Key("ssh-ed25519", "AAAAC3Nz");
    private static final KnownHosts.Key OTHER = new KnownHosts.Key("ssh-ed25519", "BBBBC3Nz");
    private static final KnownHosts.Key ECDSA =
            new KnownHosts.Key("ecdsa-sha2-nistp256", "AAAAE2Vj");

    /// Made by `ssh-keygen -H` of `gpu.lab.example`.
    private static final String HASHED =
            "|1|H3r8O7DHQPUyQHph3wleyx/mpgE=|o++W2FK54E+bl+La+fHAdPGOyIA=";

    @TempDir Path folder;

    @Test
    void aKeyIsKnownByItsNamePatternOrPort() throws IOException {
        write("box,10.0.0.7 ssh-ed25519 AAAAC3Nz me\n*.lab,!old.lab ssh-ed25519 AAAAC3Nz");

        assertEquals(new Finding.Known(), find("10.0.0.7", ED));
        assertEquals(new Finding.Known(), find("a.LAB", ED));
        assertEquals(new Finding.New(), find("old.lab", ED));
        assertEquals(new Finding.New(), find("[box]:2222", ED));
        assertEquals("[box]:2222", KnownHosts.name("box", 2222));
    }

    @Test
    void anotherKeyIsAChange() throws IOException {
        write("# mine\n\nbox ssh-ed25519 AAAAC3Nz\n@revoked * ecdsa-sha2-nistp256 AAAAE2Vj\n");

        assertEquals(new Finding.Changed(file(), 3), find("box", OTHER));
        assertEquals(new Finding.Changed(file(), 4), find("any", ECDSA));
        assertEquals(List.of("ssh-ed25519"), known().types("box"));
    }

    @Test
    void hashedNamesAreFound() throws IOException {
        write(HASHED + " ssh-ed25519 AAAAC3Nz\n|1|damaged ssh-ed25519 AAAAC3Nz\n|1|");

        assertEquals(new Finding.Changed(file(), 1), find("gpu.lab.example", OTHER));
        assertEquals(new Finding.New(), find("box", ED));
    }

    @Test
    void aTrustedKeyIsAddedOnALineOfItsOwn() throws IOException {
        write("other ssh-ed25519 AAAAC3Nz");

        known().add("box", ED);

        assertEquals(new Finding.Known(), find("box", ED));
        assertEquals(new Finding.Known(), find("other", ED));
        new KnownHosts(List.of(folder.resolve("new/known_hosts"))).add("box", ED);
        assertEquals(
                "box ssh-ed25519 AAAAC3Nz\n", Files.readString(folder.resolve("new/known_hosts")));
    }

    private Path file() {
        return folder.resolve("known_hosts");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private KnownHosts known() {
        return new KnownHosts(List.of(file(), folder.resolve("none")));
    }

    private Finding find(String name, KnownHosts.Key key) {
        return known().find(name, key);
    }
}
