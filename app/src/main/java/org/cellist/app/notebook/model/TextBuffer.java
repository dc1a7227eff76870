package org.cellist.app.notebook.model;

import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Text that only grows, shared by all versions of one [StreamText].
///
/// It lies in blocks of 64 Ki characters, so that many small chunks cost no more memory than
/// their characters. Its identity is its equality.
///
/// Thread-safe.
final class TextBuffer {

    private static final int BLOCK = 1 << 16;

    private final @Nullable RawJson raw;
    private final Object lineage; // the same for a buffer and the one that goes on in its place
    private boolean isReplaced;
    private @Nullable String decodedHead;
    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder newest = new StringBuilder();

    /// @param raw what comes before all that is appended, a string or a list of strings
    TextBuffer(@Nullable RawJson raw) {
        this(raw, new Object());
    }

    private TextBuffer(@Nullable RawJson raw, Object lineage) {
        this.raw = raw;
        this.lineage = lineage;
    }

    /// Returns what came from a file, empty when nothing did.
    synchronized String head() {
        if (decodedHead == null) {
            decodedHead = raw == null ? "" : raw.joinedText().orElse("");
        }
        return decodedHead;
    }

    /// Returns how many lines the head has, counted up to `most`, without decoding it.
    synchronized int headLines(int most) {
        return raw == null ? 0 : raw.count("\\n", most, Integer.MAX_VALUE / 2);
    }

    /// Returns a buffer whose first `length` characters are these and whose next are `text`: this
    /// one, when nobody appended to it before.
    synchronized TextBuffer with(long length, String text) {
        boolean isNewest = length == length() && !isReplaced;
        var buffer = isNewest ? this : copy(length, new Object());
        buffer.append(text);
        return buffer;
    }

    /// Returns a buffer whose first `length` characters are these and whose last are `text`,
    /// which goes on in this one's place.
    synchronized TextBuffer replaced(long length, String text) {
        var buffer = copy(length, isReplaced ? new Object() : lineage);
        isReplaced = true;
        buffer.append(text);
        return buffer;
    }

    /// Returns whether one buffer's text goes on in the other, but for the last line.
    boolean isOfOneTextWith(TextBuffer other) {
        return lineage.equals(other.lineage);
    }

    private TextBuffer copy(long length, Object lineage) {
        var copy = new TextBuffer(raw, lineage);
        int whole = (int) (length / BLOCK);
        int rest = (int) (length % BLOCK);
        copy.blocks.addAll(blocks.subList(0, whole));
        if (rest > 0) {
            copy.newest.append(whole < blocks.size() ? blocks.get(whole) : newest, 0, rest);
        }
        return copy;
    }

    private void append(String text) {
        int end = text.length();
        int from = 0;
        while (from < end) {
            int to = Math.min(end, from + BLOCK - newest.length());
            newest.append(text, from, to);
            from = to;
            if (newest.length() == BLOCK) {
                blocks.add(newest.toString());
                newest.setLength(0);
            }
        }
    }

    private long length() {
        return (long) blocks.size() * BLOCK + newest.length();
    }

    /// Adds the characters from `from` to `to`, after the head, piece by piece.
    synchronized void addTo(List<String> pieces, long from, long to) {
        long at = from;
        while (at < to) {
            int block = (int) (at / BLOCK);
            int start = (int) (at % BLOCK);
            int end = (int) Math.min(BLOCK, to - (long) block * BLOCK);
            var piece =
                    block < blocks.size()
                            ? blocks.get(block).substring(start, end)
                            : newest.substring(start, end);
            pieces.add(piece);
            at = (long) block * BLOCK + end;
        }
    }
}
