package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.cellist.app.ui.runtime.FakeAccelerators;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Resources;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.MachineLook;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;

/// Machines as a test wants them: this one, and others that say what they were told.
public final class FakeResources implements Resources {

    private static final long GIGABYTE = 1L << 30;

    public MachineLoad load =
            new MachineLoad(0.37, 16, 64 * GIGABYTE, 16 * GIGABYTE, 500 * GIGABYTE, 120 * GIGABYTE);
    public @Nullable GpuLook gpus =
            new GpuLook(List.of(FakeAccelerators.BUSY), List.of(), "580", null);
    public List<Use> uses = List.of();
    public final Map<Place, Look> others = new HashMap<>();
    public final List<String> asked = new ArrayList<>();
    public final List<Place> places = new ArrayList<>(List.of(new Place.Here()));
    private final Map<Place, SimpleObjectProperty<@Nullable MachineLook>> watched = new HashMap<>();

    @Override
    public List<Place> places() {
        return List.copyOf(places);
    }

    /// Another machine, which says that.
    public void add(Place place, Look look) {
        if (!places.contains(place)) {
            places.add(place);
        }
        others.put(place, look);
    }

    @Override
    public void look(Place place, @Nullable Path notebook, Consumer<Look> then) {
        asked.add(place.getClass().getSimpleName() + " " + notebook);
        then.accept(others.getOrDefault(place, new Look.Known(load, gpus, uses, Age.NOW)));
    }

    @Override
    public SimpleObjectProperty<@Nullable MachineLook> watched(Place place) {
        return watched.computeIfAbsent(place, _ -> new SimpleObjectProperty<>());
    }

    /// Lets a machine be watched, with so much of a hundred bytes taken.
    public void watch(Place place, long taken, @Nullable GpuLook found) {
        var now = new MachineLoad(-1, -1, 100, 100 - taken, -1, -1);
        watched(place).set(new MachineLook(now, found, List.of()));
    }
}
