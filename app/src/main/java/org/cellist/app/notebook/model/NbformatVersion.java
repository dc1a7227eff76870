package org.cellist.app.notebook.model;

/// The version of the file format: `nbformat` and `nbformat_minor`. Immutable.
public record NbformatVersion(int major, int minor) implements Comparable<NbformatVersion> {

    /// What a new notebook is written as.
    public static final NbformatVersion CURRENT = new NbformatVersion(4, 5);

    /// Cells carry an `id` since 4.5.
    public boolean hasCellIds() {
        return compareTo(CURRENT) >= 0;
    }

    @Override
    public int compareTo(NbformatVersion other) {
        return major != other.major
                ? Integer.compare(major, other.major)
                : Integer.compare(minor, other.minor);
    }
}
