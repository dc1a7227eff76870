package org.cellist.app.storage.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Of which pieces a version is made, in order. As a file it has a line for each: its SHA-256 and
/// how many bytes it has.
///
/// Immutable.
record Manifest(List<Piece> pieces) {

    private static final String HEAD = "cellist version 1";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([0-9]{1,9})");

    Manifest {
        pieces = List.copyOf(pieces);
    }

    /// A piece by its name. Immutable.
    record Piece(String name, long sizeBytes) {}

    /// Reads a manifest; of one that is damaged, the lines that are whole.
    ///
    /// @throws IOException if the file cannot be read
    static Manifest read(Path file) throws IOException {
        var pieces = new ArrayList<Piece>();
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (var line : text.lines().toList()) {
            var parts = LINE.matcher(line);
            if (parts.matches()) {
                pieces.add(new Piece(parts.group(1), Long.parseLong(parts.group(2))));
            }
        }
        return new Manifest(pieces);
    }

    ByteBuffer toBytes() {
        var text = new StringBuilder(HEAD).append('\n');
        for (var piece : pieces) {
            text.append(piece.name()).append(' ').append(piece.sizeBytes()).append('\n');
        }
        return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Returns how many bytes each piece has; one that is there twice is named once.
    Map<String, Long> sizes() {
        var sizes = new LinkedHashMap<String, Long>();
        pieces.forEach(piece -> sizes.put(piece.name(), piece.sizeBytes()));
        return sizes;
    }
}
