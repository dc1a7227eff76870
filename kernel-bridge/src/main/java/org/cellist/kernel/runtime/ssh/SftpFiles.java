package org.cellist.kernel.runtime.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.sftp.client.SftpClient.Attribute;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.hosted.HostException;

/// The files of a machine, as its SFTP server shows them. Nobody is asked anything: who would have
/// to log in is told so.
///
/// Thread-safe. Its methods block, but for [#removal].
final class SftpFiles implements PlaceFiles {

    private static final int NO_SUCH_FILE = SftpConstants.SSH_FX_NO_SUCH_FILE;

    private final SshHost host;
    private final FilesDoor door;

    /// @param door the way to them
    SftpFiles(SshHost host, FilesDoor door) {
        this.host = host;
        this.door = door;
    }

    private interface Question<T> {
        T ask(SftpChannel channel) throws IOException;
    }

    private <T> T asked(String path, Question<T> question)
            throws FilesException, InterruptedException {
        var channel = channel();
        try {
            return question.ask(channel);
        } catch (IOException e) {
            throw problem(path, channel, e);
        } finally {
            channel.leave();
        }
    }

    private SftpChannel channel() throws FilesException, InterruptedException {
        try {
            return door.enter();
        } catch (SftpChannel.NotOfferedException e) {
            throw new FilesException(new FilesProblem.NotOffered(), e);
        } catch (HostException e) {
            throw new FilesException(new FilesProblem.OfHost(e.problem()), e);
        }
    }

    private FilesException problem(String path, SftpChannel channel, IOException e)
            throws InterruptedException {
        if (SftpChannel.isInterruption(e)) {
            channel.spend();
            throw new InterruptedException();
        }
        return told(path, channel, e);
    }

    /// A stream cannot say that it was interrupted but so.
    private IOException ofStream(String path, SftpChannel channel, IOException e) {
        if (SftpChannel.isInterruption(e)) {
            channel.spend();
            Thread.currentThread().interrupt();
            return e;
        }
        return told(path, channel, e);
    }

    private FilesException told(String path, SftpChannel channel, IOException e) {
        if (e instanceof FilesException known) {
            return known;
        }
        if (e instanceof SftpException said) {
            return new FilesException(said(path, channel, said), e);
        }
        channel.spend();
        var way = new HostProblem.Unreachable(host.toString(), HostException.words(e));
        return new FilesException(new FilesProblem.OfHost(way), e);
    }

    private static FilesProblem said(String path, SftpChannel channel, SftpException e) {
        return switch (e.getStatus()) {
            case NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH -> new FilesProblem.Missing(path);
            case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT ->
                    new FilesProblem.Denied(path);
            case SftpConstants.SSH_FX_FILE_ALREADY_EXISTS -> new FilesProblem.Exists(path);
            case SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, SftpConstants.SSH_FX_QUOTA_EXCEEDED ->
                    new FilesProblem.Full(path);
            case SftpConstants.SSH_FX_INVALID_FILENAME -> new FilesProblem.BadName(path);
            default ->
                    isFull(path, channel)
                            ? new FilesProblem.Full(path)
                            : new FilesProblem.Failed(path, HostException.words(e));
        };
    }

    /// The servers that most machines have say "failure", whatever it is.
    private static boolean isFull(String path, SftpChannel channel) {
        try {
            return channel.isFull(path);
        } catch (IOException _) {
            return false; // what failed before is told
        }
    }

    @Override
    public String home() throws FilesException, InterruptedException {
        return asked(".", channel -> channel.canonicalPath("."));
    }

    @Override
    public List<FileEntry> list(String folder) throws FilesException, InterruptedException {
        return asked(
                folder,
                channel -> {
                    var found = channel.all(folder);
                    var links =
                            found.stream()
                                    .filter(it -> it.getAttributes().isSymbolicLink())
                                    .map(it -> child(folder, it))
                                    .toList();
                    var targets = channel.targets(links).iterator();
                    var entries = new ArrayList<FileEntry>();
                    for (var each : found) {
                        var attributes = each.getAttributes();
                        entries.add(
                                attributes.isSymbolicLink()
                                        ? link(child(folder, each), attributes, targets.next())
                                        : entry(child(folder, each), attributes, false));
                    }
                    return entries;
                });
    }

    private static String child(String folder, DirEntry entry) {
        return (folder.endsWith("/") ? folder : folder + "/") + entry.getFilename();
    }

    private static FileEntry link(String path, Attributes itself, Optional<Attributes> target) {
        return entry(path, target.orElse(itself), true);
    }

    private static FileEntry entry(String path, Attributes attributes, boolean isLink) {
        var kind = kind(attributes);
        boolean hasSize =
                kind == FileEntry.Kind.FILE && attributes.getFlags().contains(Attribute.Size);
        FileTime modified = attributes.getModifyTime();
        return new FileEntry(
                path,
                kind,
                isLink,
                hasSize ? attributes.getSize() : -1,
                modified == null ? null : modified.toInstant());
    }

    private static FileEntry.Kind kind(Attributes attributes) {
        if (attributes.isDirectory()) {
            return FileEntry.Kind.FOLDER;
        }
        return attributes.isRegularFile() ? FileEntry.Kind.FILE : FileEntry.Kind.OTHER;
    }

    @Override
    public FileEntry look(String path) throws FilesException, InterruptedException {
        return asked(
                path,
                channel -> {
                    var itself = channel.lstat(path);
                    return itself.isSymbolicLink()
                            ? link(path, itself, channel.targets(List.of(path)).getFirst())
                            : entry(path, itself, false);
                });
    }

    private static Optional<Attributes> find(SftpChannel channel, String path) throws IOException {
        try {
            return Optional.of(channel.lstat(path));
        } catch (SftpException e) {
            if (e.getStatus() == NO_SUCH_FILE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void makeFolder(String path) throws FilesException, InterruptedException {
        asked(
                path,
                channel -> {
                    try {
                        channel.mkdir(path);
                    } catch (SftpException e) {
                        refuseIfThere(channel, path);
                        throw e;
                    }
                    return path;
                });
    }

    private static void refuseIfThere(SftpChannel channel, String path) throws IOException {
        if (find(channel, path).isPresent()) {
            throw new FilesException(new FilesProblem.Exists(path));
        }
    }

    /// OpenSSH's server replaces nothing by itself; others may, and are asked before.
    @Override
    public void rename(String from, String to) throws FilesException, InterruptedException {
        asked(
                from,
                channel -> {
                    refuseIfThere(channel, to);
                    try {
                        channel.rename(from, to);
                    } catch (SftpException e) {
                        refuseIfThere(channel, to); // by now
                        throw e;
                    }
                    return to;
                });
    }

    /// Where the server cannot do it in one step, nothing is there for a moment.
    @Override
    public void replace(String from, String to) throws FilesException, InterruptedException {
        asked(
                from,
                channel -> {
                    try {
                        replace(channel, from, to);
                    } catch (SftpException e) {
                        refuseIfFolder(channel, to);
                        throw e;
                    }
                    return to;
                });
    }

    private static void replace(SftpChannel channel, String from, String to) throws IOException {
        if (!channel.replace(from, to)) {
            channel.lstat(from);
            channel.removeAll(List.of(to));
            channel.rename(from, to);
        }
    }

    private static void refuseIfFolder(SftpChannel channel, String path) throws IOException {
        if (find(channel, path).filter(Attributes::isDirectory).isPresent()) {
            throw new FilesException(new FilesProblem.Exists(path));
        }
    }

    /// A server follows links of folders when it lists them, so what there is now is looked at.
    @Override
    public void delete(FileEntry entry) throws FilesException, InterruptedException {
        var path = entry.path();
        asked(
                path,
                channel -> {
                    if (channel.lstat(path).isDirectory()) {
                        deleteFolder(channel, path);
                    } else {
                        channel.remove(path);
                    }
                    return path;
                });
    }

    private static void deleteFolder(SftpChannel channel, String folder) throws IOException {
        var others = new ArrayList<String>();
        for (var each : channel.all(folder)) {
            if (each.getAttributes().isDirectory()) {
                deleteFolder(channel, child(folder, each));
            } else {
                others.add(child(folder, each));
            }
        }
        channel.removeAll(others);
        channel.rmdir(folder);
    }

    @Override
    public Removal removal() {
        return Removal.FOREVER;
    }

    @Override
    public InputStream read(String path, long from) throws FilesException, InterruptedException {
        return opened(
                path,
                EnumSet.of(OpenMode.Read),
                (channel, file) ->
                        SftpStreams.reader(channel, file, from, e -> ofStream(path, channel, e)));
    }

    /// Nothing but the beginning that is kept is believed of what was there.
    @Override
    public OutputStream write(String path, long size) throws FilesException, InterruptedException {
        var mode = EnumSet.of(OpenMode.Write, OpenMode.Create);
        if (size == 0) {
            mode.add(OpenMode.Truncate);
        }
        return opened(
                path,
                mode,
                (channel, file) -> {
                    if (size > 0) {
                        cut(channel, file, path, size);
                    }
                    return SftpStreams.writer(channel, file, size, e -> ofStream(path, channel, e));
                });
    }

    private static void cut(SftpChannel channel, CloseableHandle file, String path, long size)
            throws IOException {
        long there = channel.stat(file).getSize();
        if (there < size) {
            throw new FilesException(new FilesProblem.Changed(path));
        }
        if (there > size) {
            channel.setStat(file, new Attributes().size(size));
        }
    }

    private interface Use<T> {
        T of(SftpChannel channel, CloseableHandle file) throws IOException;
    }

    /// The stream leaves the channel, once there is one.
    private <T> T opened(String path, Set<OpenMode> mode, Use<T> use)
            throws FilesException, InterruptedException {
        var channel = channel();
        boolean isOpen = false;
        try {
            var file = channel.open(path, mode);
            var stream = use.of(channel, file);
            isOpen = true;
            return stream;
        } catch (IOException e) {
            throw problem(path, channel, e);
        } finally {
            if (!isOpen) {
                channel.leave();
            }
        }
    }
}
