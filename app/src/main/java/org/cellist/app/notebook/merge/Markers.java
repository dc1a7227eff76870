package org.cellist.app.notebook.merge;

import java.util.ArrayList;
import java.util.List;

/// The lines that git and other tools put around what is disputed. Immutable.
final class Markers {

    static final String LOCAL = "<<<<<<< " + Side.LOCAL.word();
    static final String BETWEEN = "=======";
    static final String REMOTE = ">>>>>>> " + Side.REMOTE.word();

    private static final String DELETED = " (cell deleted)";

    private Markers() {}

    /// Adds both sides of a dispute.
    static void add(List<String> lines, List<String> local, List<String> remote) {
        lines.add(LOCAL);
        lines.addAll(local);
        lines.add(BETWEEN);
        lines.addAll(remote);
        lines.add(REMOTE);
    }

    /// Returns the lines of a cell that one side deleted and the other changed.
    static List<String> deletion(Side deletedBy, List<String> lines) {
        var marked = new ArrayList<String>();
        boolean isLocal = deletedBy == Side.LOCAL;
        marked.add(LOCAL + (isLocal ? DELETED : ""));
        marked.addAll(isLocal ? List.of() : lines);
        marked.add(BETWEEN);
        marked.addAll(isLocal ? lines : List.of());
        marked.add(REMOTE + (isLocal ? "" : DELETED));
        return marked;
    }
}
