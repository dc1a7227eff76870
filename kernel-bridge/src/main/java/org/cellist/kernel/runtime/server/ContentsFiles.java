package org.cellist.kernel.runtime.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.jspecify.annotations.Nullable;

/// The files of a Jupyter server, below the folder that it serves. Hidden ones are there where the
/// server lets them.
///
/// Thread-safe. Its methods block, but for [#removal].
final class ContentsFiles implements PlaceFiles {

    /// The longest name that a link can hold.
    private static final int LONGEST_LINK = 4096;

    private static final int PARTIAL = 206;
    private static final int NO_SUCH_RANGE = 416;

    /// Of how many bytes a part of a file is.
    private static final Pattern WHOLE = Pattern.compile("bytes .*/(\\d{1,18})");

    private final ContentsApi api;

    ContentsFiles(ContentsApi api) {
        this.api = api;
    }

    @Override
    public String home() {
        return "";
    }

    @Override
    public List<FileEntry> list(String folder) throws FilesException, InterruptedException {
        return api.list(folder);
    }

    /// A server tells the size of a link to a file in the place of the file's, so what could be one
    /// is opened.
    @Override
    public FileEntry look(String path) throws FilesException, InterruptedException {
        var seen = api.look(path);
        boolean mayBeLink =
                seen.kind() == FileEntry.Kind.FILE
                        && seen.size() > 0
                        && seen.size() <= LONGEST_LINK;
        if (!mayBeLink) {
            return seen;
        }
        long size = sizeOf(path);
        return size < 0 || size == seen.size()
                ? seen
                : new FileEntry(path, seen.kind(), true, size, seen.modified());
    }

    private long sizeOf(String path) throws FilesException, InterruptedException {
        var response = api.open(path, "bytes=0-0");
        try (var body = response.body()) {
            if (response.statusCode() != PARTIAL) {
                return response.headers().firstValueAsLong("Content-Length").orElse(-1);
            }
            body.skipNBytes(1); // the connection is free again then
            var range = response.headers().firstValue("Content-Range").orElse("");
            var whole = WHOLE.matcher(range);
            return whole.matches() ? Long.parseLong(whole.group(1)) : -1;
        } catch (InterruptedIOException _) {
            boolean _ = Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private @Nullable FileEntry find(String path) throws FilesException, InterruptedException {
        try {
            return api.look(path);
        } catch (FilesException e) {
            if (e.problem() instanceof FilesProblem.Missing) {
                return null;
            }
            throw e;
        }
    }

    private void refuseIfThere(String path) throws FilesException, InterruptedException {
        if (find(path) != null) {
            throw new FilesException(new FilesProblem.Exists(path));
        }
    }

    /// A server is content with a folder that is there already, so it is looked at before.
    @Override
    public void makeFolder(String path) throws FilesException, InterruptedException {
        refuseIfThere(path);
        api.makeFolder(path);
    }

    /// A name of other case is the same file on some systems; the server knows.
    @Override
    public void rename(String from, String to) throws FilesException, InterruptedException {
        api.look(from); // some servers tell what is missing as a failure of theirs
        if (!from.equalsIgnoreCase(to)) {
            refuseIfThere(to);
        }
        api.rename(from, to);
    }

    /// There is a moment when nothing has the name: a server replaces nothing. What gave way goes
    /// where the server puts what is deleted.
    @Override
    public void replace(String from, String to) throws FilesException, InterruptedException {
        api.look(from);
        var old = find(to);
        if (old != null && old.isFolder()) {
            throw new FilesException(new FilesProblem.Exists(to));
        }
        if (old != null) {
            api.delete(to);
        }
        api.rename(from, to);
    }

    /// Some servers do not delete a folder that has something in it, and say so. What is in it is
    /// not deleted one by one then: it could be a link, which looks like the folder that it leads
    /// to.
    @Override
    public void delete(FileEntry entry) throws FilesException, InterruptedException {
        api.delete(entry.path());
    }

    @Override
    public Removal removal() {
        return Removal.SERVER;
    }

    @Override
    public InputStream read(String path, long from) throws FilesException, InterruptedException {
        var response = api.open(path, from == 0 ? "" : "bytes=" + from + "-");
        if (response.statusCode() == NO_SUCH_RANGE) {
            return InputStream.nullInputStream();
        }
        var body = new Reading(response.body());
        try {
            if (response.statusCode() != PARTIAL) {
                body.skipNBytes(from);
            }
            return body;
        } catch (InterruptedIOException _) {
            body.close();
            boolean _ = Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException e) {
            body.close();
            throw e instanceof FilesException known ? known : lost(e);
        }
    }

    private static FilesException lost(IOException e) {
        var way = new ServerProblem.Unreachable(ServerException.words(e));
        return new FilesException(new FilesProblem.OfServer(way), e);
    }

    /// Nothing is sent before there is enough for a part, or the end of it.
    @Override
    public OutputStream write(String path, long size) throws FilesException, InterruptedException {
        if (size > 0 && look(path).size() != size) {
            throw new FilesException(new FilesProblem.Changed(path));
        }
        return new ContentsWriter(api, this::look, path, size);
    }

    /// Tells in our words what breaks off. Confined to one thread.
    private static final class Reading extends InputStream {

        private final InputStream body;

        Reading(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return body.read(into, offset, length);
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                throw lost(e);
            }
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException e) {
                throw new IllegalStateException("a stream that is only forgotten", e);
            }
        }
    }
}
