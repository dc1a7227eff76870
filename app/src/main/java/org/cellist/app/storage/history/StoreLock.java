package org.cellist.app.storage.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// The right to change the store, held by one thread of one process at a time: who deletes what no
/// version names must not meet one who is about to name it.
///
/// Reading needs no such right.
///
/// Confined to the thread that took it.
final class StoreLock implements AutoCloseable {

    /// The system's lock is the process's, not a thread's.
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;
    private final FileLock lock;

    private StoreLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /// Waits for the right to change the store in that folder.
    static StoreLock of(Path root) throws IOException {
        THREADS.lock();
        boolean isTaken = false;
        try {
            PrivateFiles.makeFolder(root);
            var channel =
                    FileChannel.open(
                            root.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            var taken = new StoreLock(channel, locked(channel));
            isTaken = true;
            return taken;
        } finally {
            if (!isTaken) {
                THREADS.unlock();
            }
        }
    }

    private static FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.lock();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            lock.release();
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
