package org.cellist.app.ui.workbench.resources;

import java.util.List;
import org.cellist.app.ui.workbench.port.Place;

/// One place in a person's words. Immutable.
///
/// @param heading what it is called
/// @param line what is to be said of it: why there are no GPUs, how old this is, why nothing is
///     known; may be empty
/// @param uses the notebooks whose kernels run there, the largest first
/// @param isKnown whether it has told anything
record Section(
        Place place,
        String heading,
        List<Meter> meters,
        String line,
        List<UseRow> uses,
        boolean isKnown) {
    Section {
        meters = List.copyOf(meters);
        uses = List.copyOf(uses);
    }
}
