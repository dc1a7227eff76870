package org.cellist.app.variables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A variable of a kernel. Immutable.
///
/// @param type the name of its class, without its module
/// @param library the first part of the module of its class, `numpy`; empty where it has none
/// @param shape the lengths of its dimensions; of a container its length; empty when it has none
/// @param dtype of its elements, null when it has no such thing
/// @param sizeBytes in memory; of a container without what is in it; -1 when unknown
/// @param device where its bytes are, `cuda:0`; null for the machine's own memory
/// @param preview its value in a few letters; null for what would have to be asked first
/// @param table whether it has rows that can be looked at, and what of
public record Variable(
        String name,
        String type,
        String library,
        List<Long> shape,
        @Nullable String dtype,
        long sizeBytes,
        @Nullable String device,
        @Nullable String preview,
        TableKind table) {

    public Variable {
        shape = List.copyOf(shape);
    }

    /// Returns whether it has rows that can be looked at.
    public boolean isTable() {
        return table != TableKind.NONE;
    }
}
