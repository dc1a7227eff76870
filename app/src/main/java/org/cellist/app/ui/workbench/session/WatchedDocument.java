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
    private @Nullable Place place;

    WatchedDocument(
            NotebookSession session, Notices notices, MemoryWatch memory, Supplier<String> name) {
        this.session = session;
        this.notices = notices;
        this.memory = memory;
        this.name = name;
    }

    void kernelStateChanged() {
        if (!(state() instanceof KernelState.Starting)) { // one in its place, if there was one
            place = States.isThere(state()) ? runtime().map(PlaceKeys::of).orElse(null) : null;
        }
        memory.watch(this, place);
        if (state() instanceof KernelState.Idle) {
            memory.rests(this);
        }
        if (!States.isThere(state())) {
            notices.kernelEnded();
        } else if (place instanceof Place.Here) {
            notices.kernelRuns();
        }
    }

    void close() {
        memory.watch(this, null);
    }

    /// Returns where its kernel runs, or is started again; empty while it has none.
    Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /// Returns what its kernel computes on. What is chosen here holds for kernels of this machine.
    AcceleratorChoice accelerator() {
        return switch (session.kernel().runtime()) {
            case null -> session.kernel().launch().accelerator();
            case KernelRuntime.Local _ -> session.kernel().launch().accelerator();
            case KernelRuntime.JupyterServer _, KernelRuntime.OnHost _ ->
                    new AcceleratorChoice.Everything();
        };
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
