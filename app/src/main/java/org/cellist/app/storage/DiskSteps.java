package org.cellist.app.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
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
        var old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        var fresh = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (old == null || fresh == null) {
            return;
        }
        var attributes = old.readAttributes();
        try {
            fresh.setGroup(attributes.group());
            fresh.setOwner(attributes.owner());
        } catch (FileSystemException e) {
            LOG.debug("the owner of {} cannot be kept", from, e);
        }
        fresh.setPermissions(attributes.permissions());
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.debug("no atomic move on this file system", e);
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
