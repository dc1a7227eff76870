package org.cellist.app.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which notebooks do not compute on everything that this computer has.
///
/// @param notebooks the newest first
///
/// Immutable.
public record DeviceSettings(List<ComputesOn> notebooks) {

    /// How many notebooks are remembered.
    public static final int MOST_REMEMBERED = 200;

    public static final DeviceSettings NONE = new DeviceSettings(List.of());

    public DeviceSettings {
        notebooks = notebooks.stream().limit(MOST_REMEMBERED).toList();
    }

    /// Returns what a notebook computes on; empty for everything.
    public Optional<ComputesOn> of(Path notebook) {
        return notebooks.stream().filter(it -> it.notebook().equals(notebook)).findFirst();
    }

    /// Returns these with a notebook's choice in front.
    public DeviceSettings with(ComputesOn newest) {
        var all = new ArrayList<ComputesOn>();
        all.add(newest);
        all.addAll(without(newest.notebook()).notebooks());
        return new DeviceSettings(all);
    }

    /// Returns these with a notebook that computes on everything.
    public DeviceSettings without(Path notebook) {
        return new DeviceSettings(
                notebooks.stream().filter(it -> !it.notebook().equals(notebook)).toList());
    }
}
