package org.cellist.app.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Set;
import org.cellist.app.notebook.format.NotebookBytes;
import org.cellist.app.storage.SaveOutcome.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One save that leaves either the old or the new file, never a mixture or an empty one.
///
/// A temporary file beside the target is written, forced to the disk, given the target's attributes
/// as far as the system lets it, and moved over it; then the folder is forced (Pillai et al., "All
/// File Systems Are Not Created Equal", OSDI 2014). A symbolic link stays one, also when its target
/// is yet to be made. Another hard link to the file keeps the old content. A device or a pipe is
/// never replaced.
///
/// Confined to one thread; used once.
final class AtomicSave {

    private static final Logger LOG = LoggerFactory.getLogger(AtomicSave.class);

    /// As many as Linux follows.
    private static final int MOST_LINKS = 40;

    private static final Set<PosixFilePermission> WRITING =
            Set.of(
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_WRITE);

    private final Path path;
    private final NotebookBytes bytes;
    private final Expected expected;
    private final SaveSteps steps;
    private boolean isFolderNeeded;
    private @Nullable FileStamp written;

    /// @param expected what must still be in the file's place right before it is replaced
    AtomicSave(Path path, NotebookBytes bytes, Expected expected, SaveSteps steps) {
        this.path = path;
        this.bytes = bytes;
        this.expected = expected;
        this.steps = steps;
    }

    SaveOutcome save() {
        try {
            var target = target();
            var folder = target.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                return notSaved(Reason.FOLDER_MISSING, String.valueOf(folder));
            }
            if (Files.isDirectory(target)) {
                return notSaved(Reason.IS_FOLDER, target.toString());
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                return notSaved(Reason.NOT_A_FILE, target.toString());
            }
            if (Files.exists(target) && isReadOnly(target)) {
                return notSaved(Reason.READ_ONLY_FILE, target.toString());
            }
            TemporaryFile.deleteLeftovers(target);
            return replace(target, folder);
        } catch (IOException e) {
            LOG.debug("{} was not saved", path, e);
            return notSaved(reason(e), String.valueOf(e.getMessage()));
        }
    }

    /// Returns what the file was right after it was written; null when it was not.
    @Nullable FileStamp written() {
        return written;
    }

    private Path target() throws IOException {
        var target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(path.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return Files.exists(target) ? target.toRealPath() : target.normalize();
    }

    /// The system lets an administrator write a file that everybody may only read; a save does not.
    private static boolean isReadOnly(Path target) throws IOException {
        var view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        return !Files.isWritable(target)
                || (view != null
                        && view.readAttributes().permissions().stream()
                                .noneMatch(WRITING::contains));
    }

    private SaveOutcome replace(Path target, Path folder) throws IOException {
        var temporary = TemporaryFile.beside(target);
        try {
            boolean isReplacing = Files.exists(target);
            isFolderNeeded = isReplacing;
            try (var channel = steps.create(temporary, isReplacing)) {
                isFolderNeeded = false;
                steps.write(bytes, channel);
                steps.force(channel);
            }
            if (isReplacing) {
                copyAttributes(target, temporary);
            }
            var stamp = FileStamp.of(temporary, bytes.sha256());
            if (!expected.isAt(target)) {
                return new SaveOutcome.ChangedOnDisk(path);
            }
            steps.move(temporary, target, !(expected instanceof Expected.Nothing));
            written = stamp;
            force(folder);
            return new SaveOutcome.Saved(path);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("{} came while it was saved", path, e);
            return new SaveOutcome.ChangedOnDisk(path);
        } finally {
            delete(temporary);
        }
    }

    /// A disk of another system may refuse modes and owners; that is no reason to lose the content.
    private void copyAttributes(Path target, Path temporary) {
        try {
            steps.copyAttributes(target, temporary);
        } catch (IOException e) {
            LOG.info("the attributes of {} are not kept: {}", target, e.toString());
        }
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            LOG.warn("{} is left", temporary, e);
        }
    }

    private static void force(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("this system does not force folders", e);
        }
    }

    private Reason reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ when isFolderNeeded -> Reason.FOLDER_READ_ONLY;
            case AccessDeniedException _ -> Reason.NO_PERMISSION;
            case NoSuchFileException _ -> Reason.FOLDER_MISSING;
            default -> isFull(e) ? Reason.DISK_FULL : Reason.OTHER;
        };
    }

    /// The system's words come in the person's language, so the free space is asked besides.
    private boolean isFull(IOException e) {
        var words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("no space left")
                || words.contains("not enough space")
                || words.contains("quota exceeded")) {
            return true;
        }
        try {
            var folder = target().getParent();
            return folder != null
                    && Files.getFileStore(folder).getUsableSpace() < bytes.sizeBytes();
        } catch (IOException _) {
            return false; // Nothing can be asked of this disk: not a reason that is known.
        }
    }

    private SaveOutcome notSaved(Reason reason, String details) {
        return new SaveOutcome.NotSaved(path, reason, details);
    }
}
