package org.cellist.kernel.keeper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.recording.RecordKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one kernel said, in a file that only grows, until what it holds is settled: then it is
/// emptied, or written anew without that.
///
/// The operating system has what was appended, so it outlives this process; it need not outlive
/// the machine, since the kernel does not either. Where the disk takes nothing more the log says
/// that something is missing, and goes on when there is room.
///
/// Thread-safe.
final class KernelLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KernelLog.class);

    private static final byte[] TITLE = "cellist log 1\n".getBytes(StandardCharsets.US_ASCII);

    /// What is settled of a log stays this long in it, while some is not.
    private static final long WORTH_COMPACTING = 16L << 20;

    /// Of a run that says more than that, what it said first and last is kept: no notebook holds
    /// the rest.
    private static final long MOST_OF_A_RUN = 256L << 20;

    /// How a run begins: that it began, and its first words.
    private static final long BEGINNING = 64L << 10;

    private final Path path;
    private FileChannel file; // another once it was written anew
    private final Map<String, Long> unsettled = new HashMap<>(); // bytes of each run
    private final Set<String> settled = new HashSet<>(); // of what is in the file
    private long end; // of what is whole
    private long waste; // bytes of what nobody wants
    private int readers;
    private final long mostOfRun;
    private boolean hasGap; // something is missing, and that is not in the file yet
    private boolean isOver;

    private KernelLog(Path path, long mostOfRun) throws IOException {
        this.path = path;
        this.mostOfRun = mostOfRun;
        this.file = channel(path);
    }

    private static FileChannel channel(Path path) throws IOException {
        return FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /// Opens a log, or makes one. What a kill cut short at its end is cut off.
    static KernelLog open(Path path) throws IOException {
        return open(path, MOST_OF_A_RUN);
    }

    /// @param mostOfRun bytes that are kept of one run
    static KernelLog open(Path path, long mostOfRun) throws IOException {
        var log = new KernelLog(path, mostOfRun);
        try {
            log.recover();
            return log;
        } catch (IOException e) {
            log.close();
            throw e;
        }
    }

    private synchronized void recover() throws IOException {
        long size = file.size();
        var title = ByteBuffer.allocate(TITLE.length);
        boolean isLog = file.read(title, 0) == TITLE.length && title.flip().equals(title());
        if (!isLog) {
            hasGap = size > 0;
            empty();
            return;
        }
        end = TITLE.length;
        for (var next = LogRecord.read(file, end, size);
                next != null;
                next = LogRecord.read(file, end, size)) {
            note(next.record(), next.end() - end);
            end = next.end();
        }
        if (end < size) {
            LOG.warn("a log ends in {} bytes that are no record", size - end);
            file.truncate(end);
            hasGap = true;
        }
    }

    private static ByteBuffer title() {
        return ByteBuffer.wrap(TITLE);
    }

    private void note(@Nullable LogRecord record, long size) {
        if (record == null) {
            return;
        }
        if (record.kind() == RecordKind.SETTLED) {
            waste += size + settle(record.run());
        } else if (record.run().isEmpty() || settled.contains(record.run())) {
            waste += size;
        } else {
            unsettled.merge(record.run(), size, Long::sum);
        }
    }

    private long settle(String run) {
        settled.add(run);
        var bytes = unsettled.remove(run);
        return bytes == null ? 0 : bytes;
    }

    private void empty() throws IOException {
        file.truncate(0);
        write(file, title(), 0);
        end = TITLE.length;
        waste = 0;
        unsettled.clear();
        settled.clear();
    }

    private static void write(FileChannel file, ByteBuffer bytes, long position)
            throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }

    /// Appends a record.
    synchronized void append(LogRecord record) {
        if (isOver) {
            return;
        }
        if (hasGap && put(LogRecord.of(RecordKind.GAP))) {
            hasGap = false;
        }
        if (hasGap || !put(record)) {
            hasGap = true;
        } else if (unsettled.isEmpty() || isTooLong(record.run())) {
            tidy();
        }
        notifyAll();
    }

    /// Returns whether the disk took it.
    private boolean put(LogRecord record) {
        try {
            var bytes = record.bytes();
            int size = bytes.remaining();
            write(file, bytes, end);
            note(record, size);
            end += size;
            return true;
        } catch (IOException e) {
            LOG.warn("what a kernel says is not recorded: {}", e.toString());
            cutTorn();
            return false;
        }
    }

    private void cutTorn() {
        try {
            file.truncate(end);
        } catch (IOException e) {
            LOG.warn("the end of a log stays torn: {}", e.toString());
        }
    }

    /// Forgets these runs, now or soon: a file has what they said.
    synchronized void settle(Collection<String> runs) {
        for (var run : runs) {
            if (unsettled.containsKey(run)) {
                boolean _ = put(new LogRecord(RecordKind.SETTLED, run, List.of()));
            }
        }
        tidy();
    }

    /// Returns whether there is something that no file has.
    synchronized boolean isWanted() {
        return !unsettled.isEmpty();
    }

    private void tidy() {
        if (readers > 0) {
            return;
        }
        try {
            if (unsettled.isEmpty() && end > TITLE.length && (!settled.isEmpty() || isLarge())) {
                empty();
            } else if ((isLarge() && waste > end / 2)
                    || unsettled.keySet().stream().anyMatch(this::isTooLong)) {
                compact();
            }
        } catch (IOException e) {
            LOG.warn("a log is not tidied: {}", e.toString());
        }
    }

    private boolean isTooLong(String run) {
        return unsettled.getOrDefault(run, 0L) > mostOfRun;
    }

    private boolean isLarge() {
        return waste > WORTH_COMPACTING;
    }

    /// Writes what is wanted into a new file, which takes the old one's place.
    private void compact() throws IOException {
        var newPath = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(newPath);
        var compacted = new KernelLog(newPath, mostOfRun);
        try {
            compacted.recover();
            copyTo(compacted);
            Files.move(newPath, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            compacted.close();
            throw e;
        }
        file.close();
        file = compacted.file;
        end = compacted.end;
        waste = 0;
        settled.clear();
        unsettled.clear();
        unsettled.putAll(compacted.unsettled);
    }

    private void copyTo(KernelLog other) throws IOException {
        var passed = new HashMap<String, Long>(); // bytes of each run
        var shortened = new HashSet<String>(); // runs that have their gap
        long position = TITLE.length;
        for (var next = LogRecord.read(file, position, end);
                next != null;
                next = LogRecord.read(file, position, end)) {
            long size = next.end() - position;
            position = next.end();
            var record = next.record();
            if (record != null && unsettled.containsKey(record.run())) {
                long after = passed.merge(record.run(), size, Long::sum);
                if (!isLeftOut(record, after, size)) {
                    copyTo(other, record);
                } else if (shortened.add(record.run())) {
                    copyTo(other, new LogRecord(RecordKind.GAP, record.run(), List.of()));
                }
            }
        }
    }

    private static void copyTo(KernelLog other, LogRecord record) throws IOException {
        if (!other.put(record)) {
            throw new IOException("no room to write a log anew");
        }
    }

    /// Returns whether a record is one of the middle of a run that is too long: it keeps its
    /// beginning and, so that it is not written anew with every word, half of what it may have.
    ///
    /// @param after bytes of the run up to its end
    private boolean isLeftOut(LogRecord record, long after, long size) {
        long whole = unsettled.getOrDefault(record.run(), 0L);
        boolean isMiddle =
                after > Math.min(BEGINNING, mostOfRun / 4) && after - size < whole - mostOfRun / 2;
        return whole > mostOfRun
                && (record.kind() == RecordKind.GAP
                        || (record.kind() == RecordKind.IOPUB && isMiddle));
    }

    /// Nothing more will come.
    synchronized void end() {
        isOver = true;
        notifyAll();
    }

    /// Returns a reader from the beginning. While there is one the log only grows.
    synchronized Reader reader() {
        readers++;
        return new Reader();
    }

    private synchronized void leave() {
        readers--;
        tidy();
    }

    private synchronized boolean isWantedRun(String run) {
        return run.isEmpty() || !settled.contains(run);
    }

    private synchronized long limit() {
        return end;
    }

    private synchronized boolean awaitMore(long position, Duration patience)
            throws InterruptedException {
        if (position >= end && !isOver) {
            TimeUnit.NANOSECONDS.timedWait(this, patience.toNanos());
        }
        return position < end || !isOver;
    }

    @Override
    public void close() {
        end();
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("a log is not closed: {}", e.toString());
        }
    }

    /// Reads a log that may still grow, without what is settled. Confined to one thread.
    final class Reader implements AutoCloseable {

        private final FileChannel source = file; // it stays while there is a reader
        private long position = TITLE.length;

        private Reader() {}

        /// Returns the next record; null if there is none yet.
        @Nullable LogRecord next() throws IOException {
            long limit = limit();
            while (position < limit) {
                var next = LogRecord.read(source, position, limit);
                if (next == null) {
                    position = limit;
                    return LogRecord.of(RecordKind.GAP);
                }
                position = next.end();
                var record = next.record();
                if (record == null) {
                    return LogRecord.of(RecordKind.GAP);
                }
                if (record.kind() != RecordKind.SETTLED && isWantedRun(record.run())) {
                    return record;
                }
            }
            return null;
        }

        /// Waits for more; returns false if none will come.
        boolean await(Duration patience) throws InterruptedException {
            return awaitMore(position, patience);
        }

        @Override
        public void close() {
            leave();
        }
    }
}
