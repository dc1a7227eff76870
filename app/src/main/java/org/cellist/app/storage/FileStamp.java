package org.cellist.app.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a file was when it was last read or written here. Immutable.
///
/// @param hash of its content, SHA-256 in hexadecimal digits
public record FileStamp(long sizeBytes, FileTime modified, String hash) {

    /// Returns the stamp of a file whose attributes were read before its content, so that a write
    /// between the two shows as a later time.
    static FileStamp of(BasicFileAttributes before, byte[] content) {
        var hash = HexFormat.of().formatHex(sha256().digest(content));
        return new FileStamp(before.size(), before.lastModifiedTime(), hash);
    }

    /// Returns the stamp of a file that nobody else writes.
    ///
    /// @param sha256 of its content
    static FileStamp of(Path file, byte[] sha256) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        var hash = HexFormat.of().formatHex(sha256);
        return new FileStamp(attributes.size(), attributes.lastModifiedTime(), hash);
    }

    /// Returns whether the file still has that content, as far as its size and time tell; when the
    /// time differs, the content decides.
    boolean isOf(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        boolean isSameTime = attributes.lastModifiedTime().equals(modified);
        return attributes.size() == sizeBytes && (isSameTime || isContentOf(file));
    }

    /// Returns whether the file still has that content, whatever its time says: two writes can
    /// share one. A file that is gone has not, nor one that is written while it is looked at.
    boolean isContentOf(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) != sizeBytes) {
            return false;
        }
        var before = Files.getLastModifiedTime(file);
        var digest = sha256();
        try (var content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()).equals(hash)
                && Files.getLastModifiedTime(file).equals(before);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
