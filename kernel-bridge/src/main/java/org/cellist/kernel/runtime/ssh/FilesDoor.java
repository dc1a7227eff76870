package org.cellist.kernel.runtime.ssh;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.hosted.Door;
import org.cellist.kernel.runtime.hosted.HostException;
import org.jspecify.annotations.Nullable;

/// The way to a machine's files: one channel, which stays open, and gives way where a program
/// needs its place.
///
/// Thread-safe.
final class FilesDoor {

    private final Supplier<Door<SshConnection>> door;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable SftpChannel channel; // guarded by the lock

    /// @param door the way into the machine at the moment
    FilesDoor(Supplier<Door<SshConnection>> door) {
        this.door = door;
    }

    /// Takes part in the channel, which is made if there is none. To be left. Blocks.
    ///
    /// @throws HostException also if a further connection would be needed and cannot be made, or
    ///     [SftpChannel.NotOfferedException] if the machine has no SFTP
    SftpChannel enter() throws HostException, InterruptedException {
        lock.lockInterruptibly();
        try {
            var now = channel;
            if (now != null && now.enter()) {
                return now;
            }
            var made = door.get().through(HostQuestions.NOBODY, SshConnection::files);
            channel = made;
            return made;
        } finally {
            lock.unlock();
        }
    }
}
