package org.cellist.kernel.runtime.discovery;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lists folders that may be missing, unreadable or huge. Stateless.
final class Folders {

    /// More entries than any folder of kernels or environments has; a download folder may have
    /// more, and looking into it must stay quick.
    private static final int MAX_ENTRIES = 2_000;

    /// Entries of any kind that are looked at in search of folders: some 0.1 s.
    private static final int MAX_SEEN = 50_000;

    private Folders() {}

    /// Returns the entries whose names fit the pattern, sorted; nothing if they cannot be listed.
    static List<Path> entries(Path folder, String glob) {
        var entries = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
            for (var entry : stream) {
                if (entries.size() == MAX_ENTRIES) {
                    break;
                }
                entries.add(entry);
            }
        } catch (IOException | DirectoryIteratorException _) {
            return List.of();
        }
        entries.sort(Comparator.naturalOrder());
        return entries;
    }

    /// Returns the entries that are folders themselves. Files among them count for nothing, as
    /// many as a folder of data or downloads may have.
    static List<Path> subfolders(Path folder) {
        var found = new ArrayList<Path>();
        int seen = 0;
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (var entry : stream) {
                if (++seen > MAX_SEEN || found.size() == MAX_ENTRIES) {
                    break;
                }
                if (Files.isDirectory(entry)) {
                    found.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            return List.of();
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    /// Returns the names of the entries that fit the pattern.
    static List<String> names(Path folder, String glob) {
        return entries(folder, glob).stream().map(Folders::name).toList();
    }

    /// Returns a path's last part, or all of a root.
    static String name(Path path) {
        var name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /// Returns the folder that a path lies in, or the root itself.
    static Path parent(Path path) {
        var parent = path.getParent();
        return parent == null ? path : parent;
    }
}
