package org.cellist.app.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.EnumSet;
import java.util.Set;
import org.cellist.app.notebook.format.NotebookBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The steps of a save, done on the real disk. Thread-safe.
final class DiskSteps implements SaveSteps {

    private static final Logger LOG = LoggerFactory.getLogger(DiskSteps.class);
    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    @Override
    public FileChannel create(Path temporary, boolean isReplacing) throws IOException {
        boolean hasModes =
                temporary.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!isReplacing || !hasModes) {
            return FileChannel.open(temporary, NEW);
        }
        // The file that is replaced may be private.
        FileAttribute<?> mine =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return FileChannel.open(temporary, NEW, mine);
    }

    @Override
    public void write(NotebookBytes bytes, FileChannel channel) throws IOException {
        bytes.writeTo(channel);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
        channel.force(true);
    }

    @Override
    public void copyAttributes(Path from, Path to) throws IOException {
        copyUserAttributes(from, to);
        var old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        var fresh = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (old != null && fresh != null) {
            copy(old.readAttributes(), fresh);
        }
    }

    /// Copies group, owner and mode. Where the group cannot be kept, the one that the file has now
    /// may do no more than everybody.
    static void copy(PosixFileAttributes old, PosixFileAttributeView fresh) {
        var mode = EnumSet.noneOf(PosixFilePermission.class);
        mode.addAll(old.permissions());
        if (!isKept(() -> fresh.setGroup(old.group()), "group")) {
            retain(mode, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
            retain(mode, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
            retain(mode, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
        }
        isKept(() -> fresh.setOwner(old.owner()), "owner");
        isKept(() -> fresh.setPermissions(mode), "mode");
    }

    private static void retain(
            Set<PosixFilePermission> mode, PosixFilePermission group, PosixFilePermission others) {
        if (!mode.contains(others)) {
            mode.remove(group);
        }
    }

    private interface Part {
        void copy() throws IOException;
    }

    private static boolean isKept(Part part, String name) {
        try {
            part.copy();
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("the {} of a file cannot be kept", name, e);
            return false;
        }
    }

    /// Those of `user.` on Linux: what the file managers and download programs note about a file.
    private static void copyUserAttributes(Path from, Path to) {
        isKept(
                () -> {
                    var old = Files.getFileAttributeView(from, UserDefinedFileAttributeView.class);
                    var fresh = Files.getFileAttributeView(to, UserDefinedFileAttributeView.class);
                    if (old == null || fresh == null) {
                        return;
                    }
                    for (var name : old.list()) {
                        var value = ByteBuffer.allocate(old.size(name));
                        old.read(name, value);
                        fresh.write(name, value.flip());
                    }
                },
                "further attributes");
    }

    @Override
    public void move(Path from, Path to, boolean replaces) throws IOException {
        if (!replaces) {
            Files.move(from, to);
            return;
        }
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.debug("no atomic move on this file system", e);
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
