package org.cellist.app.ui.editor.vim;

import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What Vim's operators make of a text.
///
/// Immutable.
record Changes(Lines lines) {

    private static final String STEP = "    ";

    /// A text, and where the caret stands in it. Immutable.
    record Changed(String text, int caret) {}

    String taken(Range range) {
        return lines.text().substring(range.start(), range.end());
    }

    private String with(int start, int end, String put) {
        return lines.text().substring(0, start) + put + lines.text().substring(end);
    }

    Changed delete(Range range) {
        if (!range.isLines()) {
            var text = with(range.start(), range.end(), "");
            return new Changed(text, new Lines(text).onLine(range.start()));
        }
        boolean isLast = range.end() == lines.length();
        int start = isLast && range.start() > 0 ? range.start() - 1 : range.start();
        var text = with(start, isLast ? range.end() : range.end() + 1, "");
        var left = new Lines(text);
        return new Changed(text, left.firstNonBlank(Math.min(range.start(), text.length())));
    }

    /// Takes a range out for what will be written; of lines, their indentation stays.
    Changed clear(Range range) {
        var indent = range.isLines() ? lines.indent(range.start()) : "";
        var text = with(range.start(), range.end(), indent);
        return new Changed(text, range.start() + indent.length());
    }

    Changed indent(Range range, int steps) {
        return eachLine(range, line -> line.isBlank() ? line : STEP.repeat(steps) + line);
    }

    Changed outdent(Range range, int steps) {
        return eachLine(
                range,
                line -> {
                    var moved = line;
                    for (int i = 0; i < steps; i++) {
                        moved = outdented(moved);
                    }
                    return moved;
                });
    }

    private static String outdented(String line) {
        if (line.startsWith("\t")) {
            return line.substring(1);
        }
        int spaces = 0;
        while (spaces < STEP.length() && spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return line.substring(spaces);
    }

    private Changed eachLine(Range range, UnaryOperator<String> operator) {
        int start = lines.start(range.start());
        int end = lines.end(Math.max(range.start(), range.end() - (range.isLines() ? 0 : 1)));
        var changed =
                Stream.of(lines.text().substring(start, end).split("\n", -1))
                        .map(operator)
                        .collect(Collectors.joining("\n"));
        var text = with(start, end, changed);
        return new Changed(text, new Lines(text).firstNonBlank(start));
    }

    /// Changes each character of a range, and leaves the caret at its start.
    Changed eachCharacter(Range range, IntUnaryOperator operator) {
        var changed =
                taken(range)
                        .codePoints()
                        .map(c -> c == '\n' ? c : operator.applyAsInt(c))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append);
        return new Changed(with(range.start(), range.end(), changed.toString()), range.start());
    }

    static int otherCase(int c) {
        return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
    }

    /// Makes one line of several.
    ///
    /// @param last a place in the last one
    Changed join(int first, int last, boolean withSpaces) {
        var text = lines.text();
        int caret = first;
        int times = Math.max(1, lines.index(last) - lines.index(first));
        for (int i = 0; i < times; i++) {
            int end = new Lines(text).end(first);
            if (end == text.length()) {
                break;
            }
            int next = end + 1;
            while (withSpaces && next < text.length() && Lines.isBlank(text.charAt(next))) {
                next++;
            }
            boolean isEmpty = next == text.length() || text.charAt(next) == '\n';
            boolean isSpaced = end == 0 || Character.isWhitespace(text.charAt(end - 1));
            boolean needsSpace = withSpaces && !isEmpty && !isSpaced && text.charAt(next) != ')';
            text = text.substring(0, end) + (needsSpace ? " " : "") + text.substring(next);
            caret = end;
        }
        return new Changed(text, new Lines(text).onLine(caret));
    }

    /// Puts what a register holds at the caret: behind it or below, or before it or above.
    Changed put(Register register, int at, boolean isBefore, int count) {
        if (register.isLines()) {
            var block = (register.text() + "\n").repeat(count);
            if (isBefore) {
                int start = lines.start(at);
                return putLines(with(start, start, block), start);
            }
            int end = lines.end(at);
            var body = block.substring(0, block.length() - 1);
            return putLines(with(end, end, "\n" + body), end + 1);
        }
        var put = register.text().repeat(count);
        int start = isBefore || lines.isEmpty(at) ? at : lines.next(at);
        boolean isOneLine = put.indexOf('\n') < 0;
        var text = with(start, start, put);
        int caret = isOneLine ? new Lines(text).previous(start + put.length()) : start;
        return new Changed(text, Math.max(caret, 0));
    }

    private static Changed putLines(String text, int start) {
        return new Changed(text, new Lines(text).firstNonBlank(start));
    }

    /// Opens an empty line below or above, as far in as the one of the caret.
    Changed open(int at, boolean isAbove) {
        var indent = lines.indent(at);
        int place = isAbove ? lines.start(at) : lines.end(at);
        var text = with(place, place, isAbove ? indent + "\n" : "\n" + indent);
        return new Changed(text, place + indent.length() + (isAbove ? 0 : 1));
    }
}
