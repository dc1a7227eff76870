package org.cellist.app.notebook.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// The text of a stream output. Appending costs the same whatever has come before.
///
/// # Carriage returns
///
/// What a carriage return overwrites is dropped as it comes, as `nbconvert` does when it merges
/// streams and JupyterLab when it saves: a progress bar of a million steps stays one line. The
/// drop
/// covers the line from its start to the last carriage return that another character follows.
///
/// # Sharing
///
/// Complete lines lie in a list that all versions of a text share; each version knows how much
/// of it
/// is its own. Appending to the newest version adds to the list, appending to an older one
/// copies.
///
/// Immutable.
public final class StreamText {

    /// A longer line is put with the complete ones, beyond a carriage return's reach.
    private static final int LONGEST_OPEN_LINE = 1 << 16;

    private static final Pattern OVERWRITTEN = Pattern.compile("[^\n]*\r(?=[^\n])");

    private final Lines lines;
    private final int count;
    private final String openLine;

    private StreamText(Lines lines, int count, String openLine) {
        this.lines = lines;
        this.count = count;
        this.openLine = openLine;
    }

    /// Returns the text as a kernel's first chunk.
    public static StreamText of(String text) {
        return new StreamText(new Lines(null), 0, "").plus(text);
    }

    /// Takes the text of a file as it stands, decoded when first asked for.
    ///
    /// @param raw a string or a list of strings
    public static StreamText ofRaw(RawJson raw) {
        return new StreamText(new Lines(raw), 0, "");
    }

    /// Returns this text with more after it.
    public StreamText plus(String text) {
        var open = openLine.isEmpty() ? text : openLine + text;
        if (open.indexOf('\r') >= 0) {
            open = OVERWRITTEN.matcher(open).replaceAll("");
        }
        int complete =
                open.length() > LONGEST_OPEN_LINE ? open.length() : open.lastIndexOf('\n') + 1;
        if (complete == 0) {
            return new StreamText(lines, count, open);
        }
        var grown = lines.with(count, open.substring(0, complete));
        return new StreamText(grown, count + 1, open.substring(complete));
    }

    /// Returns the pieces in order; put together they are the text.
    public List<String> chunks() {
        var chunks = new ArrayList<String>(count + 2);
        var head = lines.head();
        if (!head.isEmpty()) {
            chunks.add(head);
        }
        lines.addTo(chunks, count);
        if (!openLine.isEmpty()) {
            chunks.add(openLine);
        }
        return chunks;
    }

    /// Returns how long the text is, in UTF-16 units.
    public long length() {
        return lines.head().length() + lines.length(count) + openLine.length();
    }

    /// Returns the whole text.
    public String text() {
        return String.join("", chunks());
    }

    /// Returns the last part of the text.
    ///
    /// @param most in UTF-16 units; a surrogate pair is not cut
    public String tail(int most) {
        var newestFirst = new ArrayList<String>();
        int length = 0;
        var chunks = chunks();
        for (int i = chunks.size() - 1; i >= 0 && length < most; i--) {
            newestFirst.add(chunks.get(i));
            length += chunks.get(i).length();
        }
        var tail = String.join("", newestFirst.reversed());
        int cut = Math.max(0, tail.length() - most);
        boolean insidePair = cut > 0 && Character.isLowSurrogate(tail.charAt(cut));
        return tail.substring(insidePair ? cut + 1 : cut);
    }

    /// Returns whether this text is `other` with nothing or more complete lines after it, known
    /// without comparing characters. A renderer then adds only what is new.
    public boolean continues(StreamText other) {
        return lines.equals(other.lines) && count >= other.count;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof StreamText that)) {
            return false;
        }
        if (lines.equals(that.lines) && count == that.count) {
            return openLine.equals(that.openLine);
        }
        return text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    /// The complete lines of all versions of one text. Its identity is its equality.
    ///
    /// Thread-safe.
    private static final class Lines {

        private final @Nullable RawJson raw;
        private @Nullable String decodedHead;
        private final List<String> chunks = new ArrayList<>();
        private final List<Long> ends = new ArrayList<>();

        Lines(@Nullable RawJson raw) {
            this.raw = raw;
        }

        synchronized String head() {
            if (decodedHead == null) {
                decodedHead = raw == null ? "" : raw.joinedText().orElse("");
            }
            return decodedHead;
        }

        /// Returns lines whose first `count` are these and whose next is `chunk`.
        synchronized Lines with(int count, String chunk) {
            var lines = this;
            if (count < chunks.size()) {
                lines = new Lines(raw);
                for (int i = 0; i < count; i++) {
                    lines.add(chunks.get(i));
                }
            }
            lines.add(chunk);
            return lines;
        }

        private void add(String chunk) {
            ends.add(length(ends.size()) + chunk.length());
            chunks.add(chunk);
        }

        synchronized long length(int count) {
            return count == 0 ? 0 : ends.get(count - 1);
        }

        synchronized void addTo(List<String> target, int count) {
            target.addAll(chunks.subList(0, count));
        }
    }
}
