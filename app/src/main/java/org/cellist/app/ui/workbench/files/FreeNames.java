package org.cellist.app.ui.workbench.files;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Finds names that nothing in a folder has, as file managers do: `data (2).csv`. Names that differ
/// in case alone are the same on some systems.
///
/// Confined to one thread at a time.
final class FreeNames {

    private final Set<String> taken = new HashSet<>();

    private FreeNames(Collection<String> names) {
        names.forEach(this::take);
    }

    static FreeNames in(Collection<String> names) {
        return new FreeNames(names);
    }

    boolean isTaken(String name) {
        return taken.contains(name.toLowerCase(Locale.ROOT));
    }

    private void take(String name) {
        taken.add(name.toLowerCase(Locale.ROOT));
    }

    /// Returns the name or, if it is taken, one like it; that is taken from then on.
    String free(String wish) {
        var name = wish;
        int dot = wish.lastIndexOf('.');
        int cut = dot > 0 ? dot : wish.length();
        for (int i = 2; isTaken(name); i++) {
            name = wish.substring(0, cut) + " (" + i + ")" + wish.substring(cut);
        }
        take(name);
        return name;
    }
}
