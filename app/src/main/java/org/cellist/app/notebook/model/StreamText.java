package org.cellist.app.notebook.model;

import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.protocol.json.RawJson;

/// The text of a stream output. Appending costs the same whatever has come before.
///
/// # Carriage returns
///
/// A line that a later one overwrites entirely is dropped when that is certain, see
/// [OverwrittenLines]: a progress bar of a million steps stays one line, and what a terminal
/// would
/// show is the same. Everything else stays as the kernel wrote it.
///
/// # Sharing
///
/// Complete lines lie in a [TextBuffer] that all versions of a text share; each version knows how
/// much of it is its own. Appending to the newest version adds to the buffer, appending to an
/// older one copies.
///
/// Immutable.
public final class StreamText {

    /// A longer line is put with the complete ones, beyond a carriage return's reach. Progress
    /// bars are some hundred characters wide.
    private static final int LONGEST_OPEN_LINE = 1 << 13;

    private final TextBuffer buffer;
    private final long complete;
    private final String openLine;

    private StreamText(TextBuffer buffer, long complete, String openLine) {
        this.buffer = buffer;
        this.complete = complete;
        this.openLine = openLine;
    }

    /// Returns the text as a kernel's first chunk.
    public static StreamText of(String text) {
        return new StreamText(new TextBuffer(null), 0, "").plus(text);
    }

    /// Takes the text of a file as it stands, decoded when first asked for.
    ///
    /// @param raw a string or a list of strings
    public static StreamText ofRaw(RawJson raw) {
        return new StreamText(new TextBuffer(raw), 0, "");
    }

    /// Returns this text with more after it.
    public StreamText plus(String text) {
        var open = openLine.isEmpty() ? text : openLine + text;
        if (open.indexOf('\r') >= 0) {
            open = OverwrittenLines.dropped(open);
        }
        int end = open.length() > LONGEST_OPEN_LINE ? open.length() : open.lastIndexOf('\n') + 1;
        if (end == 0) {
            return new StreamText(buffer, complete, open);
        }
        var grown = buffer.with(complete, open, end);
        return new StreamText(grown, complete + end, open.substring(end));
    }

    /// Returns the pieces in order; put together they are the text.
    public List<String> chunks() {
        var chunks = new ArrayList<String>();
        var head = buffer.head();
        if (!head.isEmpty()) {
            chunks.add(head);
        }
        buffer.addTo(chunks, 0, complete);
        if (!openLine.isEmpty()) {
            chunks.add(openLine);
        }
        return chunks;
    }

    /// Returns how long the text is, in UTF-16 units.
    public long length() {
        return completeLength() + openLine.length();
    }

    /// Returns how long the part is that stays as it is, whatever is appended.
    public long completeLength() {
        return buffer.head().length() + complete;
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
        buffer.addTo(pieces, Math.max(0, offset - head.length()), complete);
        long intoOpenLine = offset - completeLength();
        pieces.add(intoOpenLine <= 0 ? openLine : openLine.substring((int) intoOpenLine));
        return String.join("", pieces);
    }

    /// Returns the last part of the text.
    ///
    /// @param most in UTF-16 units; a surrogate pair is not cut
    public String tail(int most) {
        var tail = from(Math.max(0, length() - most));
        boolean insidePair =
                !tail.isEmpty()
                        && tail.length() == most
                        && Character.isLowSurrogate(tail.charAt(0))
                        && length() > most;
        return insidePair ? tail.substring(1) : tail;
    }

    /// Returns whether this text is `other` with nothing or more after its complete lines, known
    /// without comparing characters. A renderer then adds only what is new, from the other's
    /// [#completeLength()] on.
    public boolean continues(StreamText other) {
        return buffer.equals(other.buffer) && complete >= other.complete;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof StreamText that)) {
            return false;
        }
        if (buffer.equals(that.buffer) && complete == that.complete) {
            return openLine.equals(that.openLine);
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
        int shown = 200;
        return length() <= shown ? text() : "… " + tail(shown);
    }
}
