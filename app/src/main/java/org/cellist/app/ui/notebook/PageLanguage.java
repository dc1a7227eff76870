package org.cellist.app.ui.notebook;

import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.ui.editor.highlight.EditorLanguage;

/// Which language the code of a notebook is coloured as. Immutable.
final class PageLanguage {

    private PageLanguage() {}

    /// Returns what its metadata say; Python where they say nothing.
    static EditorLanguage of(Notebook notebook) {
        var metadata = notebook.metadata();
        var kernelspec = metadata.object("kernelspec");
        var name = metadata.object("language_info").string("name");
        if (name == null) {
            name = kernelspec.string("language");
        }
        if (name == null) {
            name = kernelspec.string("name");
        }
        return EditorLanguage.named(name == null ? "python" : name);
    }
}
