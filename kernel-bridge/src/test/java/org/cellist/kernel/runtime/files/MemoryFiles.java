package org.cellist.kernel.runtime.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Files of one folder in memory, which fail where a test says so.
///
/// Confined to the thread of the test.
public final class MemoryFiles implements PlaceFiles {

    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Map<String, Instant> times = new TreeMap<>();
    private final Fault fault;
    private long clock;

    /// Called before each step, also of streams; what it throws is what happens in its place.
    @FunctionalInterface
    public interface Fault {

        /// Nothing ever fails.
        Fault NEVER = _ -> {};

        void before(String path) throws FilesException;
    }

    /// Fails never.
    public MemoryFiles() {
        this(Fault.NEVER);
    }

    public MemoryFiles(Fault fault) {
        this.fault = fault;
    }

    /// Puts a file there, whatever should fail; a moment later than all that was put before.
    public void put(String path, byte[] bytes) {
        clock++;
        contents.put(path, bytes);
        times.put(path, Instant.ofEpochSecond(clock));
    }

    /// Returns what a file has; null if it is not there.
    public byte @Nullable [] get(String path) {
        return contents.get(path);
    }

    @Override
    public String home() {
        return "";
    }

    @Override
    public List<FileEntry> list(String folder) throws FilesException {
        fault.before(folder);
        return contents.keySet().stream().map(this::entry).toList();
    }

    private FileEntry entry(String path) {
        int size = contents.getOrDefault(path, new byte[0]).length;
        return new FileEntry(path, FileEntry.Kind.FILE, false, size, times.get(path));
    }

    @Override
    public FileEntry look(String path) throws FilesException {
        fault.before(path);
        bytes(path);
        return entry(path);
    }

    private byte[] bytes(String path) throws FilesException {
        var bytes = contents.get(path);
        if (bytes == null) {
            throw new FilesException(new FilesProblem.Missing(path));
        }
        return bytes;
    }

    @Override
    public void makeFolder(String path) {
        throw new UnsupportedOperationException("one folder only");
    }

    @Override
    public void rename(String from, String to) throws FilesException {
        fault.before(from);
        bytes(from);
        if (contents.containsKey(to)) {
            throw new FilesException(new FilesProblem.Exists(to));
        }
        move(from, to);
    }

    @Override
    public void replace(String from, String to) throws FilesException {
        fault.before(from);
        bytes(from);
        move(from, to);
    }

    private void move(String from, String to) {
        contents.put(to, contents.remove(from));
        times.put(to, times.remove(from));
    }

    @Override
    public void delete(FileEntry entry) throws FilesException {
        fault.before(entry.path());
        bytes(entry.path());
        contents.remove(entry.path());
        times.remove(entry.path());
    }

    @Override
    public Removal removal() {
        return Removal.FOREVER;
    }

    @Override
    public InputStream read(String path, long from) throws FilesException {
        fault.before(path);
        var bytes = bytes(path);
        int start = Math.min(bytes.length, (int) from);
        return new FilterInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                fault.before(path);
                return super.read(into, offset, length);
            }
        };
    }

    @Override
    public OutputStream write(String path, long size) throws FilesException {
        fault.before(path);
        var before = contents.get(path);
        int there = before == null ? 0 : before.length;
        if (there < size) {
            throw new FilesException(new FilesProblem.Changed(path));
        }
        var kept = before == null ? new byte[0] : Arrays.copyOf(before, (int) size);
        put(path, kept);
        var written = new ByteArrayOutputStream();
        written.writeBytes(kept);
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                // what fails is half written
                written.write(bytes, offset, length / 2);
                put(path, written.toByteArray());
                fault.before(path);
                written.write(bytes, offset + length / 2, length - length / 2);
                put(path, written.toByteArray());
            }

            @Override
            public void close() throws IOException {
                fault.before(path);
            }
        };
    }
}
