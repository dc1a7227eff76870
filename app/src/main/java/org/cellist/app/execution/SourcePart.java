package org.cellist.app.execution;

import java.util.List;

/// Cuts code out of a source so that it can be run by itself. Immutable.
final class SourcePart {

    private SourcePart() {}

    /// Returns a range of a source without the indentation that all of its lines have. A range that
    /// begins behind nothing but indentation has that too.
    static String code(String source, int start, int end) {
        int lineStart = source.lastIndexOf('\n', start - 1) + 1;
        int from = source.substring(lineStart, start).isBlank() ? lineStart : start;
        var lines = source.substring(from, end).lines().toList();
        int common = commonIndent(lines);
        return String.join(
                "\n",
                lines.stream().map(line -> line.isBlank() ? "" : line.substring(common)).toList());
    }

    /// Spaces and tabs count as what they are, as in Python's `textwrap.dedent`.
    private static int commonIndent(List<String> lines) {
        var shared = (String) null;
        for (var line : lines) {
            if (!line.isBlank()) {
                var indent = line.substring(0, line.length() - line.stripLeading().length());
                shared = shared == null ? indent : commonStart(shared, indent);
            }
        }
        return shared == null ? 0 : shared.length();
    }

    private static String commonStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length())
                && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }
}
