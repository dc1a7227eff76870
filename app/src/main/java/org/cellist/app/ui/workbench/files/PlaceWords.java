package org.cellist.app.ui.workbench.files;

import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.port.Place;

/// Places in a person's words.
///
/// Stateless.
final class PlaceWords {

    private PlaceWords() {}

    /// Returns what a place is called.
    static String of(Place place) {
        return switch (place) {
            case Place.Here _ -> Texts.of("files").get("here");
            case Place.OnHost(var host) -> host.name();
            case Place.OnServer(var server) -> server.shown();
        };
    }
}
