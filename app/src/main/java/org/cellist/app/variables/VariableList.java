package org.cellist.app.variables;

import java.util.List;
import java.util.function.Predicate;

/// The variables of a kernel at one moment. Immutable.
///
/// @param left how many more there are, which it would have taken too long to look at
public record VariableList(List<Variable> variables, int left) {

    public VariableList {
        variables = List.copyOf(variables);
    }

    /// Returns the bytes of all in the machine's own memory.
    public long memoryBytes() {
        return bytes(each -> each.device() == null);
    }

    /// Returns the bytes of all on other devices.
    public long deviceBytes() {
        return bytes(each -> each.device() != null);
    }

    private long bytes(Predicate<Variable> which) {
        return variables.stream()
                .filter(which)
                .mapToLong(each -> Math.max(0, each.sizeBytes()))
                .sum();
    }
}
