package org.cellist.app.session.away;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// What is known of a copy: where it is from, and how both looked when they were last the same.
/// Lies beside the copy's folder, which has nothing else than the copy.
///
/// Immutable.
///
/// @param there the state of the file at its place
/// @param here the state of the copy
record CopyRecord(Origin origin, Stamp there, Stamp here) {

    /// Reads the record of a copy; empty if there is none, or none that can be read.
    static Optional<CopyRecord> of(Path copy) throws IOException {
        var lines = new Properties();
        try (var in = Files.newBufferedReader(file(copy, ""))) {
            lines.load(in);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
        var place = lines.getProperty("place");
        var path = lines.getProperty("path");
        return place == null || path == null
                ? Optional.empty()
                : Optional.of(
                        new CopyRecord(
                                new Origin(place, path),
                                stamp(lines, "there"),
                                stamp(lines, "here")));
    }

    /// Returns the copies below a folder that have a record, by their names.
    static List<Path> copiesIn(Path folder) throws IOException {
        var copies = new ArrayList<Path>();
        try (var each = Files.walk(folder, 2)) {
            each.filter(it -> !folder.equals(it.getParent()))
                    .filter(Files::isRegularFile)
                    .filter(it -> Files.exists(file(it, "")))
                    .sorted()
                    .forEach(copies::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return copies;
    }

    private static Stamp stamp(Properties lines, String side) {
        try {
            long size = Long.parseLong(lines.getProperty(side + ".size", "-1"));
            return new Stamp(size, lines.getProperty(side + ".modified", ""));
        } catch (NumberFormatException _) {
            return Stamp.NONE;
        }
    }

    /// Writes it whole or not at all.
    void write(Path copy) throws IOException {
        var lines = new Properties();
        lines.setProperty("place", origin.place());
        lines.setProperty("path", origin.path());
        lines.setProperty("there.size", Long.toString(there.size()));
        lines.setProperty("there.modified", there.modified());
        lines.setProperty("here.size", Long.toString(here.size()));
        lines.setProperty("here.modified", here.modified());
        var draft = file(copy, ".new");
        try (var out = Files.newBufferedWriter(draft)) {
            lines.store(out, null);
        }
        Files.move(draft, file(copy, ""), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path file(Path copy, String suffix) {
        var folder = Objects.requireNonNull(copy.getParent());
        return folder.resolveSibling(folder.getFileName() + ".properties" + suffix);
    }
}
