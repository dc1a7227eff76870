package org.cellist.app.ui.workbench.resources;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.cellist.app.explain.AcceleratorWords;
import org.cellist.app.ui.runtime.RuntimeMeter;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Resources;
import org.cellist.kernel.runtime.MachineLook;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.jspecify.annotations.Nullable;

/// The machine where the notebook in front runs: how full its memory is, and what is computed on.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class FrontMachine {

    private final Supplier<Optional<Document>> front;
    private final Resources resources;
    private final AcceleratorWords words = new AcceleratorWords();
    private final ReadOnlyObjectWrapper<RuntimeMeter> meter =
            new ReadOnlyObjectWrapper<>(RuntimeMeter.NONE);
    private Subscription following = Subscription.EMPTY;
    private @Nullable Place place;
    private @Nullable MachineLook look;

    /// Follows nothing yet.
    ///
    /// @param front the document in front
    public FrontMachine(Supplier<Optional<Document>> front, Resources resources) {
        this.front = front;
        this.resources = resources;
    }

    /// Looks again whenever that changes: which document is in front, or what it does.
    public void follow(ObservableValue<?> changes) {
        changes.subscribe(_ -> refresh());
    }

    /// What the runtime chip and the status bar show.
    public ReadOnlyObjectProperty<RuntimeMeter> meterProperty() {
        return meter.getReadOnlyProperty();
    }

    private void refresh() {
        var now = front.get().flatMap(Document::place).orElse(null);
        if (!Objects.equals(now, place)) {
            place = now;
            following.unsubscribe();
            look = null;
            following =
                    now == null
                            ? Subscription.EMPTY
                            : resources.watched(now).subscribe(this::looked);
        }
        show();
    }

    private void looked(@Nullable MachineLook now) {
        look = now;
        show();
    }

    private void show() {
        var known = look;
        var now = place;
        var choice =
                front.get().map(Document::accelerator).orElseGet(AcceleratorChoice.Everything::new);
        var gpus = known == null ? null : known.gpus();
        var accelerator = now == null ? "" : words.brief(choice, gpus);
        meter.set(
                new RuntimeMeter(
                        accelerator,
                        now == null ? "" : now.name(),
                        known == null ? RuntimeMeter.UNKNOWN : part(known)));
    }

    private static double part(MachineLook look) {
        long whole = look.load().memoryBytes();
        long used = look.load().usedBytes();
        return used < 0 || whole <= 0 ? RuntimeMeter.UNKNOWN : (double) used / whole;
    }
}
