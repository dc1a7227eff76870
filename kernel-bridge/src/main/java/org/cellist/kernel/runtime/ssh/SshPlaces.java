package org.cellist.kernel.runtime.ssh;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where this machine has what its person says about SSH.
///
/// @param home the folder that has `.ssh`
/// @param user who logs in where nothing else is said
/// @param configs the person's file, then the machine's
/// @param agent the socket of the person's agent; null where there is none
///
/// Immutable.
public record SshPlaces(Path home, String user, List<Path> configs, @Nullable String agent) {

    public SshPlaces {
        configs = List.copyOf(configs);
    }

    /// Returns where OpenSSH looks.
    public static SshPlaces usual() {
        var home = Path.of(System.getProperty("user.home"));
        return new SshPlaces(
                home,
                System.getProperty("user.name"),
                List.of(home.resolve(".ssh").resolve("config"), Path.of("/etc/ssh/ssh_config")),
                System.getenv("SSH_AUTH_SOCK"));
    }
}
