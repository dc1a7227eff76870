package org.cellist.app.ui.workbench.session;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The documents that are open in the windows.
///
/// Confined to the JavaFX Application Thread, but for [#normal].
final class OpenDocuments {

    private final Set<SessionDocument> all = new LinkedHashSet<>();

    void add(SessionDocument document) {
        all.add(document);
    }

    void remove(SessionDocument document) {
        all.remove(document);
    }

    List<SessionDocument> all() {
        return List.copyOf(all);
    }

    /// Returns the one way to write a file's path, so that paths can be compared.
    static Path normal(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
