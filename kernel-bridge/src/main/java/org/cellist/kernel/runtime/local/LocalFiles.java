package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.FileEntry.Kind;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.files.PlacePaths;
import org.cellist.kernel.runtime.local.SystemBin.NoBinException;

/// The files of this machine.
///
/// Thread-safe.
public final class LocalFiles implements PlaceFiles {

    /// What systems say of a full disk or quota; the JDK has no exception of its own for it.
    private static final List<String> FULL =
            List.of("no space left", "disk quota exceeded", "not enough space");

    private final Path home;
    private final SystemBin bin;

    /// @param home where a person begins
    /// @param bin where deleted things go
    public LocalFiles(Path home, SystemBin bin) {
        this.home = home;
        this.bin = bin;
    }

    @Override
    public String home() {
        return PlacePaths.of(home);
    }

    @Override
    public List<FileEntry> list(String folder) throws FilesException, InterruptedException {
        goOn();
        var entries = new ArrayList<FileEntry>();
        try (var stream = Files.newDirectoryStream(file(folder))) {
            for (var each : stream) {
                entries.add(entry(each));
            }
            return entries;
        } catch (DirectoryIteratorException e) {
            throw problem(folder, new IOException(e));
        } catch (NoSuchFileException _) {
            throw new FilesException(new FilesProblem.Missing(folder));
        } catch (IOException e) {
            throw problem(folder, e);
        }
    }

    /// What goes while it is looked at is shown as something that cannot be opened.
    private static FileEntry entry(Path file) {
        boolean isLink = Files.isSymbolicLink(file);
        try {
            return entry(file, isLink, Files.readAttributes(file, BasicFileAttributes.class));
        } catch (IOException _) {
            return new FileEntry(PlacePaths.of(file), Kind.OTHER, isLink, -1, null);
        }
    }

    private static FileEntry entry(Path file, boolean isLink, BasicFileAttributes about) {
        var kind =
                about.isDirectory() ? Kind.FOLDER : about.isRegularFile() ? Kind.FILE : Kind.OTHER;
        long size = kind == Kind.FILE ? about.size() : -1;
        return new FileEntry(
                PlacePaths.of(file), kind, isLink, size, about.lastModifiedTime().toInstant());
    }

    @Override
    public FileEntry look(String path) throws FilesException, InterruptedException {
        goOn();
        checkIsThere(path);
        return entry(file(path));
    }

    private static void checkIsThere(String path) throws FilesException {
        if (!Files.exists(file(path), LinkOption.NOFOLLOW_LINKS)) {
            throw new FilesException(new FilesProblem.Missing(path));
        }
    }

    @Override
    public void makeFolder(String path) throws FilesException, InterruptedException {
        goOn();
        try {
            Files.createDirectory(file(path));
        } catch (IOException e) {
            throw problem(path, e);
        }
    }

    /// A name of other case is the same file on some systems, and no reason to refuse.
    @Override
    public void rename(String from, String to) throws FilesException, InterruptedException {
        goOn();
        var source = file(from);
        var target = file(to);
        try {
            boolean isTaken = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
            checkIsThere(from);
            if (isTaken && !Files.isSameFile(source, target)) {
                throw new FilesException(new FilesProblem.Exists(to));
            }
            Files.move(source, target);
        } catch (FilesException e) {
            throw e;
        } catch (IOException e) {
            throw problem(to, e);
        }
    }

    @Override
    public void replace(String from, String to) throws FilesException, InterruptedException {
        goOn();
        checkIsThere(from);
        if (Files.isDirectory(file(to), LinkOption.NOFOLLOW_LINKS)) {
            throw new FilesException(new FilesProblem.Exists(to));
        }
        try {
            Files.move(file(from), file(to), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw problem(to, e);
        }
    }

    @Override
    public void delete(FileEntry entry) throws FilesException, InterruptedException {
        goOn();
        try {
            bin.take(file(entry.path()));
        } catch (IOException e) {
            throw problem(entry.path(), e);
        }
    }

    @Override
    public Removal removal() {
        return Removal.TRASH;
    }

    @Override
    public InputStream read(String path, long from) throws FilesException, InterruptedException {
        goOn();
        try {
            var channel = FileChannel.open(file(path), StandardOpenOption.READ);
            return Channels.newInputStream(channel.position(from));
        } catch (IOException e) {
            throw problem(path, e);
        }
    }

    @Override
    public OutputStream write(String path, long size) throws FilesException, InterruptedException {
        goOn();
        try {
            var channel =
                    FileChannel.open(
                            file(path), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            if (channel.size() < size) {
                channel.close();
                throw new FilesException(new FilesProblem.Changed(path));
            }
            return Channels.newOutputStream(channel.truncate(size).position(size));
        } catch (FilesException e) {
            throw e;
        } catch (IOException e) {
            throw problem(path, e);
        }
    }

    /// What a system call has begun ends soon; whoever was interrupted begins none.
    private static void goOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static Path file(String path) throws FilesException {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new FilesException(new FilesProblem.BadName(path), e);
        }
    }

    private static FilesException problem(String path, IOException e) {
        var said =
                e instanceof FileSystemException told && told.getReason() != null
                        ? told.getReason()
                        : String.valueOf(e.getMessage());
        var problem =
                switch (e) {
                    case NoBinException _ -> new FilesProblem.NoBin(path);
                    case NoSuchFileException _ -> new FilesProblem.Missing(path);
                    case NotDirectoryException _ -> new FilesProblem.Missing(path);
                    case FileAlreadyExistsException _ -> new FilesProblem.Exists(path);
                    case AccessDeniedException _ -> new FilesProblem.Denied(path);
                    case IOException _ when isFull(said) -> new FilesProblem.Full(path);
                    default -> new FilesProblem.Failed(path, said);
                };
        return new FilesException(problem, e);
    }

    private static boolean isFull(String said) {
        var words = said.toLowerCase(Locale.ROOT);
        return FULL.stream().anyMatch(words::contains);
    }
}
