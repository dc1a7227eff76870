package org.cellist.app.ui.workbench.resources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Resources;
import org.cellist.app.ui.workbench.port.Resources.Look;

/// The places where notebooks run: that of the notebook in front first, then this machine, then
/// the others. Each is looked at on its own, so that one that does not answer holds up no other.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class ResourcesViewModel {

    /// How many looks a meter remembers.
    static final int MOST_PARTS = 60;

    private final Resources resources;
    private final Supplier<Optional<Document>> front;
    private final Consumer<Path> freeing;
    private final Map<Place, PlaceModel> models = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<Section>> sections =
            new ReadOnlyObjectWrapper<>(List.of());
    private List<Place> places = List.of();

    /// A model of the pane.
    ///
    /// @param front the document in front
    /// @param freeing asks whether the GPU of a notebook is to be freed
    public ResourcesViewModel(
            Resources resources, Supplier<Optional<Document>> front, Consumer<Path> freeing) {
        this.resources = resources;
        this.front = front;
        this.freeing = freeing;
    }

    ReadOnlyObjectProperty<List<Section>> sectionsProperty() {
        return sections.getReadOnlyProperty();
    }

    /// Looks again wherever no look is under way.
    void refresh() {
        var document = front.get();
        var first = document.flatMap(Document::place);
        var now = new ArrayList<>(resources.places());
        now.sort(Comparator.comparing(place -> !first.equals(Optional.of(place))));
        places = List.copyOf(now);
        models.keySet().retainAll(places);
        places.forEach(place -> models.computeIfAbsent(place, PlaceModel::new));
        show();
        var notebook = document.map(Document::file).orElse(null);
        for (var place : places) {
            var model = Objects.requireNonNull(models.get(place));
            if (!model.isLooking) {
                model.isLooking = true;
                boolean isOfFront = first.isEmpty() || first.get().equals(place);
                resources.look(place, isOfFront ? notebook : null, look -> take(model, look));
            }
        }
    }

    private void take(PlaceModel model, Look look) {
        model.take(look);
        show();
    }

    private void show() {
        sections.set(
                places.stream()
                        .map(it -> Objects.requireNonNull(models.get(it)).section())
                        .toList());
    }

    /// Asks whether a notebook's kernel is to be restarted, which frees its GPU.
    void free(UseRow row) {
        var file = row.notebook();
        if (file != null) {
            freeing.accept(file);
        }
    }
}
