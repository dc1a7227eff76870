package org.cellist.app.ui.workbench.session;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// The documents that are open in the windows.
///
/// Confined to the JavaFX Application Thread, but for [#normal].
final class OpenDocuments {

    private final Map<SessionDocument, Notices> all = new LinkedHashMap<>();

    /// @param notices what is told of its run
    void add(SessionDocument document, Notices notices) {
        all.put(document, notices);
    }

    void remove(SessionDocument document) {
        all.remove(document);
    }

    List<SessionDocument> all() {
        return List.copyOf(all.keySet());
    }

    /// Returns what is told of those that run on a server.
    List<Notices> noticesAt(ServerAddress server) {
        return all.entrySet().stream()
                .filter(
                        it ->
                                it.getKey().runtime().orElse(null)
                                                instanceof KernelRuntime.JupyterServer on
                                        && on.server().equals(server))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Returns the one way to write a file's path, so that paths can be compared.
    static Path normal(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
