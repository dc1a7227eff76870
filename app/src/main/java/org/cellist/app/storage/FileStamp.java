package org.cellist.app.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a file was when it was last read or written here. Immutable.
///
/// @param hash of its content, SHA-256 in hexadecimal digits
public record FileStamp(long sizeBytes, FileTime modified, String hash) {

    static FileStamp of(Path file, byte[] content) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(attributes.size(), attributes.lastModifiedTime(), hash(content));
    }

    /// Returns whether the file still has that content. Size and time only shorten the way: when
    /// either differs, the content decides.
    boolean isOf(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.size() == sizeBytes && attributes.lastModifiedTime().equals(modified)) {
            return true;
        }
        return attributes.size() == sizeBytes && hash(Files.readAllBytes(file)).equals(hash);
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
