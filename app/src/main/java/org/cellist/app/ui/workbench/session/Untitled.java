package org.cellist.app.ui.workbench.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/// Finds names that nothing has yet. Immutable.
final class Untitled {

    private static final String EXTENSION = ".ipynb";

    private Untitled() {}

    /// Returns `word.ipynb`, or `word 2.ipynb` and so on when that is taken.
    static String name(String word, Collection<String> taken) {
        var name = word + EXTENSION;
        for (int i = 2; taken.contains(name); i++) {
            name = word + " " + i + EXTENSION;
        }
        return name;
    }

    /// Returns the name of a copy: `tour (word).ipynb`.
    static String copy(String name, String word) {
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        return name.substring(0, end) + " (" + word + ")" + name.substring(end);
    }

    /// Returns a file beside another one that does not exist: `tour (word).ipynb`, or
    /// `tour (word 2).ipynb` and so on. Reads the disk.
    static Path beside(Path file, String word) {
        var name = String.valueOf(file.getFileName());
        var found = file.resolveSibling(copy(name, word));
        for (int i = 2; Files.exists(found); i++) {
            found = file.resolveSibling(copy(name, word + " " + i));
        }
        return found;
    }
}
