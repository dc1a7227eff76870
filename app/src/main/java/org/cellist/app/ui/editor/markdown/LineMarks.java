package org.cellist.app.ui.editor.markdown;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Marks at the beginnings of the selected lines: headings, lists, quotations. Each is taken away
/// when all the lines have it. Pure.
///
/// Immutable.
final class LineMarks {

    private static final int DEEPEST_HEADING = 3;
    private static final Pattern HEADING = Pattern.compile("(#{1,6})[ \\t]+");
    private static final Pattern BULLET = Pattern.compile("(\\s*)[-*+][ \\t]+");
    private static final Pattern NUMBER = Pattern.compile("(\\s*)[0-9]{1,9}[.)][ \\t]+");
    private static final Pattern LIST = Pattern.compile("(\\s*)(?:[-*+]|[0-9]{1,9}[.)])[ \\t]+");
    private static final Pattern QUOTATION = Pattern.compile("> ?");

    private LineMarks() {}

    /// Makes the lines headings of the level below the first one's; after the third, of none.
    static List<String> heading(List<String> lines) {
        var found = HEADING.matcher(lines.getFirst());
        int level = found.lookingAt() ? found.end(1) : 0;
        var mark = level >= DEEPEST_HEADING ? "" : "#".repeat(level + 1) + " ";
        return each(lines, line -> mark + withoutHeading(line));
    }

    private static String withoutHeading(String line) {
        var found = HEADING.matcher(line);
        return found.lookingAt() ? line.substring(found.end()) : line;
    }

    static List<String> bullets(List<String> lines) {
        return all(lines, BULLET)
                ? each(lines, line -> without(line, BULLET))
                : each(lines, line -> with(line, "- "));
    }

    static List<String> numbers(List<String> lines) {
        if (all(lines, NUMBER)) {
            return each(lines, line -> without(line, NUMBER));
        }
        var number = new int[1];
        return each(lines, line -> with(line, ++number[0] + ". "));
    }

    static List<String> quotation(List<String> lines) {
        boolean areQuoted = lines.stream().allMatch(line -> line.startsWith(">"));
        return lines.stream()
                .map(line -> areQuoted ? QUOTATION.matcher(line).replaceFirst("") : "> " + line)
                .map(line -> line.equals("> ") && lines.size() > 1 ? ">" : line)
                .toList();
    }

    private static boolean all(List<String> lines, Pattern mark) {
        return lines.stream().allMatch(line -> line.isBlank() || mark.matcher(line).lookingAt())
                && !lines.stream().allMatch(String::isBlank);
    }

    /// Empty lines between others stay empty; one alone gets a mark.
    private static List<String> each(List<String> lines, UnaryOperator<String> change) {
        return lines.stream()
                .map(line -> line.isBlank() && lines.size() > 1 ? line : change.apply(line))
                .toList();
    }

    private static String without(String line, Pattern mark) {
        var found = mark.matcher(line);
        return found.lookingAt() ? found.group(1) + line.substring(found.end()) : line;
    }

    private static String with(String line, String mark) {
        var plain = without(line, LIST);
        int indent = 0;
        while (indent < plain.length() && plain.charAt(indent) == ' ') {
            indent++;
        }
        return plain.substring(0, indent) + mark + plain.substring(indent);
    }
}
