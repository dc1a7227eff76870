package org.cellist.app.storage.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Removes versions that need not be kept, and pieces that no version names.
///
/// The versions of a notebook are thinned whenever one is added; the whole store is looked through
/// when much was added or an hour has passed, since all versions have to be read for it.
///
/// Confined to who holds the store's lock.
final class Sweep {

    private static final Duration PAUSE = Duration.ofHours(1);

    /// When so small a part of what there may be was added, all is looked through.
    private static final long PART = 16;

    private final Path notebooks;
    private final PieceFiles pieces;
    private final long mostBytes;
    private @Nullable Instant last;
    private long addedSince;

    Sweep(Path notebooks, PieceFiles pieces, long mostBytes) {
        this.notebooks = notebooks;
        this.pieces = pieces;
        this.mostBytes = mostBytes;
    }

    /// Returns the versions in a notebook's folder, from the oldest to the newest.
    static List<Version> versions(Path folder) throws IOException {
        return PieceFiles.sorted(folder).stream()
                .map(file -> Version.named(String.valueOf(file.getFileName())))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /// Tidies up after a version of that notebook was added.
    void after(Path folder, long sizeBytes, Instant now) throws IOException {
        addedSince += sizeBytes;
        var swept = last;
        if (swept == null
                || addedSince > mostBytes / PART
                || Duration.between(swept, now).abs().compareTo(PAUSE) > 0) {
            all(now);
        } else {
            thin(folder, now);
        }
    }

    /// Tidies up the whole store. When a version cannot be read, nothing is removed: what it names
    /// is not known.
    void all(Instant now) throws IOException {
        var held = new ArrayList<Retention.Held>();
        for (var folder : PieceFiles.sorted(notebooks)) {
            deleteUnfinished(folder);
            for (var version : thin(folder, now)) {
                var file = folder.resolve(version.fileName());
                var sizes = Manifest.read(file).sizes();
                held.add(new Retention.Held(folder.toString(), version, Files.size(file), sizes));
            }
        }
        Set<Retention.Held> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(Retention.beyond(mostBytes, held));
        for (var each : gone) {
            Files.deleteIfExists(Path.of(each.notebook(), each.version().fileName()));
        }
        held.removeIf(gone::contains);
        var named = new HashSet<String>();
        held.forEach(each -> named.addAll(each.pieces().keySet()));
        pieces.keepOnly(named);
        for (var folder : PieceFiles.sorted(notebooks)) {
            deleteIfEmpty(folder);
        }
        last = now;
        addedSince = 0;
    }

    private static List<Version> thin(Path folder, Instant now) throws IOException {
        var versions = versions(folder);
        var kept = Retention.thinned(versions, now);
        var staying = new HashSet<>(kept);
        for (var version : versions) {
            if (!staying.contains(version)) {
                Files.deleteIfExists(folder.resolve(version.fileName()));
            }
        }
        return kept;
    }

    private static void deleteUnfinished(Path folder) throws IOException {
        for (var file : PieceFiles.sorted(folder)) {
            if (String.valueOf(file.getFileName()).startsWith(PrivateFiles.UNFINISHED)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        if (versions(folder).isEmpty()) {
            Files.deleteIfExists(folder.resolve("path"));
            if (PieceFiles.sorted(folder).isEmpty()) {
                Files.deleteIfExists(folder);
            }
        }
    }
}
