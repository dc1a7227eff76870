package org.cellist.app.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.UUID;
import org.cellist.app.notebook.format.NotebookBytes;
import org.cellist.app.storage.SaveOutcome.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One save that leaves either the old or the new file, never a mixture or an empty one.
///
/// A temporary file beside the target is written, forced to the disk, given the target's mode and
/// owner, and moved over it; then the folder is forced (Pillai et al., "All File Systems Are Not
/// Created Equal", OSDI 2014). A symbolic link stays one. Its name begins with `.~`, which sync
/// programs ignore.
///
/// Confined to one thread; used once.
final class AtomicSave {

    private static final Logger LOG = LoggerFactory.getLogger(AtomicSave.class);

    private final Path path;
    private final NotebookBytes bytes;
    private final @Nullable FileStamp expected;

    /// @param expected what the file must still be; null to write whatever it is
    AtomicSave(Path path, NotebookBytes bytes, @Nullable FileStamp expected) {
        this.path = path;
        this.bytes = bytes;
        this.expected = expected;
    }

    SaveOutcome save() {
        try {
            var target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            if (Files.exists(target) && !Files.isWritable(target)) {
                return notSaved(Reason.READ_ONLY_FILE, "");
            }
            var folder = target.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                return notSaved(Reason.FOLDER_MISSING, String.valueOf(folder));
            }
            return replace(target, folder);
        } catch (AccessDeniedException e) {
            return notSaved(Reason.NO_PERMISSION, String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            return notSaved(Reason.FOLDER_MISSING, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return notSaved(reason(e), String.valueOf(e.getMessage()));
        }
    }

    private SaveOutcome replace(Path target, Path folder) throws IOException {
        var name = ".~" + target.getFileName() + "." + UUID.randomUUID().toString().substring(0, 8);
        var temporary = folder.resolve(name);
        try {
            try (var channel =
                    FileChannel.open(
                            temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                bytes.writeTo(channel);
                channel.force(true);
            }
            copyAttributes(target, temporary);
            if (expected != null && (!Files.exists(target) || !expected.isOf(target))) {
                return new SaveOutcome.ChangedOnDisk(path);
            }
            move(temporary, target);
            force(folder);
            return new SaveOutcome.Saved(path);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.debug("no atomic move on this file system", e);
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void copyAttributes(Path from, Path to) throws IOException {
        var old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        var fresh = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (!Files.exists(from) || old == null || fresh == null) {
            return;
        }
        var attributes = old.readAttributes();
        fresh.setPermissions(attributes.permissions());
        try {
            fresh.setGroup(attributes.group());
            fresh.setOwner(attributes.owner());
        } catch (FileSystemException e) {
            LOG.debug("the owner of {} cannot be kept", from, e);
        }
    }

    private static void force(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("this system does not force folders", e);
        }
    }

    private static Reason reason(IOException e) {
        var message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = message.contains("no space left") || message.contains("not enough space");
        return full ? Reason.DISK_FULL : Reason.OTHER;
    }

    private SaveOutcome notSaved(Reason reason, String details) {
        return new SaveOutcome.NotSaved(path, reason, details);
    }
}
