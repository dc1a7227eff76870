package org.cellist.app.storage.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The earlier versions of all notebooks, in one folder of this person.
///
/// `pieces` has what versions are made of, `notebooks` a folder for each notebook, named by a hash
/// of its path, with the path in `path` and a file for each version. That file is written last: a
/// version is there whole or not at all.
///
/// Thread-safe, for several processes too. Blocking; call it on virtual threads.
public final class History {

    /// What all versions together may take, in bytes.
    public static final long MOST_BYTES = 1L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final int FOLDER_DIGITS = 32;
    private static final int DIGEST_DIGITS = 32;

    private final Path root;
    private final PieceFiles pieces;
    private final Sweep sweep;
    private final Clock clock;

    /// @param root the folder, which need not be there yet
    /// @param mostBytes what all versions together may take
    public History(Path root, long mostBytes, Clock clock) {
        this.root = root;
        this.pieces = new PieceFiles(root.resolve("pieces"));
        this.sweep = new Sweep(root.resolve("notebooks"), pieces, mostBytes);
        this.clock = clock;
    }

    /// Keeps what a notebook's file holds, unless its newest version is the same.
    ///
    /// @param at when it was saved; a version that is older than the newest comes right after it
    /// @return whether there is a version more
    public boolean keep(Path notebook, byte[] content, Instant at) throws IOException {
        var real = real(notebook);
        var folder = folder(real);
        var digest = PieceFiles.sha256(ByteBuffer.wrap(content)).substring(0, DIGEST_DIGITS);
        try (var lock = StoreLock.of(root)) {
            LOG.trace("changing {} under {}", folder, lock);
            var before = Sweep.versions(folder);
            var newest = before.isEmpty() ? null : before.getLast();
            if (newest != null && newest.digest().equals(digest)) {
                return false;
            }
            var earliest = newest == null ? Instant.EPOCH : newest.at().plusMillis(1);
            var time = at.truncatedTo(ChronoUnit.MILLIS);
            var version =
                    new Version(time.isBefore(earliest) ? earliest : time, content.length, digest);
            write(real, folder, version, content);
            sweep.after(folder, content.length, clock.instant());
            return true;
        }
    }

    private void write(Path notebook, Path folder, Version version, byte[] content)
            throws IOException {
        PrivateFiles.makeFolder(folder);
        var note = folder.resolve("path");
        if (!Files.exists(note)) {
            var path = notebook.toString().getBytes(StandardCharsets.UTF_8);
            PrivateFiles.write(note, ByteBuffer.wrap(path));
        }
        var named = new ArrayList<Manifest.Piece>();
        var folders = new LinkedHashSet<Path>();
        for (var piece : Pieces.of(content)) {
            var name = PieceFiles.sha256(piece);
            folders.add(pieces.put(name, piece));
            named.add(new Manifest.Piece(name, piece.remaining()));
        }
        folders.forEach(PrivateFiles::force);
        PrivateFiles.write(folder.resolve(version.fileName()), new Manifest(named).toBytes());
        PrivateFiles.force(folder);
    }

    /// Returns the versions of a notebook, the newest first.
    public List<Version> versions(Path notebook) throws IOException {
        return Sweep.versions(folder(real(notebook))).reversed();
    }

    /// Returns what a version was, byte for byte; empty when it is damaged or gone.
    public Optional<byte[]> content(Path notebook, Version version) {
        try {
            var manifest = Manifest.read(folder(real(notebook)).resolve(version.fileName()));
            var content = new ByteArrayOutputStream();
            for (var piece : manifest.pieces()) {
                content.writeBytes(pieces.read(piece.name()));
            }
            var bytes = content.toByteArray();
            var digest = PieceFiles.sha256(ByteBuffer.wrap(bytes));
            return digest.startsWith(version.digest()) ? Optional.of(bytes) : Optional.empty();
        } catch (IOException e) {
            LOG.info(
                    "the version of {} from {} is damaged: {}",
                    notebook,
                    version.at(),
                    e.toString());
            return Optional.empty();
        }
    }

    /// Removes what nobody needs to keep, at once.
    void sweep() throws IOException {
        try (var lock = StoreLock.of(root)) {
            LOG.trace("sweeping {} under {}", root, lock);
            sweep.all(clock.instant());
        }
    }

    private Path folder(Path real) {
        var name = PieceFiles.sha256(StandardCharsets.UTF_8.encode(real.toString()));
        return root.resolve("notebooks").resolve(name.substring(0, FOLDER_DIGITS));
    }

    /// A notebook whose file is gone keeps its history.
    private static Path real(Path notebook) throws IOException {
        var path = notebook.toAbsolutePath().normalize();
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        var folder = path.getParent();
        var name = path.getFileName();
        return folder != null && name != null && Files.exists(folder)
                ? folder.toRealPath().resolve(name)
                : path;
    }

    /// Returns the folders of all notebooks that have versions.
    List<String> notebooks() throws IOException {
        var paths = new TreeSet<String>();
        for (var folder : PieceFiles.sorted(root.resolve("notebooks"))) {
            paths.add(Files.readString(folder.resolve("path")));
        }
        return List.copyOf(paths);
    }
}
