package org.cellist.kernel.runtime.ssh.openssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys by which a person's machine knows others: known_hosts of sshd(8), hashed names too.
///
/// A name is known by several keys of different types. A key of a type that is not known is new
/// only where the name is not known at all: a machine that suddenly shows another type has changed,
/// as far as anybody can tell.
///
/// Thread-safe; reads the files anew each time.
public final class KnownHosts {

    private static final Logger LOG = LoggerFactory.getLogger(KnownHosts.class);
    private static final int SSH_PORT = 22;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String HASHED = "|1|";
    private static final Set<PosixFilePermission> PRIVATE =
            PosixFilePermissions.fromString("rwx------");

    private final List<Path> files;

    /// @param files the first is written to
    public KnownHosts(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /// A key as such files write it.
    ///
    /// @param type `ssh-ed25519`
    /// @param blob the key itself, in Base64
    ///
    /// Immutable.
    public record Key(String type, String blob) {

        /// Returns `SHA256:…`, as every tool shows it.
        public String fingerprint() {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                var hash = digest.digest(Base64.getDecoder().decode(blob));
                return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /// What is known of a key that a machine shows. Immutable.
    public sealed interface Finding {

        record Known() implements Finding {}

        /// The machine was never seen.
        record New() implements Finding {}

        /// It has another key, or this one was revoked.
        ///
        /// @param line counted from 1
        record Changed(Path file, int line) implements Finding {}
    }

    private record Entry(Path file, int line, String marker, Key key) {}

    /// Returns the name under which a host stands in such a file.
    public static String name(String host, int port) {
        return port == SSH_PORT ? host : "[" + host + "]:" + port;
    }

    /// Judges a key that a machine shows.
    public Finding find(String name, Key shown) {
        var entries = entries(name);
        for (var entry : entries) {
            if (entry.marker().equals("@revoked") && entry.key().equals(shown)) {
                return new Finding.Changed(entry.file(), entry.line());
            }
        }
        var plain = entries.stream().filter(it -> it.marker().isEmpty()).toList();
        if (plain.stream().anyMatch(it -> it.key().equals(shown))) {
            return new Finding.Known();
        }
        return plain.stream()
                .filter(it -> it.key().type().equals(shown.type()))
                .findFirst()
                .or(() -> plain.stream().findFirst())
                .<Finding>map(it -> new Finding.Changed(it.file(), it.line()))
                .orElseGet(Finding.New::new);
    }

    /// Returns the types of the keys that are known of a machine; it must be asked for one of them.
    public List<String> types(String name) {
        return entries(name).stream()
                .filter(it -> it.marker().isEmpty())
                .map(it -> it.key().type())
                .distinct()
                .toList();
    }

    private List<Entry> entries(String name) {
        var entries = new ArrayList<Entry>();
        for (var file : files) {
            try {
                if (Files.isRegularFile(file)) {
                    read(file, name, entries);
                }
            } catch (IOException e) {
                LOG.info("cannot read {}: {}", file, e.toString());
            }
        }
        return entries;
    }

    private static void read(Path file, String name, List<Entry> into) throws IOException {
        int number = 0;
        for (var line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            number++;
            var words = BLANKS.split(line.strip(), -1);
            int start = words[0].startsWith("@") ? 1 : 0;
            if (words[0].startsWith("#") || words.length < start + 3) {
                continue;
            }
            if (fits(words[start], name)) {
                var marker = start == 0 ? "" : words[0];
                var key = new Key(words[start + 1], words[start + 2]);
                into.add(new Entry(file, number, marker, key));
            }
        }
    }

    private static boolean fits(String written, String name) {
        return written.startsWith(HASHED)
                ? isHashOf(written.substring(HASHED.length()), name)
                : HostPatterns.fit(List.of(written.split(",", -1)), name);
    }

    private static boolean isHashOf(String saltAndHash, String name) {
        int bar = saltAndHash.indexOf('|');
        try {
            var salt = Base64.getDecoder().decode(saltAndHash.substring(0, Math.max(bar, 0)));
            var hash = Base64.getDecoder().decode(saltAndHash.substring(bar + 1));
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(salt, "HmacSHA1"));
            return MessageDigest.isEqual(hash, mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false; // a damaged line is nobody's
        }
    }

    /// Writes a key that a person trusts.
    ///
    /// @throws IOException if the file cannot be written
    public void add(String name, Key key) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        var file = files.getFirst();
        makeFolder(file);
        boolean isOpenEnded = Files.exists(file) && !endsWithLine(file);
        var line = (isOpenEnded ? "\n" : "") + name + " " + key.type() + " " + key.blob() + "\n";
        Files.writeString(
                file,
                line,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static void makeFolder(Path file) throws IOException {
        var folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            boolean hasModes =
                    folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (hasModes) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
            } else {
                Files.createDirectories(folder);
            }
        }
    }

    private static boolean endsWithLine(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    }
}
