package org.cellist.app.ui.workbench.files;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.explain.Explanation;
import org.cellist.app.ui.workbench.port.Place;
import org.jspecify.annotations.Nullable;

/// A file or folder that is copied from one place to another, until a person puts it away.
///
/// Confined to the JavaFX Application Thread.
final class Transfer {

    private final Order order;
    private final @Nullable Runnable then;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Waiting());

    /// The thread that copies; null while none does. Set by itself, read here.
    private volatile @Nullable Thread worker;

    /// @param then what is done when all has come; null for one that stays in sight
    Transfer(Order order, @Nullable Runnable then) {
        this.order = order;
        this.then = then;
    }

    @Nullable Runnable then() {
        return then;
    }

    /// What is copied where. Immutable.
    ///
    /// @param target its path there
    /// @param replaces whether files of the same names give way
    record Order(Place from, String source, Place to, String target, boolean replaces) {}

    /// How far it is. Immutable.
    sealed interface State {

        record Waiting() implements State {}

        /// It comes.
        ///
        /// @param total in bytes; 0 where nothing is known yet
        /// @param perSecond bytes, of late; 0 where that is not known yet
        record Running(long done, long total, long perSecond) implements State {}

        /// A person has stopped it; what came lies there.
        record Stopped(long done, long total) implements State {}

        record Failed(Explanation why) implements State {}

        /// All has come.
        ///
        /// @param leftOut how many things were no files
        record Done(int leftOut) implements State {}
    }

    Order order() {
        return order;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void set(State now) {
        state.set(now);
    }

    boolean isActive() {
        return state.get() instanceof State.Waiting || state.get() instanceof State.Running;
    }

    /// Takes over the calling thread as the one that copies.
    void takeThread(@Nullable Thread thread) {
        worker = thread;
    }

    void interrupt() {
        var thread = worker;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
