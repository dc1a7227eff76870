package org.cellist.app.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.cellist.app.notebook.format.NotebookBytes;

/// The steps of a save on the real disk, of which one fails after it has begun. Confined to one
/// thread.
final class FailingSteps implements SaveSteps {

    enum Step {
        CREATE,
        WRITE,
        FORCE,
        COPY_ATTRIBUTES,
        MOVE
    }

    private final SaveSteps disk = new DiskSteps();
    private final Step step;
    private final IOException failure;
    private String modeWhenWritten = "";

    FailingSteps(Step step, IOException failure) {
        this.step = step;
        this.failure = failure;
    }

    /// Returns the mode of the temporary file before anything was written to it.
    String modeWhenWritten() {
        return modeWhenWritten;
    }

    @Override
    public FileChannel create(Path temporary, boolean isReplacing) throws IOException {
        var channel = disk.create(temporary, isReplacing);
        modeWhenWritten = PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary));
        if (step == Step.CREATE) {
            channel.close();
        }
        failAt(Step.CREATE);
        return channel;
    }

    @Override
    public void write(NotebookBytes bytes, FileChannel channel) throws IOException {
        disk.write(bytes, channel);
        if (step == Step.WRITE) {
            channel.truncate(bytes.sizeBytes() / 2);
        }
        failAt(Step.WRITE);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
        failAt(Step.FORCE);
        disk.force(channel);
    }

    @Override
    public void copyAttributes(Path from, Path to) throws IOException {
        failAt(Step.COPY_ATTRIBUTES);
        disk.copyAttributes(from, to);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        failAt(Step.MOVE);
        disk.move(from, to);
    }

    private void failAt(Step now) throws IOException {
        if (step == now) {
            throw failure;
        }
    }
}
