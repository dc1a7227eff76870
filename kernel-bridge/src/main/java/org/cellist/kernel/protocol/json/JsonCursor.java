package org.cellist.kernel.protocol.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.cellist.kernel.protocol.json.JsonSyntaxException.Problem;

/// A place in UTF-8 JSON that moves forward value by value, and checks all that it passes.
///
/// Strict as RFC 8259, but for what Python's `json` writes by default: `NaN`, `Infinity` and
/// `-Infinity` are numbers. The bytes must be valid UTF-8 already; [Utf8] tells. A duplicate
/// member name is no error here: the first is remembered in [#duplicateOffset()].
///
/// Strings are scanned eight bytes at a time ("SWAR": Lamport, "Multiple byte processing with
/// full-word instructions", 1975), because a notebook is mostly base64 inside strings.
///
/// Confined to one thread at a time.
public final class JsonCursor {

    /// How deep arrays and objects may lie in each other. Real notebooks reach 14.
    public static final int MAX_DEPTH = 200;

    /// How deep a value from elsewhere may be, so that a notebook that takes it in stays
    /// readable.
    static final int MAX_PART_DEPTH = 190;

    /// How long a member's name may be, in bytes between its quotes.
    public static final int MAX_NAME_BYTES = 64 * 1024;

    /// How long a string may be, in bytes between its quotes.
    public static final int MAX_STRING_BYTES = 256 * 1024 * 1024;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private final byte[] bytes;
    private final int end;
    private final int maxDepth;
    private int position;
    private int depth;
    private int duplicateOffset = -1;
    private boolean lastStringHasEscape;

    /// Starts at `from`, which may be white space.
    public JsonCursor(byte[] bytes, int from, int to) {
        this(bytes, from, to, MAX_DEPTH);
    }

    JsonCursor(byte[] bytes, int from, int to, int maxDepth) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
        this.maxDepth = maxDepth;
    }

    public int position() {
        return position;
    }

    /// Returns where the first duplicate member name stands, or -1.
    public int duplicateOffset() {
        return duplicateOffset;
    }

    /// Skips white space and returns the byte that begins what comes next, without passing it.
    public byte peek() throws JsonSyntaxException {
        while (position < end) {
            byte b = bytes[position];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b;
            }
            position++;
        }
        throw new JsonSyntaxException(Problem.TRUNCATED, end);
    }

    /// Passes one character that must come next.
    public void pass(char expected) throws JsonSyntaxException {
        if (peek() != expected) {
            throw unexpected();
        }
        position++;
    }

    /// Steps into an object or array: passes its opening bracket.
    public void enter(char open) throws JsonSyntaxException {
        pass(open);
        if (++depth > maxDepth) {
            throw new JsonSyntaxException(Problem.TOO_DEEP, position - 1);
        }
    }

    /// Goes to the next member or item, passing the comma; or passes the closing bracket.
    ///
    /// @param first true for the first call after [#enter]
    /// @return false when the bracket closed
    public boolean next(char close, boolean first) throws JsonSyntaxException {
        byte b = peek();
        if (b == close) {
            position++;
            depth--;
            return false;
        }
        if (!first) {
            pass(',');
            peek();
        }
        return true;
    }

    /// Passes a member's name and its colon, and returns the name decoded.
    public String name() throws JsonSyntaxException {
        if (peek() != '"') {
            throw unexpected();
        }
        int from = position;
        skipString();
        if (position - from - 2 > MAX_NAME_BYTES) {
            throw new JsonSyntaxException(Problem.NAME_TOO_LONG, from);
        }
        var name = decode(from, position);
        pass(':');
        return name;
    }

    /// Passes a string and returns it decoded.
    public String string() throws JsonSyntaxException {
        if (peek() != '"') {
            throw unexpected();
        }
        int from = position;
        skipString();
        return decode(from, position);
    }

    /// Passes any one value and returns it as it stands.
    public RawJson value() throws JsonSyntaxException {
        peek();
        int from = position;
        skip();
        return new RawJson(bytes, from, position);
    }

    /// Goes back to the start of a value whose shape was not the expected one, to pass it whole.
    ///
    /// @param valueStart where the value begins that this cursor is in or has passed
    /// @param depthThere [#depth()] when the cursor stood there
    public void restartValueAt(int valueStart, int depthThere) {
        position = valueStart;
        depth = depthThere;
    }

    /// Returns how many brackets are open.
    public int depth() {
        return depth;
    }

    /// Checks that nothing but white space is left.
    public void finish() throws JsonSyntaxException {
        while (position < end) {
            byte b = bytes[position];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                throw new JsonSyntaxException(Problem.TRAILING, position);
            }
            position++;
        }
    }

    private void skip() throws JsonSyntaxException {
        switch (peek()) {
            case '"' -> skipString();
            case '{' -> skipObject();
            case '[' -> skipArray();
            case 't' -> skipWord("true");
            case 'f' -> skipWord("false");
            case 'n' -> skipWord("null");
            case 'N' -> skipWord("NaN");
            case 'I' -> skipWord("Infinity");
            default -> skipNumber();
        }
    }

    private void skipObject() throws JsonSyntaxException {
        enter('{');
        HashSet<String> names = null;
        String onlyName = null;
        for (boolean first = true; next('}', first); first = false) {
            int at = position;
            var name = name();
            if (onlyName == null) {
                onlyName = name;
            } else {
                if (names == null) {
                    names = new HashSet<>();
                    names.add(onlyName);
                }
                if (!names.add(name)) {
                    noteDuplicate(at);
                }
            }
            skip();
        }
    }

    /// Remembers that a member's name stood in its object before.
    public void noteDuplicate(int offset) {
        if (duplicateOffset < 0) {
            duplicateOffset = offset;
        }
    }

    private void skipArray() throws JsonSyntaxException {
        enter('[');
        for (boolean first = true; next(']', first); first = false) {
            skip();
        }
    }

    private void skipWord(String word) throws JsonSyntaxException {
        for (int i = 0; i < word.length(); i++) {
            if (position + i >= end) {
                throw new JsonSyntaxException(Problem.TRUNCATED, end);
            }
            if (bytes[position + i] != word.charAt(i)) {
                throw unexpected();
            }
        }
        position += word.length();
    }

    private void skipNumber() throws JsonSyntaxException {
        int from = position;
        if (bytes[position] == '-') {
            position++;
            if (position < end && bytes[position] == 'I') {
                skipWord("Infinity");
                return;
            }
        } else if (!isDigit(position)) {
            throw unexpected();
        }
        if (position < end && bytes[position] == '0') {
            position++;
        } else {
            skipDigits(from);
        }
        if (position < end && bytes[position] == '.') {
            position++;
            skipDigits(from);
        }
        if (position < end && (bytes[position] == 'e' || bytes[position] == 'E')) {
            position++;
            if (position < end && (bytes[position] == '+' || bytes[position] == '-')) {
                position++;
            }
            skipDigits(from);
        }
        if (isDigit(position)) {
            throw new JsonSyntaxException(Problem.BAD_NUMBER, from);
        }
    }

    private void skipDigits(int from) throws JsonSyntaxException {
        if (!isDigit(position)) {
            throw new JsonSyntaxException(
                    position >= end ? Problem.TRUNCATED : Problem.BAD_NUMBER, from);
        }
        while (isDigit(position)) {
            position++;
        }
    }

    private boolean isDigit(int at) {
        return at < end && bytes[at] >= '0' && bytes[at] <= '9';
    }

    /// Passes a string; `position` is at its opening quote.
    private void skipString() throws JsonSyntaxException {
        int from = position;
        int at = from + 1;
        lastStringHasEscape = false;
        while (true) {
            at = plainEnd(at);
            if (at >= end) {
                throw new JsonSyntaxException(Problem.TRUNCATED, end);
            }
            byte b = bytes[at];
            if (b == '"') {
                break;
            }
            if (b != '\\') {
                throw new JsonSyntaxException(Problem.CONTROL_CHARACTER, at);
            }
            lastStringHasEscape = true;
            at = afterEscape(at);
        }
        if (at - from - 1 > MAX_STRING_BYTES) {
            throw new JsonSyntaxException(Problem.STRING_TOO_LONG, from);
        }
        position = at + 1;
    }

    /// Returns the first place from `at` on with a quote, a backslash or a control character.
    private int plainEnd(int at) {
        int i = at;
        for (int last = end - Long.BYTES; i <= last; i += Long.BYTES) {
            long word = (long) LONGS.get(bytes, i);
            long quote = word ^ QUOTES;
            long backslash = word ^ BACKSLASHES;
            long special =
                    (((quote - ONES) & ~quote)
                                    | ((backslash - ONES) & ~backslash)
                                    | ((word - SPACES) & ~word))
                            & HIGH;
            if (special != 0) { // its lowest set bit is exact, the others may be false alarms
                return i + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
        }
        while (i < end
                && bytes[i] != '"'
                && bytes[i] != '\\'
                && (bytes[i] < 0 || bytes[i] >= ' ')) {
            i++;
        }
        return i;
    }

    private int afterEscape(int at) throws JsonSyntaxException {
        if (at + 1 >= end) {
            throw new JsonSyntaxException(Problem.TRUNCATED, end);
        }
        byte b = bytes[at + 1];
        if (b == 'u') {
            if (at + 6 > end) {
                throw new JsonSyntaxException(Problem.TRUNCATED, end);
            }
            for (int i = at + 2; i < at + 6; i++) {
                if (Character.digit(bytes[i], 16) < 0) {
                    throw new JsonSyntaxException(Problem.BAD_ESCAPE, at);
                }
            }
            return at + 6;
        }
        if ("\"\\/bfnrt".indexOf(b) < 0) {
            throw new JsonSyntaxException(Problem.BAD_ESCAPE, at);
        }
        return at + 2;
    }

    private String decode(int from, int to) {
        return lastStringHasEscape
                ? JsonStrings.unescaped(bytes, from + 1, to - 1)
                : new String(bytes, from + 1, to - from - 2, StandardCharsets.UTF_8);
    }

    private JsonSyntaxException unexpected() {
        return new JsonSyntaxException(Problem.UNEXPECTED, position);
    }
}
