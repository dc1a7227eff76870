package org.cellist.app.ui.workbench.watch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.session.machine.MemoryForecast;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Resources.Use;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.MachineLook;
import org.jspecify.annotations.Nullable;

/// Watches one place while kernels of open notebooks run there, and tells the notebooks whose
/// kernels take much of the memory before that runs out.
///
/// Confined to the JavaFX Application Thread.
final class PlaceWatch {

    /// A kernel that takes less is not what the memory runs out for.
    private static final double MUCH = 0.1;

    private final Means means;
    private final Place place;
    private final PlaceLooks looks;
    private final MemoryForecast forecast = new MemoryForecast();
    private final Set<Watched> running = new LinkedHashSet<>();
    private final ReadOnlyObjectWrapper<@Nullable MachineLook> newest =
            new ReadOnlyObjectWrapper<>();

    PlaceWatch(Means means, Place place) {
        this.means = means;
        this.place = place;
        this.looks =
                switch (place) {
                    case Place.Here _ -> new HereLooks(means, this::looked);
                    case Place.OnHost(var host) ->
                            new HostLooks(means, host, this::running, this::looked);
                    case Place.OnServer _ -> new ServerLooks(means, this::running, this::looked);
                };
    }

    private List<Watched> running() {
        return List.copyOf(running);
    }

    /// The newest look while somebody looks; else null.
    ReadOnlyObjectProperty<@Nullable MachineLook> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    PlaceLooks looks() {
        return looks;
    }

    /// A notebook's kernel runs there from now on.
    void add(Watched document) {
        if (running.add(document) && running.size() == 1) {
            looks.begin();
        }
    }

    void remove(Watched document) {
        if (running.remove(document) && running.isEmpty()) {
            looks.end();
            newest.set(null);
        }
    }

    private void looked(@Nullable MachineLook look) {
        if (running.isEmpty()) {
            return;
        }
        newest.set(look);
        if (look != null && forecast.warns(look.load(), means.clock().instant())) {
            looks.uses(uses -> tell(look.load(), uses)); // only now that is worth a look
        }
    }

    private void tell(MachineLoad load, List<Use> uses) {
        long most = uses.stream().mapToLong(Use::memoryBytes).max().orElse(-1);
        for (var document : running) {
            long bytes = bytes(document, uses);
            if (bytes >= most || bytes > MUCH * load.memoryBytes()) {
                document.tell(
                        new Notice.MemoryLow(
                                place.name(), load.freeBytes(), load.memoryBytes(), bytes));
            }
        }
    }

    private static long bytes(Watched document, List<Use> uses) {
        var notebook = document.notebook();
        return uses.stream()
                .filter(use -> notebook != null && notebook.equals(use.notebook()))
                .mapToLong(Use::memoryBytes)
                .max()
                .orElse(-1);
    }
}
