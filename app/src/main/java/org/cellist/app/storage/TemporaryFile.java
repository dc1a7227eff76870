package org.cellist.app.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The names of the temporary files that saves write beside a notebook: `.~`, the notebook's name,
/// the process that writes, and a random part. Sync programs ignore such names.
///
/// Thread-safe.
final class TemporaryFile {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFile.class);

    /// A name may have 255 bytes on most file systems; the other parts take 22 at most.
    private static final int MOST_BYTES_OF_THE_NAME = 200;

    private static final Pattern WRITER = Pattern.compile("([0-9]{1,10})-[0-9a-f]{8}");

    /// In a folder that machines share, a writer elsewhere is not seen here; but its file is fresh.
    private static final Duration UNTOUCHED = Duration.ofMinutes(1);

    private TemporaryFile() {}

    /// Returns a name for a save by this process that no other save has.
    static Path beside(Path notebook) {
        var random = UUID.randomUUID().toString().substring(0, 8);
        var writer = ProcessHandle.current().pid() + "-" + random;
        return notebook.resolveSibling(start(notebook) + writer);
    }

    /// Deletes what killed processes left beside the notebook while they saved it. What a process
    /// that lives may still be writing stays.
    static void deleteLeftovers(Path notebook) {
        var folder = notebook.getParent();
        if (folder == null) {
            return;
        }
        var start = start(notebook);
        try (var files =
                Files.newDirectoryStream(
                        folder, file -> String.valueOf(file.getFileName()).startsWith(start))) {
            for (var file : files) {
                deleteIfLeft(file, String.valueOf(file.getFileName()).substring(start.length()));
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("leftovers beside {} stay", notebook, e);
        }
    }

    private static void deleteIfLeft(Path file, String writer) throws IOException {
        var parts = WRITER.matcher(writer);
        if (!parts.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        var written = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
        boolean isFresh = written.toInstant().plus(UNTOUCHED).isAfter(Instant.now());
        if (!isFresh && !mayWrite(Long.parseLong(parts.group(1)), written)) {
            Files.deleteIfExists(file);
            LOG.info("deleted {}, which a killed process left", file);
        }
    }

    /// A process that started after the last write only has got the same number.
    private static boolean mayWrite(long pid, FileTime written) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(
                        process ->
                                process.info()
                                        .startInstant()
                                        .map(start -> !start.isAfter(written.toInstant()))
                                        .orElse(true))
                .isPresent();
    }

    private static String start(Path notebook) {
        var name = String.valueOf(notebook.getFileName());
        int end = 0;
        int bytes = 0;
        while (end < name.length()) {
            var next = Character.toString(name.codePointAt(end));
            bytes += next.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES_OF_THE_NAME) {
                break;
            }
            end += next.length();
        }
        return ".~" + name.substring(0, end) + ".";
    }
}
