package org.cellist.app.ui.workbench.files;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.files.FileEntry;

/// By what the things of a folder are ordered; folders come first in any case.
enum FolderOrder {
    NAME,
    /// The newest first.
    MODIFIED,
    /// The largest first.
    SIZE;

    private static final Pattern PART = Pattern.compile("\\.[0-9a-f]{16}\\.part$");

    /// Returns what is shown of a folder, in order.
    ///
    /// @param hidden whether that includes what asks not to be shown
    List<FileEntry> arranged(List<FileEntry> all, boolean hidden) {
        return all.stream()
                .filter(it -> hidden || !(it.isHidden() || isPart(it)))
                .sorted(comparator())
                .toList();
    }

    /// What is still being copied is seen where copies are.
    private static boolean isPart(FileEntry entry) {
        return PART.matcher(entry.name()).find();
    }

    private Comparator<FileEntry> comparator() {
        var names =
                Comparator.comparing((FileEntry it) -> it.name().toLowerCase(Locale.ROOT))
                        .thenComparing(FileEntry::name);
        Comparator<FileEntry> wanted =
                switch (this) {
                    case NAME -> names;
                    case MODIFIED ->
                            Comparator.comparing(
                                    FileEntry::modified,
                                    Comparator.nullsLast(Comparator.reverseOrder()));
                    case SIZE -> Comparator.comparingLong(FileEntry::size).reversed();
                };
        return Comparator.comparing((FileEntry it) -> !it.isFolder())
                .thenComparing(wanted)
                .thenComparing(names);
    }
}
