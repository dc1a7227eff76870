package org.cellist.app.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.format.NotebookBytes;

/// The steps of a save on the real disk, in one of which something happens: it fails after it has
/// begun, or another program does something.
///
/// Confined to one thread.
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
    private final Event event;
    private final List<Step> begun = new ArrayList<>();
    private String modeWhenWritten = "";

    interface Event {
        void happen() throws IOException;
    }

    FailingSteps(Step step, IOException failure) {
        this(
                step,
                () -> {
                    throw failure;
                });
    }

    FailingSteps(Step step, Event event) {
        this.step = step;
        this.event = event;
    }

    /// Returns the steps in the order in which they began.
    List<Step> begun() {
        return begun;
    }

    /// Returns the mode of the temporary file before anything was written to it.
    String modeWhenWritten() {
        return modeWhenWritten;
    }

    @Override
    public FileChannel create(Path temporary, boolean isReplacing) throws IOException {
        var channel = disk.create(temporary, isReplacing);
        modeWhenWritten = PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary));
        try {
            at(Step.CREATE);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return channel;
    }

    @Override
    public void write(NotebookBytes bytes, FileChannel channel) throws IOException {
        disk.write(bytes, channel);
        try {
            at(Step.WRITE);
        } catch (IOException e) {
            channel.truncate(bytes.sizeBytes() / 2);
            throw e;
        }
    }

    @Override
    public void force(FileChannel channel) throws IOException {
        at(Step.FORCE);
        disk.force(channel);
    }

    @Override
    public void copyAttributes(Path from, Path to) throws IOException {
        at(Step.COPY_ATTRIBUTES);
        disk.copyAttributes(from, to);
    }

    @Override
    public void move(Path from, Path to, boolean replaces) throws IOException {
        at(Step.MOVE);
        disk.move(from, to, replaces);
    }

    private void at(Step now) throws IOException {
        begun.add(now);
        if (step == now) {
            event.happen();
        }
    }
}
