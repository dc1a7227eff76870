package org.cellist.app.ui.notebook.part;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.session.CellSession;
import org.cellist.app.ui.output.port.OutputContext;

/// The windows with outputs of one notebook; one for each output. They close with its page.
///
/// Confined to the JavaFX Application Thread.
public final class OutputWindows {

    private final CellSession session;
    private final ObservableValue<OutputContext> context;
    private final Map<Key, OutputWindow> open = new HashMap<>();

    private record Key(CellId cell, int index) {}

    public OutputWindows(CellSession session, ObservableValue<OutputContext> context) {
        this.session = session;
        this.context = context;
    }

    /// Opens the outputs of a cell, at that one of them; brings the window to the front if it is
    /// open already.
    ///
    /// @param leader the scene of the notebook
    public void open(CellId cell, int index, Scene leader) {
        var key = new Key(cell, index);
        var before = open.get(key);
        if (before != null) {
            before.toFront();
            return;
        }
        var window = new OutputWindow(session.store(), cell, index, context);
        open.put(key, window);
        window.open(leader, name(), () -> open.remove(key));
    }

    /// Closes all of them.
    public void close() {
        List.copyOf(open.values()).forEach(OutputWindow::close);
    }

    private String name() {
        var path = session.file().path();
        var last = path == null ? null : path.getFileName();
        return last == null ? "Cellist" : last.toString();
    }
}
