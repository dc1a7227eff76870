package org.cellist.app.ui.editor.highlight;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEdit;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSPoint;
import org.treesitter.TSTree;

/// A text and its syntax tree.
///
/// # Offsets
///
/// The text is given to tree-sitter as UTF-16, so its byte offsets are exactly twice our UTF-16
/// offsets, with Hangul and emoji too. The binding's `parseString` will not do: it hands over the
/// JVM's modified UTF-8, in which an emoji has six bytes.
///
/// Confined to the highlighter's thread; [#close] frees native memory.
final class SyntaxTree implements AutoCloseable {

    private static final int BUFFER_BYTES = 8192;

    private final String text;
    private final TSTree tree;
    private final int dirtyFrom;
    private final int dirtyTo;

    private SyntaxTree(String text, TSTree tree, int dirtyFrom, int dirtyTo) {
        this.text = text;
        this.tree = tree;
        this.dirtyFrom = dirtyFrom;
        this.dirtyTo = dirtyTo;
    }

    static SyntaxTree parse(TSParser parser, String text) {
        return new SyntaxTree(text, parsed(parser, text, null), 0, text.length());
    }

    /// Parses a newer text, reusing what did not change. This tree must only be closed after.
    SyntaxTree parseAgain(TSParser parser, TextDifference difference, String newer) {
        int start = difference.start();
        tree.edit(
                new TSInputEdit(
                        2 * start,
                        2 * difference.oldEnd(),
                        2 * difference.newEnd(),
                        point(text, start),
                        point(text, difference.oldEnd()),
                        point(newer, difference.newEnd())));
        var next = parsed(parser, newer, tree);
        int from = start;
        int to = difference.newEnd();
        for (var range : TSTree.getChangedRanges(tree, next)) {
            from = Math.min(from, range.getStartByte() / 2);
            to = Math.max(to, range.getEndByte() / 2);
        }
        return new SyntaxTree(newer, next, lineBefore(newer, from), lineAfter(newer, to));
    }

    /// Returns the start of the line before the one at `offset`: a name may become a function by
    /// what stands on the next line.
    private static int lineBefore(String text, int offset) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        return start == 0 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
    }

    /// Returns the end of the line after the one at `offset`.
    private static int lineAfter(String text, int offset) {
        int end = Scan.lineEnd(text, Math.min(offset, text.length()));
        return end == text.length() ? end : Scan.lineEnd(text, end + 1);
    }

    String text() {
        return text;
    }

    TSNode root() {
        return tree.getRootNode();
    }

    /// Returns where the lines begin whose styles may differ from those of the text before.
    int dirtyFrom() {
        return dirtyFrom;
    }

    /// Returns where the lines end whose styles may differ from those of the text before.
    int dirtyTo() {
        return dirtyTo;
    }

    @Override
    public void close() {
        tree.close();
    }

    private static TSTree parsed(TSParser parser, String text, @Nullable TSTree before) {
        var bytes = text.getBytes(StandardCharsets.UTF_16LE);
        return parser.parse(
                new byte[BUFFER_BYTES],
                before,
                (buffer, offset, _) -> {
                    int length = Math.clamp(bytes.length - (long) offset, 0, buffer.length);
                    System.arraycopy(bytes, Math.min(offset, bytes.length), buffer, 0, length);
                    return length;
                },
                TSInputEncoding.TSInputEncodingUTF16LE);
    }

    private static TSPoint point(String text, int offset) {
        int row = 0;
        int lineStart = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < offset; ) {
            row++;
            lineStart = end + 1;
            end = text.indexOf('\n', lineStart);
        }
        return new TSPoint(row, 2 * (offset - lineStart));
    }
}
