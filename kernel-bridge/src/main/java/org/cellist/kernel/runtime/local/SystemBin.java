package org.cellist.kernel.runtime.local;

import com.sun.jna.platform.FileUtils;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cellist.kernel.runtime.discovery.Host;
import org.jspecify.annotations.Nullable;

/// The system's own bin, from which a person brings things back.
///
/// That of Linux and its relatives is written as freedesktop.org's "Trash specification" 1.0 says:
/// the bin of the home, and for other disks one at their top. Those of Windows and macOS are the
/// system's own calls.
///
/// Thread-safe. Its methods block.
public final class SystemBin {

    /// The disk that a thing lies on has no bin, and lets none be made.
    static final class NoBinException extends IOException {

        private static final long serialVersionUID = 1;

        NoBinException(@Nullable Throwable cause) {
            super("there is no bin", cause);
        }
    }

    private static final String FILES = "files";
    private static final String INFO = "info";

    private final Host.Os os;
    private final Path homeBin;
    private final Clock clock;

    /// @param homeBin on Linux the folder of the person's bin, which need not be there yet
    public SystemBin(Host.Os os, Path homeBin, Clock clock) {
        this.os = os;
        this.homeBin = homeBin;
        this.clock = clock;
    }

    /// Returns this system's.
    ///
    /// @param dataHome what `XDG_DATA_HOME` says; null where it says nothing
    public static SystemBin of(Host.Os os, Path home, @Nullable String dataHome, Clock clock) {
        var data =
                dataHome == null || dataHome.isBlank()
                        ? home.resolve(".local/share")
                        : Path.of(dataHome);
        return new SystemBin(os, data.resolve("Trash"), clock);
    }

    /// Moves a file or folder into the bin.
    ///
    /// @throws IOException if it cannot; the thing is where it was
    public void take(Path thing) throws IOException {
        switch (os) {
            case LINUX -> {
                var whole = thing.toAbsolutePath().normalize();
                take(whole, binFor(whole));
            }
            case MACOS, WINDOWS -> FileUtils.getInstance().moveToTrash(new File[] {thing.toFile()});
        }
    }

    /// What lies on another disk stays there: a bin that copies gigabytes is none.
    private Path binFor(Path thing) throws IOException {
        var top = thing.getParent();
        if (top == null) {
            throw new NoBinException(null);
        }
        makePrivate(homeBin);
        var store = Files.getFileStore(top);
        if (Files.getFileStore(homeBin).equals(store)) {
            return homeBin;
        }
        for (var above = top.getParent(); above != null; above = above.getParent()) {
            if (!Files.getFileStore(above).equals(store)) {
                break;
            }
            top = above;
        }
        var user = Files.getAttribute(homeBin, "unix:uid");
        var bin = top.resolve(".Trash-" + user);
        makePrivate(bin);
        return bin;
    }

    private static void makePrivate(Path bin) throws NoBinException {
        var mine =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        try {
            Files.createDirectories(bin.toAbsolutePath().getParent());
            for (var folder : List.of(bin, bin.resolve(FILES), bin.resolve(INFO))) {
                if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectory(folder, mine);
                }
            }
        } catch (IOException e) {
            throw new NoBinException(e);
        }
    }

    private void take(Path thing, Path bin) throws IOException {
        var name = thing.getFileName().toString();
        for (int i = 1; ; i++) {
            var free = i == 1 ? name : name + "." + i;
            var to = bin.resolve(FILES).resolve(free);
            var info = bin.resolve(INFO).resolve(free + ".trashinfo");
            if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS) && isNoted(info, note(thing, bin))) {
                move(thing, to, info);
                return;
            }
        }
    }

    /// Whoever makes the note has the name.
    private static boolean isNoted(Path info, String note) throws IOException {
        try {
            Files.writeString(info, note, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        }
    }

    private static void move(Path thing, Path to, Path info) throws IOException {
        boolean isMoved = false;
        try {
            Files.move(thing, to, StandardCopyOption.ATOMIC_MOVE);
            isMoved = true;
        } catch (AtomicMoveNotSupportedException e) {
            throw new NoBinException(e);
        } finally {
            if (!isMoved) {
                Files.deleteIfExists(info);
            }
        }
    }

    private String note(Path thing, Path bin) {
        var top = bin.getParent();
        var from = bin.equals(homeBin) || top == null ? thing : top.relativize(thing);
        var when = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        return "[Trash Info]\nPath=" + escaped(from) + "\nDeletionDate=" + when + "\n";
    }

    private static String escaped(Path path) {
        var escaped = new StringBuilder();
        for (byte each : path.toString().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean isPlain =
                    (c < 0x80) && (Character.isLetterOrDigit(c) || ("/-_.~".indexOf(c) >= 0));
            escaped.append(isPlain ? String.valueOf(c) : String.format("%%%02X", each));
        }
        return escaped.toString();
    }
}
