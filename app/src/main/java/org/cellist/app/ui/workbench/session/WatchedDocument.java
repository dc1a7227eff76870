package org.cellist.app.ui.workbench.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cellist.app.session.Evaluation;
import org.cellist.app.session.KernelAnswer;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.watch.MemoryWatch;
import org.cellist.app.ui.workbench.watch.Watched;
import org.cellist.app.variables.KernelQuestion;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.jspecify.annotations.Nullable;

/// A session, as whoever watches the place where its kernel runs sees it.
///
/// Confined to the JavaFX Application Thread.
final class WatchedDocument implements Watched {

    private final NotebookSession session;
    private final Notices notices;
    private final MemoryWatch memory;
    private final Supplier<String> name;

    WatchedDocument(
            NotebookSession session, Notices notices, MemoryWatch memory, Supplier<String> name) {
        this.session = session;
        this.notices = notices;
        this.memory = memory;
        this.name = name;
    }

    void kernelStateChanged() {
        var place = place();
        memory.watch(this, place.orElse(null));
        if (state() instanceof KernelState.Idle) {
            memory.rests(this);
        }
        if (place.isEmpty()) {
            notices.kernelEnded();
        } else if (place.get() instanceof Place.Here) {
            notices.kernelRuns();
        }
    }

    void close() {
        memory.watch(this, null);
    }

    /// Returns where its kernel runs; empty while it has none.
    Optional<Place> place() {
        return States.isThere(state()) ? runtime().map(PlaceKeys::of) : Optional.empty();
    }

    /// Returns what its kernel computes on. What is chosen here holds for all kernels that are
    /// started from here; a server starts its own.
    AcceleratorChoice accelerator() {
        return session.kernel().runtime() instanceof KernelRuntime.JupyterServer
                ? new AcceleratorChoice.Everything()
                : session.kernel().launch().accelerator();
    }

    @Override
    public String name() {
        return name.get();
    }

    @Override
    public @Nullable Path notebook() {
        var file = session.file().path();
        return file == null ? null : OpenDocuments.normal(file);
    }

    @Override
    public Optional<KernelRuntime> runtime() {
        return Optional.ofNullable(session.kernel().runtime());
    }

    @Override
    public KernelState state() {
        return session.kernel().state();
    }

    @Override
    public void ask(KernelQuestion question, Consumer<KernelAnswer<Evaluation>> then) {
        session.kernel().assist().evaluate("machine", question, then);
    }

    @Override
    public void tell(Notice notice) {
        notices.add(notice);
    }
}
