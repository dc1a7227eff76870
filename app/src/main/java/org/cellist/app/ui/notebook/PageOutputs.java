package org.cellist.app.ui.notebook;

import java.nio.file.Path;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.session.CellSession;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.SaveState;
import org.cellist.app.session.SessionListener;
import org.cellist.app.ui.output.port.LinkOpener;
import org.cellist.app.ui.output.port.OutputContext;
import org.jspecify.annotations.Nullable;

/// Where the outputs of one page are shown. Its folder is the notebook's, wherever that is saved.
///
/// Confined to the JavaFX Application Thread.
final class PageOutputs implements SessionListener {

    private final CellSession session;
    private final ReadOnlyObjectWrapper<OutputContext> context;
    private @Nullable Path file;

    PageOutputs(CellSession session, PageServices services, LinkOpener links) {
        this.session = session;
        this.file = session.file().path();
        this.context =
                new ReadOnlyObjectWrapper<>(
                        new OutputContext(
                                services.outputs(),
                                links,
                                new PageColours(services.highlighter()),
                                services.pictures(),
                                folder(file)));
        session.addListener(this);
    }

    ReadOnlyObjectProperty<OutputContext> contextProperty() {
        return context.getReadOnlyProperty();
    }

    /// Ends following the session.
    void close() {
        session.removeListener(this);
    }

    @Override
    public void saveStateChanged(SaveState state) {
        var path = session.file().path();
        if (!Objects.equals(path, file)) {
            file = path;
            var before = context.get();
            context.set(
                    new OutputContext(
                            before.kit(),
                            before.links(),
                            before.colours(),
                            before.pictures(),
                            folder(path)));
        }
    }

    @Override
    public void kernelStateChanged(KernelState state) {
        // Outputs are shown alike with any.
    }

    private static @Nullable Path folder(@Nullable Path path) {
        return path == null ? null : path.toAbsolutePath().getParent();
    }
}
