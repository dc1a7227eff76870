package org.cellist.app.export;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A text made from a notebook, and the files it refers to. Immutable.
///
/// @param files generated file name to content; the names hold no separator
public record Exported(String text, Map<String, byte[]> files) {

    public Exported {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Exported(var otherText, var otherFiles)
                && text.equals(otherText)
                && files.keySet().equals(otherFiles.keySet())
                && files.entrySet().stream()
                        .allMatch(e -> Arrays.equals(e.getValue(), otherFiles.get(e.getKey())));
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + files.keySet().hashCode();
    }
}
