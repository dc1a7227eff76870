package org.cellist.app.ui.workbench.terminals;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.cellist.app.explain.Explanation;
import org.cellist.app.ui.terminal.emulation.Emulation;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// One terminal of a window, from the wish for it until it is closed.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class TerminalTab {

    private final Place place;
    private final TerminalSize size;
    private final ReadOnlyStringWrapper name;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Opening());
    private Runnable painter = () -> {};

    /// @param name for people
    /// @param size that it begins with
    TerminalTab(Place place, String name, TerminalSize size) {
        this.place = place;
        this.name = new ReadOnlyStringWrapper(name);
        this.size = size;
    }

    /// How far it is. Immutable.
    public sealed interface State {

        record Opening() implements State {}

        record Open(Emulation emulation) implements State {}

        /// There is none, and why.
        record Refused(Explanation why) implements State {}

        /// Its program has ended; what it wrote can still be read.
        record Ended(Emulation emulation, TerminalEnd how) implements State {}
    }

    public Place place() {
        return place;
    }

    TerminalSize size() {
        return size;
    }

    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void set(State now) {
        state.set(now);
    }

    /// Returns the emulation; null where there is none yet, or none any more.
    @Nullable Emulation emulation() {
        return switch (state.get()) {
            case State.Open(var emulation) -> emulation;
            case State.Ended(var emulation, _) -> emulation;
            case State.Opening _, State.Refused _ -> null;
        };
    }

    /// Returns whether closing it may end a person's work. Where nobody can look it may.
    boolean mayBeMissed() {
        return state.get() instanceof State.Open(var emulation)
                && emulation.work() != Terminal.Work.NONE;
    }

    /// Sets who shows its pictures.
    void setPainter(Runnable wanted) {
        painter = wanted;
    }

    /// There is another picture.
    void changed() {
        painter.run();
    }

    /// Ends its program.
    void close() {
        var emulation = emulation();
        if (emulation != null) {
            emulation.close();
        }
    }
}
