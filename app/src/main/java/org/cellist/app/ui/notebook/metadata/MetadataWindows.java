package org.cellist.app.ui.notebook.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import org.cellist.app.session.CellSession;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;

/// The windows in which metadata of one notebook are written; one for each cell. They close with
/// its page.
///
/// Confined to the JavaFX Application Thread.
final class MetadataWindows {

    private final CellSession session;
    private final CodeHighlighter highlighter;
    private final MetadataDrafts drafts;
    private final Map<MetadataTarget, MetadataWindow> open = new HashMap<>();

    MetadataWindows(CellSession session, CodeHighlighter highlighter, MetadataDrafts drafts) {
        this.session = session;
        this.highlighter = highlighter;
        this.drafts = drafts;
    }

    /// Opens a window, or brings it to the front if it is open.
    ///
    /// @param leader the scene of the notebook
    /// @param kept is called when the window closes and what was typed is not applied
    void open(MetadataTarget target, Scene leader, Runnable kept) {
        var before = open.get(target);
        if (before != null) {
            before.toFront();
            return;
        }
        var store = session.store();
        var now = target.in(store.notebook());
        if (now.isEmpty()) {
            return;
        }
        var draft = drafts.of(store, target, now.get());
        var window = new MetadataWindow(store, target, draft, highlighter);
        open.put(target, window);
        window.open(
                leader,
                title(target),
                () -> {
                    open.remove(target);
                    if (draft.isChanged()) {
                        kept.run();
                    }
                });
    }

    private String title(MetadataTarget target) {
        var texts = Texts.of("metadata");
        var path = session.file().path();
        var last = path == null ? null : path.getFileName();
        var name = last == null ? "Cellist" : last.toString();
        var cell = target.cell();
        return cell == null
                ? texts.get("window.notebook", name)
                : texts.get("window.cell", session.store().notebook().indexOf(cell) + 1, name);
    }

    /// Brings text that an input method still composes into the drafts.
    void commitComposition() {
        open.values().forEach(MetadataWindow::commitComposition);
    }

    /// Closes all of them.
    void close() {
        List.copyOf(open.values()).forEach(MetadataWindow::close);
    }
}
