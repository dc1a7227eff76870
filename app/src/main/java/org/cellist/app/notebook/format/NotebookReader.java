package org.cellist.app.notebook.format;

import java.nio.charset.StandardCharsets;
import org.cellist.app.notebook.format.ReadProblem.Kind;
import org.cellist.app.notebook.format.legacy.LegacyShapeException;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.Utf8;
import org.jspecify.annotations.Nullable;

/// Reads the bytes of an `.ipynb` file. Every input has an outcome; none throws.
///
/// nbformat 4 is read as it is; 3 and 2 are upgraded. What the notebook does not understand stays
/// where it was: the document remembers the bytes, and [NotebookWriter] writes them again.
///
/// Thread-safe.
public final class NotebookReader {

    /// The largest file that is read, in bytes.
    public static final int MAX_FILE_BYTES = 512 * 1024 * 1024;

    /// The most cells that are read.
    public static final int MAX_CELLS = 100_000;

    private static final int BOM_BYTES = 3;
    private static final int MAX_MERGE_MARKER_SCAN = 1 << 20;

    /// Reads a whole file.
    ///
    /// @param bytes the file's content, which must not change any more
    public ReadOutcome read(byte[] bytes) {
        int ascii = Utf8.firstBeyondAscii(bytes, 0, bytes.length);
        var obstacle = obstacle(bytes, ascii);
        if (obstacle != null) {
            return new ReadOutcome.Refused(obstacle);
        }
        int start = startsWithBom(bytes) ? BOM_BYTES : 0;
        try {
            return new DocumentParser(bytes, start, ascii == bytes.length).parse();
        } catch (JsonSyntaxException e) {
            return new ReadOutcome.Refused(explained(bytes, start, e));
        } catch (LegacyShapeException e) {
            return new ReadOutcome.Refused(new ReadProblem(Kind.WRONG_TYPE, -1, e.path()));
        } catch (ShapeException e) {
            return new ReadOutcome.Refused(e.problem());
        }
    }

    /// @param ascii how many bytes at the beginning are ASCII
    private static @Nullable ReadProblem obstacle(byte[] bytes, int ascii) {
        if (bytes.length > MAX_FILE_BYTES) {
            return new ReadProblem(Kind.TOO_LARGE, -1, "file");
        }
        if (isUtf16(bytes)) {
            return ReadProblem.of(Kind.UTF16);
        }
        int invalid = Utf8.firstInvalid(bytes, ascii, bytes.length);
        if (invalid >= 0) {
            return ReadProblem.at(Kind.INVALID_UTF8, invalid);
        }
        return isBlank(bytes) ? ReadProblem.of(Kind.EMPTY_FILE) : null;
    }

    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean hasMark = (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
        return hasMark || (first == '{' && second == 0) || (first == 0 && second == '{');
    }

    private static boolean startsWithBom(byte[] bytes) {
        return bytes.length >= BOM_BYTES
                && bytes[0] == (byte) 0xef
                && bytes[1] == (byte) 0xbb
                && bytes[2] == (byte) 0xbf;
    }

    private static boolean isBlank(byte[] bytes) {
        for (int i = startsWithBom(bytes) ? BOM_BYTES : 0; i < bytes.length; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /// Names the likely cause of a syntax error, for the reader of the message.
    private static ReadProblem explained(byte[] bytes, int start, JsonSyntaxException e) {
        return switch (e.problem()) {
            case TRUNCATED -> ReadProblem.at(Kind.TRUNCATED, e.offset());
            case TRAILING -> ReadProblem.at(Kind.TRAILING_TEXT, e.offset());
            case TOO_DEEP -> ReadProblem.at(Kind.TOO_DEEP, e.offset());
            case NAME_TOO_LONG -> new ReadProblem(Kind.TOO_LARGE, e.offset(), "name");
            case STRING_TOO_LONG -> new ReadProblem(Kind.TOO_LARGE, e.offset(), "string");
            case UNEXPECTED, CONTROL_CHARACTER, BAD_ESCAPE, BAD_NUMBER ->
                    ReadProblem.at(likelyCause(bytes, start), e.offset());
        };
    }

    private static Kind likelyCause(byte[] bytes, int start) {
        int length = Math.min(bytes.length - start, MAX_MERGE_MARKER_SCAN);
        var head = new String(bytes, start, length, StandardCharsets.UTF_8);
        if (head.stripLeading().startsWith("<") && !head.stripLeading().startsWith("<<<<<<<")) {
            return Kind.HTML;
        }
        return head.contains("<<<<<<< ") && head.contains("\n=======")
                ? Kind.MERGE_MARKERS
                : Kind.NOT_JSON;
    }
}
