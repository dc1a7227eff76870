package org.cellist.app.session.away;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.cellist.kernel.runtime.files.FileCopy;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.files.PlacePaths;

/// Copies of files of other machines, each in a private folder of its own, and the way back.
///
/// What was changed here and has not been sent is never written over by what is there, and what
/// was changed there is never written over without a person having said so.
///
/// Thread-safe for different copies; one copy belongs to one thread at a time. All methods but
/// [#isCopy] block.
public final class AwayCopies {

    /// No file is a copy.
    public static final AwayCopies NONE = new AwayCopies(Path.of("/nowhere"));

    private static final int STAMP_BYTES = 8;

    private final Path folder;
    private int underWay; // guarded by this

    /// @param folder where the copies lie; made when the first one comes
    public AwayCopies(Path folder) {
        this.folder = folder;
    }

    /// What opening a file needs. Immutable.
    ///
    /// @param copy where it lies here
    /// @param isWanted whether it has to be brought here first
    /// @param there what its place says of it
    public record Fetch(Origin origin, Path copy, boolean isWanted, FileEntry there) {}

    /// How sending a copy back ended.
    public enum Sent {
        /// Both are the same now.
        SENT,
        /// The file was changed at its place; nothing was sent.
        CHANGED_THERE,
        /// It was saved again meanwhile, which has to be sent anew.
        CHANGED_HERE
    }

    /// Returns whether a file is such a copy. Does not block.
    public boolean isCopy(Path file) {
        return file.startsWith(folder);
    }

    /// Returns what a file is a copy of; empty if it is none.
    public Optional<Origin> origin(Path file) throws IOException {
        return isCopy(file) ? CopyRecord.of(file).map(CopyRecord::origin) : Optional.empty();
    }

    /// Something is on its way from now on; to be followed by [#arrived].
    public synchronized void leaves() {
        underWay++;
    }

    /// It has come, or will not.
    public synchronized void arrived() {
        underWay--;
        notifyAll();
    }

    /// Waits until nothing is on its way, for a program that is about to end. What does not come in
    /// that time is [#unsent] for the next one.
    ///
    /// @return whether all has come
    public synchronized boolean awaitQuiet(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (underWay > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /// Looks what opening a file needs. A copy that has not been sent back is opened as it is, and
    /// so is one of a file that has not changed since.
    ///
    /// @param files of its place
    /// @param here of this machine
    public Fetch begin(Origin origin, PlaceFiles files, PlaceFiles here)
            throws FilesException, InterruptedException, IOException {
        var there = files.look(origin.path());
        var copy = copyOf(origin);
        Files.createDirectories(copy.getParent());
        var known = CopyRecord.of(copy);
        boolean isHere = Files.exists(copy);
        boolean isUnsent =
                isHere && (known.isEmpty() || !known.get().here().equals(stamp(copy, here)));
        boolean isSame = isHere && known.isPresent() && known.get().there().equals(Stamp.of(there));
        return new Fetch(origin, copy, !isUnsent && !isSame, there);
    }

    /// Remembers that a file has come.
    public void fetched(Fetch fetch, PlaceFiles here)
            throws FilesException, InterruptedException, IOException {
        new CopyRecord(fetch.origin(), Stamp.of(fetch.there()), stamp(fetch.copy(), here))
                .write(fetch.copy());
    }

    /// Returns whether the copy is as it was when both were the same.
    public boolean isSent(Path copy, PlaceFiles here)
            throws FilesException, InterruptedException, IOException {
        var known = CopyRecord.of(copy);
        return known.isPresent() && known.get().here().equals(stamp(copy, here));
    }

    /// Returns the copies that were changed here and are not back at their places, as an earlier
    /// program left them.
    ///
    /// @param here of this machine
    public List<Path> unsent(PlaceFiles here)
            throws FilesException, InterruptedException, IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var unsent = new ArrayList<Path>();
        for (var copy : CopyRecord.copiesIn(folder)) {
            if (!isSent(copy, here)) {
                unsent.add(copy);
            }
        }
        return List.copyOf(unsent);
    }

    /// Returns whether the file has changed at its place since both were the same.
    public boolean isChangedThere(Path copy, PlaceFiles files)
            throws FilesException, InterruptedException, IOException {
        var known = CopyRecord.of(copy);
        return known.isPresent()
                && !known.get().there().equals(stamp(known.get().origin().path(), files));
    }

    /// Sends a copy back, if it differs from what its place had.
    ///
    /// @param files of its place
    /// @param overwrites whether what was changed there gives way
    public Sent send(Path copy, PlaceFiles files, PlaceFiles here, boolean overwrites)
            throws FilesException, InterruptedException, IOException {
        var known = CopyRecord.of(copy).orElseThrow(() -> new IOException("not a copy: " + copy));
        var now = stamp(copy, here);
        if (now.equals(known.here()) && !overwrites) {
            return Sent.SENT;
        }
        var path = known.origin().path();
        var there = stamp(path, files);
        boolean isGone = there.equals(Stamp.NONE);
        if (!overwrites && !isGone && !there.equals(known.there())) {
            return Sent.CHANGED_THERE;
        }
        try {
            var sent =
                    new FileCopy(here, files).copy(PlacePaths.of(copy), path, true, (_, _) -> {});
            new CopyRecord(known.origin(), Stamp.of(sent), now).write(copy);
        } catch (FilesException e) {
            if (e.problem() instanceof FilesProblem.Changed) {
                return Sent.CHANGED_HERE;
            }
            throw e;
        }
        return now.equals(stamp(copy, here)) ? Sent.SENT : Sent.CHANGED_HERE;
    }

    /// Sends a copy to its place under another name, so that both versions are there.
    ///
    /// @param names the first, second and any further one that may be tried
    public void sendBeside(Path copy, IntFunction<String> names, PlaceFiles files, PlaceFiles here)
            throws FilesException, InterruptedException, IOException {
        var known = CopyRecord.of(copy).orElseThrow(() -> new IOException("not a copy: " + copy));
        var folder = PlacePaths.parent(known.origin().path()).orElse("");
        for (int i = 1; ; i++) {
            var beside = PlacePaths.child(folder, names.apply(i));
            try {
                new FileCopy(here, files).copy(PlacePaths.of(copy), beside, false, (_, _) -> {});
                return;
            } catch (FilesException e) {
                if (!(e.problem() instanceof FilesProblem.Exists)) {
                    throw e;
                }
            }
        }
    }

    /// Brings what is at the place here, in place of the copy.
    public void fetchAgain(Path copy, PlaceFiles files, PlaceFiles here)
            throws FilesException, InterruptedException, IOException {
        var known = CopyRecord.of(copy).orElseThrow(() -> new IOException("not a copy: " + copy));
        var path = known.origin().path();
        var there = files.look(path);
        new FileCopy(files, here).copy(path, PlacePaths.of(copy), true, (_, _) -> {});
        new CopyRecord(known.origin(), Stamp.of(there), stamp(copy, here)).write(copy);
    }

    private static Stamp stamp(Path copy, PlaceFiles here)
            throws FilesException, InterruptedException {
        return stamp(PlacePaths.of(copy), here);
    }

    private static Stamp stamp(String path, PlaceFiles files)
            throws FilesException, InterruptedException {
        try {
            return Stamp.of(files.look(path));
        } catch (FilesException e) {
            if (e.problem() instanceof FilesProblem.Missing) {
                return Stamp.NONE;
            }
            throw e;
        }
    }

    /// A name that this system does not take, or takes for a way, is changed.
    private Path copyOf(Origin origin) {
        var name =
                PlacePaths.name(origin.path())
                        .replaceAll("[\\\\:*?\"<>|\\p{Cntrl}]|^\\.{1,2}$|[. ]$", "_");
        return folder.resolve(digest(origin)).resolve(name);
    }

    private static String digest(Origin origin) {
        var text = origin.place() + '\n' + origin.path();
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, STAMP_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
