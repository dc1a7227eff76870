package org.cellist.app.language;

import java.util.HashMap;
import java.util.Map;
import org.cellist.app.language.NotebookLanguage.Surroundings;

/// Where language servers come from, and those that scripts share: one for all scripts that are
/// open of an environment and a folder. It ends with the last of them.
///
/// Confined to the scripts' owner.
public final class OpenServers {

    private final LanguageServers found;
    private final Map<ServerRun.Place, SharedServer> shared = new HashMap<>();

    public OpenServers(LanguageServers found) {
        this.found = found;
    }

    /// Returns who finds and starts them. Any thread.
    public LanguageServers found() {
        return found;
    }

    /// Returns the scripts' server that works there.
    SharedServer at(ServerRun.Place place, Surroundings around) {
        return shared.computeIfAbsent(
                place,
                it -> {
                    var begun = new SharedServer(around);
                    begun.follow(it);
                    return begun;
                });
    }

    /// Ends a server that has no script any more.
    void left(SharedServer server) {
        if (server.isUnused()) {
            shared.values().remove(server);
            server.close();
        }
    }
}
