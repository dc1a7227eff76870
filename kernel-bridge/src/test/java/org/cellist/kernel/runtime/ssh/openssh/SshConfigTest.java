package org.cellist.kernel.runtime.ssh.openssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.host.SshHost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What ssh_config(5) says of files like these.
class SshConfigTest {

    @TempDir Path home;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(home.resolve(".ssh/conf.d"));
        Files.writeString(home.resolve(".ssh/id_ed25519"), "");
        Files.writeString(home.resolve(".ssh/work"), "");
    }

    @Test
    void withoutAFileTheUsualIsUsed() {
        var target = resolve("box");

        assertEquals("ada@box", target.login());
        assertEquals("box:22", target.address());
        assertEquals("box", target.keyName());
        assertEquals(List.of(home.resolve(".ssh/id_ed25519")), target.identities());
        assertEquals(home.resolve(".ssh/known_hosts"), target.knownHosts().getFirst());
    }

    @Test
    void theFirstValueWinsAndIdentitiesAddUp() throws IOException {
        write(
                """
                # comment
                Host gpu* !gpu-old
                  HostName=%h.lab.example
                  Port 2222
                  IdentityFile "~/.ssh/work"
                Host *
                  User=grace   # of the lab
                  Port 22
                  IdentityFile %d/.ssh/id_ed25519
                  IdentitiesOnly yes
                """);

        var target = resolve("gpu1");
        assertEquals("grace@gpu1.lab.example", target.login());
        assertEquals(2222, target.port());
        assertEquals("[gpu1.lab.example]:2222", target.keyName());
        assertEquals(
                List.of(home.resolve(".ssh/work"), home.resolve(".ssh/id_ed25519")),
                target.identities());
        assertTrue(target.identitiesOnly());
        assertEquals("gpu-old:22", resolve("gpu-old").address());
        assertEquals("eve@gpu1.lab.example", resolve("eve@gpu1:7").login());
        assertEquals(7, resolve("eve@gpu1:7").port());
    }

    @Test
    void otherFilesAreIncluded() throws IOException {
        write("Include conf.d/*.conf\nHost own\n  User me\nInclude " + home + "/.ssh/config\n");
        Files.writeString(home.resolve(".ssh/conf.d/b.conf"), "Host lab other\n  User b\n");
        Files.writeString(home.resolve(".ssh/conf.d/a.conf"), "Host lab *.a\n  User a\n");

        assertEquals("a@lab", resolve("lab").login());
        assertEquals("me@own", resolve("own").login());
        assertEquals(List.of("lab", "other", "own"), config().names());
    }

    @Test
    void jumpsAreFoundAndProgramsAreNotStarted() throws IOException {
        write(
                """
                Host a
                  ProxyJump eve@first:2200,second
                Host b
                  ProxyCommand ssh -W %h:%p first
                Host c
                  ProxyCommand corkscrew proxy 8080 %h %p
                Match exec "touch /tmp/never"
                  User exec
                Match !exec "false"
                  User exec
                Match host a,b !user root
                  Port 99
                """);

        assertEquals(List.of(host("eve@first:2200"), host("second")), resolve("a").jumps());
        assertEquals(List.of(host("first")), resolve("b").jumps());
        assertNull(resolve("b").obstacle());
        assertNotNull(resolve("c").obstacle());
        assertEquals("ada", resolve("a").user());
        assertEquals(99, resolve("a").port());
        assertEquals(22, resolve("root@b").port());
    }

    @Test
    void damagedFilesHarmNobody() throws IOException {
        write("Host\nPort x\nHost *\n  Port many\n\0\0\nHostName\n  ProxyJump -evil\n");

        assertEquals("box:22", resolve("box").address());
        assertEquals(List.of(), resolve("box").jumps());
    }

    private void write(String text) throws IOException {
        Files.writeString(home.resolve(".ssh/config"), text);
    }

    private SshConfig config() {
        return SshConfig.read(home, "ada", List.of(home.resolve(".ssh/config")));
    }

    private SshConfig.Target resolve(String host) {
        return config().resolve(host(host));
    }

    private static SshHost host(String text) {
        return SshHost.parse(text).orElseThrow();
    }
}
