package org.cellist.app.ui.workbench.history;

import java.time.LocalDate;
import org.cellist.app.storage.history.Version;

/// A line of the timeline. Immutable.
sealed interface TimelineRow {

    /// The versions below are of that day.
    record Day(LocalDate date) implements TimelineRow {}

    record Entry(Version version) implements TimelineRow {}
}
