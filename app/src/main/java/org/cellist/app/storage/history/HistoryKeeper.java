package org.cellist.app.storage.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.storage.NotebookFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps versions behind the saves: one after the other, on a thread of its own, so that no save
/// waits for it or fails with it.
///
/// Thread-safe.
public final class HistoryKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryKeeper.class);

    /// What was written before is kept under its own time unless that would be thinned away.
    private static final Duration OWN_TIME = Duration.ofDays(29);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final History history;
    private final NotebookWriter writer = new NotebookWriter();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("history").factory());
    private final Map<Path, String> newest = new HashMap<>(); // confined to the thread
    private final Set<Path> failed = new HashSet<>(); // confined to the thread

    public HistoryKeeper(History history) {
        this.history = history;
    }

    public History history() {
        return history;
    }

    /// Keeps what was saved, and what the file held before if no version has it.
    ///
    /// @param before as it was read or written last
    /// @param saved as it was written now
    /// @param now when it was written
    public void saved(NotebookFile before, NotebookFile saved, Instant now) {
        try {
            thread.execute(
                    () -> {
                        if (before.path() != null && before.path().equals(saved.path())) {
                            keep(before, timeOf(before, now));
                        }
                        keep(saved, now);
                    });
        } catch (RejectedExecutionException e) {
            LOG.debug("{} was saved after the history was closed", saved.path(), e);
        }
    }

    private static Instant timeOf(NotebookFile file, Instant now) {
        var stamp = file.stamp();
        var modified = stamp == null ? now : stamp.modified().toInstant();
        boolean isRecent = modified.isAfter(now.minus(OWN_TIME)) && modified.isBefore(now);
        return isRecent ? modified : now.minusSeconds(1);
    }

    private void keep(NotebookFile file, Instant at) {
        var path = file.path();
        var stamp = file.stamp();
        if (path == null || stamp == null || stamp.hash().equals(newest.put(path, stamp.hash()))) {
            return;
        }
        try {
            history.keep(path, writer.write(file.notebook()).toByteArray(), at);
        } catch (IOException | RuntimeException e) {
            if (failed.add(path)) {
                LOG.warn("versions of {} are not kept", path, e);
            }
        }
    }

    /// Waits a little for what is still to be kept.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the last versions are not kept: this takes too long");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
