package org.cellist.kernel.runtime.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Copies files from one place to another, so that each is there whole or not at all.
///
/// What comes is written into a part beside the target, whose name tells which file it is of, and
/// which state of that file: `data.csv.5f1c09a27be83d44.part`. A copy that was cut off, by
/// whatever, goes on from there when it is asked for again, also in another run of the program; of
/// a file that has changed meanwhile it begins anew. Only a whole part takes the target's place.
///
/// Thread-safe. Its methods block; who interrupts them leaves the part for another time.
///
/// @param from where the files are
/// @param to where they come
public record FileCopy(PlaceFiles from, PlaceFiles to) {

    private static final int PIECE = 1 << 18;
    private static final int STAMP_BYTES = 8;

    /// Hears how far a copy is. Called on the thread that copies.
    public interface Progress {

        /// So much of the file is there.
        ///
        /// @param total negative where it is not known
        void at(long done, long total);
    }

    /// Copies one file.
    ///
    /// @param source what to copy; looked at anew
    /// @param target its path at the other place, in a folder that is there
    /// @param replaces whether a file that has that name gives way
    /// @return what is there now
    /// @throws FilesException with [FilesProblem.Exists] if something has that name and does not
    ///     give way; with [FilesProblem.Changed] if the source is another one at the end
    public FileEntry copy(String source, String target, boolean replaces, Progress progress)
            throws FilesException, InterruptedException {
        var begun = from.look(source);
        if (!replaces && find(target) != null) {
            throw new FilesException(new FilesProblem.Exists(target));
        }
        var part = part(begun, target);
        long there = sizeOfPart(part, begun);
        progress.at(there, begun.size());
        if (there < begun.size() || there == 0) {
            pour(begun, part, there, progress);
        }
        check(begun, part);
        if (replaces) {
            to.replace(part, target);
        } else {
            to.rename(part, target);
        }
        return to.look(target);
    }

    /// Deletes what is there of a copy that was cut off.
    public void discard(String source, String target) throws FilesException, InterruptedException {
        var part = find(part(from.look(source), target));
        if (part != null) {
            to.delete(part);
        }
    }

    /// Without a size or a time nobody can tell whether the file is still the same one.
    private long sizeOfPart(String part, FileEntry source)
            throws FilesException, InterruptedException {
        var found = find(part);
        boolean isOfUse =
                (found != null)
                        && (source.modified() != null)
                        && (found.size() > 0)
                        && (found.size() <= source.size());
        return isOfUse ? Objects.requireNonNull(found).size() : 0;
    }

    private @Nullable FileEntry find(String path) throws FilesException, InterruptedException {
        try {
            return to.look(path);
        } catch (FilesException e) {
            if (e.problem() instanceof FilesProblem.Missing) {
                return null;
            }
            throw e;
        }
    }

    private void pour(FileEntry source, String part, long there, Progress progress)
            throws FilesException, InterruptedException {
        var piece = new byte[PIECE];
        long done = there;
        try (var in = from.read(source.path(), there);
                var out = to.write(part, there)) {
            while (true) {
                int size = in.read(piece);
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException(); // the flag lets closing wait for nothing
                }
                if (size < 0) {
                    break;
                }
                out.write(piece, 0, size);
                done += size;
                progress.at(done, source.size());
            }
        } catch (FilesException e) {
            throw e;
        } catch (InterruptedIOException | ClosedByInterruptException _) {
            boolean _ = Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException e) {
            throw new FilesException(
                    new FilesProblem.Failed(source.path(), String.valueOf(e.getMessage())), e);
        }
    }

    /// A part that is not the file would go on wrongly for ever.
    private void check(FileEntry begun, String part) throws FilesException, InterruptedException {
        var ended = from.look(begun.path());
        var written = to.look(part);
        boolean isSame =
                (ended.size() == begun.size())
                        && Objects.equals(ended.modified(), begun.modified())
                        && ((begun.size() < 0) || (written.size() == begun.size()));
        if (!isSame) {
            to.delete(written);
            throw new FilesException(new FilesProblem.Changed(begun.path()));
        }
    }

    private static String part(FileEntry source, String target) {
        var state = source.path() + '\n' + source.size() + '\n' + source.modified();
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(state.getBytes(StandardCharsets.UTF_8));
            var stamp = HexFormat.of().formatHex(digest, 0, STAMP_BYTES);
            return target + '.' + stamp + ".part";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
