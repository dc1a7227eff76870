package org.cellist.app.ui.workbench.session;

import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit.NameKernelspec;
import org.cellist.app.session.NotebookSession;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.runtime.KernelRuntime;
import org.jspecify.annotations.Nullable;

/// What a notebook's metadata say about where it runs; nbformat 4.5, "Notebook metadata".
///
/// Immutable.
final class Runtimes {

    private static final String KERNELSPEC = "kernelspec";

    private Runtimes() {}

    static @Nullable String name(Notebook notebook) {
        return notebook.metadata().object(KERNELSPEC).string("name");
    }

    /// Returns the name that is meant for people; null where the notebook names no runtime.
    static @Nullable String displayName(Notebook notebook) {
        var shown = notebook.metadata().object(KERNELSPEC).string("display_name");
        return shown == null || shown.isBlank() ? name(notebook) : shown;
    }

    static @Nullable String language(Notebook notebook) {
        var named = notebook.metadata().object(KERNELSPEC).string("language");
        return named == null ? notebook.metadata().object("language_info").string("name") : named;
    }

    /// Runs on a runtime that a person picked, and writes it into the notebook. Members that
    /// the notebook's entry has besides are kept.
    static void attach(NotebookSession session, KernelRuntime runtime) {
        var entry =
                session.store()
                        .notebook()
                        .metadata()
                        .object(KERNELSPEC)
                        .with("display_name", new JsonString(runtime.displayName()))
                        .with("language", new JsonString(runtime.language()))
                        .with("name", new JsonString(runtime.name()));
        session.store().apply(new NameKernelspec(entry));
        session.kernel().choose(runtime);
    }
}
