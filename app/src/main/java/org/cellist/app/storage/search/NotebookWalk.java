package org.cellist.app.storage.search;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Finds the notebooks of a folder and of those below it, in order.
///
/// Hidden folders are left out, and with them `.ipynb_checkpoints` and `.git`. Links are followed,
/// each folder is entered once: a link to a folder above ends there. What cannot be read is passed
/// by.
///
/// Confined to one thread.
final class NotebookWalk extends SimpleFileVisitor<Path> {

    /// Looking further would take a person's patience, in a home folder for instance.
    private static final int MOST_ENTRIES = 200_000;

    private final Path root;
    private final int most;
    private final BooleanSupplier cancelled;
    private final List<Path> found = new ArrayList<>();
    private final Set<Object> entered = new HashSet<>();
    private int entries;
    private boolean isCut;

    private NotebookWalk(Path root, int most, BooleanSupplier cancelled) {
        this.root = root;
        this.most = most;
        this.cancelled = cancelled;
    }

    /// @param most how many notebooks are looked for
    /// @throws IOException if the folder itself cannot be read
    static NotebookWalk of(Path root, int most, BooleanSupplier cancelled) throws IOException {
        var walk = new NotebookWalk(root, most, cancelled);
        if (!Files.isDirectory(root) || !Files.isReadable(root)) {
            throw new NotDirectoryException(root.toString());
        }
        Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        walk.found.sort(null);
        return walk;
    }

    List<Path> found() {
        return found;
    }

    /// Whether there is more than was looked at.
    boolean isCut() {
        return isCut;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        var key = attributes.fileKey(); // null on Windows, where a loop fails below
        boolean isHidden = !folder.equals(root) && name(folder).startsWith(".");
        boolean isNew = key == null || entered.add(key);
        return isHidden || !isNew ? FileVisitResult.SKIP_SUBTREE : next();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        var name = name(file).toLowerCase(Locale.ROOT);
        if (attributes.isRegularFile() && name.endsWith(".ipynb") && !name.startsWith(".")) {
            if (found.size() == most) {
                isCut = true;
                return FileVisitResult.TERMINATE;
            }
            found.add(file);
        }
        return next();
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return next();
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult next() {
        entries++;
        if (entries > MOST_ENTRIES) {
            isCut = true;
        }
        return isCut || cancelled.getAsBoolean()
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
    }

    private static String name(Path path) {
        var name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
