package org.cellist.app.ui.workbench.files;

import java.util.List;
import javafx.scene.input.DataFormat;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.kernel.runtime.files.FileEntry;

/// What is being dragged out of a folder of this window, whose places other programs do not know.
///
/// Confined to the JavaFX Application Thread.
final class Dragged {

    /// Marks a drag as one of these.
    static final DataFormat FORMAT = new DataFormat("application/x-cellist-files");

    private Place place = new Place.Here();
    private List<FileEntry> entries = List.of();

    void begin(Place from, List<FileEntry> what) {
        place = from;
        entries = List.copyOf(what);
    }

    void end() {
        entries = List.of();
    }

    Place place() {
        return place;
    }

    List<FileEntry> entries() {
        return entries;
    }
}
