package org.cellist.app.notebook.form;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The form that a code cell's source describes. Immutable.
///
/// @param title null when there is none
/// @param items what stands below it, in the order of the source
public record Form(@Nullable Title title, List<Item> items) {

    public Form {
        items = List.copyOf(items);
    }

    /// One thing of a form.
    public sealed interface Item permits Parameter, Note {}

    /// The lines of `#@markdown` that follow each other, as one text. Immutable.
    public record Note(String markdown) implements Item {}

    /// The line of `#@title` with its options. Immutable.
    ///
    /// @param text may be empty
    /// @param runsByItself whether the cell runs when a value changes: `run: "auto"`
    /// @param displayMode what is shown where the cell's metadata says nothing; null for both
    /// @param isOutputBelow `vertical-output`: outputs below the form, where Cellist has them
    ///     always
    public record Title(
            String text,
            boolean runsByItself,
            @Nullable CellView displayMode,
            boolean isOutputBelow) {}

    /// Returns whether a source may have a form. Cheap, and false for nearly all cells.
    public static boolean isMarked(String source) {
        for (int at = source.indexOf('@'); at >= 0; at = source.indexOf('@', at + 1)) {
            if (source.startsWith("param", at + 1)
                    || source.startsWith("title", at + 1)
                    || source.startsWith("markdown", at + 1)) {
                return true;
            }
        }
        return false;
    }

    /// Reads a code cell's source; empty when it has no form.
    public static Optional<Form> in(String source) {
        return isMarked(source) ? FormReader.read(source) : Optional.empty();
    }

    public List<Parameter> parameters() {
        return items.stream()
                .filter(Parameter.class::isInstance)
                .map(Parameter.class::cast)
                .toList();
    }

    /// Returns whether the cell runs when a value changes.
    public boolean runsByItself() {
        return title != null && title.runsByItself();
    }
}
