package org.cellist.app.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings of this moment, and their way to the disk.
///
/// A change holds at once and is written on a virtual thread; while one is being written, only
/// the newest waits. [#close] returns when the last one is on the disk.
///
/// Thread-safe.
public final class SettingsStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    private final SettingsFile file;
    private final ReentrantLock writing = new ReentrantLock();
    private final Object lock = new Object();
    private Settings current; // guarded by lock
    private boolean pending; // guarded by lock

    private SettingsStore(SettingsFile file, Settings current) {
        this.file = file;
        this.current = current;
    }

    /// Reads the settings of this person on this machine.
    public static SettingsStore ofThisPerson() {
        var home = Path.of(System.getProperty("user.home"));
        var folder = Folders.settings(System.getProperty("os.name"), home, System.getenv());
        return open(folder.resolve("settings.properties"));
    }

    /// Reads the settings; what cannot be read is as it was before anything was chosen.
    public static SettingsStore open(Path path) {
        var file = new SettingsFile(path);
        return new SettingsStore(file, file.read());
    }

    public Settings current() {
        synchronized (lock) {
            return current;
        }
    }

    /// Changes the settings and has them written soon.
    public void update(UnaryOperator<Settings> change) {
        synchronized (lock) {
            var next = change.apply(current);
            if (next.equals(current)) {
                return;
            }
            current = next;
            if (pending) {
                return;
            }
            pending = true;
        }
        Thread.ofVirtual().name("settings").start(this::write);
    }

    /// Waits until the newest settings are written.
    @Override
    public void close() {
        write();
    }

    private void write() {
        writing.lock();
        try {
            Settings newest;
            synchronized (lock) {
                if (!pending) {
                    return;
                }
                pending = false;
                newest = current;
            }
            file.write(newest);
        } catch (IOException e) {
            LOG.warn("The settings could not be written", e);
        } finally {
            writing.unlock();
        }
    }
}
