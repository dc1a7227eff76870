package org.cellist.app.notebook.model;

import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.protocol.json.RawJson;

/// The text of a stream output, with its control characters. Appending costs the same whatever
/// has come before.
///
/// # Carriage returns
///
/// A text stays as the kernel wrote it until its last line has grown long by carriage returns;
/// then the parts go that a later one overwrites entirely, where that is certain, see
/// [OverwrittenLines]. So a progress bar of a million steps takes 64 Ki characters at most, and
/// what a terminal would show is the same.
///
/// # Sharing
///
/// All versions of a text share a [TextBuffer]; each knows how much of it is its own. Appending
/// to the newest version adds to the buffer, appending to an older one copies.
///
/// Immutable.
public final class StreamText {

    /// How long the last line grows, in UTF-16 units, before overwritten parts of it go.
    private static final int LONG_LINE = 1 << 16;

    private static final int SHOWN = 200;

    private final TextBuffer buffer;
    private final long length;
    private final long lineStart;
    private final boolean hasReturn;

    private StreamText(TextBuffer buffer, long length, long lineStart, boolean hasReturn) {
        this.buffer = buffer;
        this.length = length;
        this.lineStart = lineStart;
        this.hasReturn = hasReturn;
    }

    /// Returns the text as a kernel's first chunk.
    public static StreamText of(String text) {
        return new StreamText(new TextBuffer(null), 0, 0, false).plus(text);
    }

    /// Takes the text of a file as it stands, decoded when first asked for.
    ///
    /// @param raw a string or a list of strings
    public static StreamText ofRaw(RawJson raw) {
        return new StreamText(new TextBuffer(raw), 0, 0, false);
    }

    /// Returns this text with more after it.
    public StreamText plus(String text) {
        if (text.isEmpty()) {
            return this;
        }
        var grown = buffer.with(length, text);
        long end = length + text.length();
        int lastLine = text.lastIndexOf('\n') + 1;
        boolean returns = text.indexOf('\r', lastLine) >= 0;
        if (lastLine > 0) {
            return new StreamText(grown, end, length + lastLine, returns).withoutLongLine();
        }
        return new StreamText(grown, end, lineStart, hasReturn || returns).withoutLongLine();
    }

    private StreamText withoutLongLine() {
        if (length - lineStart <= LONG_LINE) {
            return this;
        }
        if (!hasReturn) {
            return new StreamText(buffer, length, length, false);
        }
        var pieces = new ArrayList<String>();
        buffer.addTo(pieces, lineStart, length);
        var line = OverwrittenLines.dropped(String.join("", pieces));
        boolean isShort = line.length() <= LONG_LINE / 2;
        long start = isShort ? lineStart : lineStart + line.length();
        return new StreamText(
                buffer.replaced(lineStart, line), lineStart + line.length(), start, isShort);
    }

    /// Returns the pieces in order; put together they are the text.
    public List<String> chunks() {
        var chunks = new ArrayList<String>();
        var head = buffer.head();
        if (!head.isEmpty()) {
            chunks.add(head);
        }
        buffer.addTo(chunks, 0, length);
        return chunks;
    }

    /// Returns how long the text is, in UTF-16 units.
    public long length() {
        return buffer.head().length() + length;
    }

    /// Returns how long the part is that stays as it is, whatever is appended: all lines but the
    /// last, and of that what makes it longer than 64 Ki characters.
    public long completeLength() {
        return buffer.head().length() + lineStart;
    }

    /// Returns about how many lines the text has, from its first lines alone: 1 or more, and never
    /// more than `most`.
    public int lines(int most) {
        int lines = buffer.headLines(most);
        var pieces = new ArrayList<String>();
        buffer.addTo(pieces, 0, Math.min(length, LONG_LINE));
        for (var piece : pieces) {
            for (int at = piece.indexOf('\n'); at >= 0 && lines < most; ) {
                lines++;
                at = piece.indexOf('\n', at + 1);
            }
        }
        return Math.clamp(lines, 1, most);
    }

    /// Returns the whole text.
    public String text() {
        return String.join("", chunks());
    }

    /// Returns the text from a place on.
    ///
    /// @param offset in UTF-16 units, at most [#length()]
    public String from(long offset) {
        var head = buffer.head();
        var pieces = new ArrayList<String>();
        if (offset < head.length()) {
            pieces.add(head.substring((int) offset));
        }
        buffer.addTo(pieces, Math.max(0, offset - head.length()), length);
        return String.join("", pieces);
    }

    /// Returns the last part of the text.
    ///
    /// @param most in UTF-16 units; a surrogate pair is not cut
    public String tail(int most) {
        long start = Math.max(0, length() - most);
        var tail = from(start);
        boolean mayCutPair = start > 0 && !tail.isEmpty();
        return mayCutPair && Character.isLowSurrogate(tail.charAt(0)) ? tail.substring(1) : tail;
    }

    /// Returns whether this text is `other` with nothing or more after its complete lines, known
    /// without comparing characters. A renderer then replaces only what comes after the other's
    /// [#completeLength()].
    public boolean continues(StreamText other) {
        return buffer.isOfOneTextWith(other.buffer) && lineStart >= other.lineStart;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof StreamText that)) {
            return false;
        }
        if (buffer.equals(that.buffer)) {
            return length == that.length;
        }
        return length() == that.length() && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    /// Returns a short form for people who read logs and failed tests.
    @Override
    public String toString() {
        return length() <= SHOWN ? text() : "… " + tail(SHOWN);
    }
}
