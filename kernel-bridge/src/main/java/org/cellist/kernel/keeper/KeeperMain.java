package org.cellist.kernel.keeper;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.cellist.kernel.channel.zmq.ZmqChannels;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.local.KernelStarter;
import org.cellist.kernel.runtime.local.RuntimeFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// The keeper's program. Of two that are started for one folder, the second ends at once.
///
/// Confined to its main thread.
public final class KeeperMain {

    /// What it says, as its only words to who started it, when clients may come: to it, or to the
    /// one that was there before.
    static final String READY = "ready";

    private KeeperMain() {}

    /// Serves until there is nothing to do.
    ///
    /// @param arguments the private folder; how long a kernel may do nothing without a window
    public static void main(String... arguments) throws IOException, InterruptedException {
        var folder = new KeeperFolder(Path.of(arguments[0]));
        folder.make();
        try (var file = FileChannel.open(folder.lock(), OPTIONS);
                var lock = file.tryLock()) {
            if (isMine(lock)) {
                serve(folder, Duration.parse(arguments[1]));
            } else {
                say(READY);
            }
        }
        System.exit(0); // whatever thread may still wait for something
    }

    private static final StandardOpenOption[] OPTIONS = {
        StandardOpenOption.CREATE, StandardOpenOption.WRITE
    };

    private static boolean isMine(@Nullable FileLock lock) {
        return lock != null;
    }

    private static void serve(KeeperFolder folder, Duration abandoned)
            throws IOException, InterruptedException {
        var host = Host.current(System.getenv());
        var starter = new KernelStarter(host, RuntimeFolder.usual(host), ZmqChannels::toBroadcasts);
        var keeper = new Keeper(folder, starter, KeeperTimes.of(abandoned));
        keeper.inherit();
        try (var door = Door.open(folder)) {
            LoggerFactory.getLogger(KeeperMain.class).debug("listens");
            say(READY);
            keeper.serve(door, new Door(folder.address()).secretText());
            folder.deleteAddress();
        }
    }

    /// Nothing more goes there: whoever reads it may be gone.
    private static void say(String word) throws IOException {
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            out.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }
}
