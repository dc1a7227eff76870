package org.cellist.app.ui.workbench.watch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Resources;
import org.cellist.kernel.runtime.MachineLook;
import org.jspecify.annotations.Nullable;

/// Watches each place while kernels of open notebooks run there, and looks at it for those who see
/// it; without a kernel nothing is looked at. See docs/decisions/0118 and 0128.
///
/// Confined to the JavaFX Application Thread.
public final class MemoryWatch implements Resources {

    private final Means means;
    private final Map<Watched, Place> running = new LinkedHashMap<>();
    private final Map<Place, PlaceWatch> watches = new HashMap<>();

    /// Watches nothing yet.
    public MemoryWatch(Means means) {
        this.means = means;
    }

    /// Says where a notebook's kernel runs; null for nowhere.
    public void watch(Watched document, @Nullable Place place) {
        var before = place == null ? running.remove(document) : running.put(document, place);
        if (before != null && !before.equals(place)) {
            of(before).remove(document);
        }
        if (place != null) {
            of(place).add(document);
        }
    }

    /// Says that a notebook's kernel has nothing to do any more.
    public void rests(Watched document) {
        var place = running.get(document);
        if (place != null) {
            of(place).looks().rests(document);
        }
    }

    private PlaceWatch of(Place place) {
        return watches.computeIfAbsent(place, it -> new PlaceWatch(means, it));
    }

    @Override
    public List<Place> places() {
        var places = new LinkedHashSet<Place>();
        places.add(new Place.Here());
        places.addAll(running.values());
        return List.copyOf(places);
    }

    @Override
    public void look(Place place, @Nullable Path notebook, Consumer<Look> then) {
        of(place)
                .looks()
                .look(notebook == null ? null : notebook.toAbsolutePath().normalize(), then);
    }

    @Override
    public ObservableValue<@Nullable MachineLook> watched(Place place) {
        return of(place).newestProperty();
    }
}
