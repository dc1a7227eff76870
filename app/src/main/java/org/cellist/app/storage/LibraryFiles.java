package org.cellist.app.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Knows which files belong to what was installed: a change there is lost with the next version,
/// and meant for every program that uses it. Immutable.
final class LibraryFiles {

    /// Where Python keeps what `pip` and systems install; the last is where a language server of
    /// Node keeps its descriptions.
    private static final Pattern INSTALLED =
            Pattern.compile("site-packages|dist-packages|node_modules");

    /// Python's own library on a system with a `lib`, such as `/usr/lib/python3.13`.
    private static final Pattern STANDARD = Pattern.compile("(python|pypy)[23](\\.\\d+)?t?");

    private LibraryFiles() {}

    /// Returns whether a file is one of a library. May look at the disk.
    static boolean contain(Path file) {
        for (var folder = file.getParent(); folder != null; folder = folder.getParent()) {
            var name = String.valueOf(folder.getFileName());
            var above = folder.getParent();
            if (INSTALLED.matcher(name).matches()
                    || (STANDARD.matcher(name).matches() && isLib(above))
                    || (isLib(folder) && hasInterpreter(above))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLib(@Nullable Path folder) {
        var name = folder == null ? "" : String.valueOf(folder.getFileName());
        return name.equalsIgnoreCase("lib") || name.equals("lib64");
    }

    /// On Windows the library lies beside the interpreter.
    private static boolean hasInterpreter(@Nullable Path folder) {
        return folder != null && Files.exists(folder.resolve("python.exe"));
    }
}
