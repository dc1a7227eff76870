package org.cellist.app.language.server;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out which files have changed that a server reads besides the programs: modules beside the
/// document, and libraries that were installed. Servers are told, since none watches folders that
/// are not its workspace.
///
/// Confined to the run's thread. Blocks for some milliseconds.
public final class FileLook {

    private static final Logger LOG = LoggerFactory.getLogger(FileLook.class);

    /// A folder in which there is more is looked at in part.
    private static final int MOST_ENTRIES = 2000;

    /// Modules of packages of packages are rarely written beside a notebook.
    private static final int DEEPEST = 2;

    private static final String PYTHON = ".py";

    private final Path folder;
    private final List<Path> libraries;
    private Map<Path, FileTime> known;

    /// Remembers the files as they are now.
    ///
    /// @param folder the document's
    /// @param python the interpreter; null if unknown
    public FileLook(Path folder, @Nullable Path python) {
        this.folder = folder;
        this.libraries = python == null ? List.of() : libraries(python);
        this.known = look();
    }

    /// Returns what has changed since the last look.
    public List<FileEvent> changes() {
        var before = known;
        known = look();
        var changes = new ArrayList<FileEvent>();
        known.forEach(
                (file, time) -> {
                    var was = before.get(file);
                    if (was == null) {
                        changes.add(event(file, FileChangeType.Created));
                    } else if (!was.equals(time)) {
                        changes.add(event(file, FileChangeType.Changed));
                    }
                });
        before.keySet().stream()
                .filter(file -> !known.containsKey(file))
                .forEach(file -> changes.add(event(file, FileChangeType.Deleted)));
        return changes;
    }

    private static FileEvent event(Path file, FileChangeType type) {
        return new FileEvent(file.toUri().toString(), type);
    }

    /// Returns the modules, and of libraries the folders that have them: their times change with
    /// what is installed.
    private Map<Path, FileTime> look() {
        var found = new HashMap<Path, FileTime>();
        collect(folder, DEEPEST, found);
        for (var library : libraries) {
            time(library).ifPresent(time -> found.put(library.resolve("installed.py"), time));
        }
        return found;
    }

    private static void collect(Path in, int deep, Map<Path, FileTime> found) {
        try (var entries = Files.newDirectoryStream(in)) {
            collect(entries, deep, found);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("a folder cannot be looked at", e);
        }
    }

    private static void collect(
            DirectoryStream<Path> entries, int deep, Map<Path, FileTime> found) {
        int left = MOST_ENTRIES;
        for (var entry : entries) {
            if (--left < 0) {
                return;
            }
            var name = String.valueOf(entry.getFileName());
            if (name.endsWith(PYTHON)) {
                time(entry).ifPresent(time -> found.put(entry, time));
            } else if (deep > 1 && isPackage(entry, name)) {
                collect(entry, deep - 1, found);
            }
        }
    }

    /// What has a dot in its name is no package, and an environment is no code of the person.
    private static boolean isPackage(Path entry, String name) {
        return name.indexOf('.') < 0
                && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                && !Files.exists(entry.resolve("pyvenv.cfg"));
    }

    private static Optional<FileTime> time(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (IOException e) {
            LOG.debug("a file is gone", e);
            return Optional.empty();
        }
    }

    /// Returns the folders in which an interpreter's installers put libraries.
    private static List<Path> libraries(Path python) {
        var bin = python.toAbsolutePath().getParent();
        var root = bin == null ? null : bin.getParent();
        if (bin == null || root == null) {
            return List.of();
        }
        var homes = new ArrayList<>(List.of(bin.resolve("Lib"), root.resolve("Lib"))); // Windows
        for (var lib : List.of(root.resolve("lib"), root.resolve("local").resolve("lib"))) {
            try (var entries = Files.newDirectoryStream(lib, "python3*")) {
                entries.forEach(homes::add);
            } catch (IOException | DirectoryIteratorException e) {
                LOG.debug("no libraries there", e);
            }
        }
        return homes.stream()
                .flatMap(home -> Stream.of("site-packages", "dist-packages").map(home::resolve))
                .filter(Files::isDirectory)
                .toList();
    }
}
