package org.cellist.app.notebook.model;

import java.util.List;

/// The outputs of one code cell, in order. Immutable.
///
/// @param clearsOnNext a `clear_output` with `wait` is pending: the next output replaces these
public record CellOutputs(List<CellOutput> items, boolean clearsOnNext) {

    /// No output.
    public static final CellOutputs NONE = new CellOutputs(List.of(), false);

    public CellOutputs {
        items = List.copyOf(items);
    }
}
