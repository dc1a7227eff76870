package org.cellist.app.export;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A Python cell with everything commented out that only IPython understands: magics, shell lines,
/// questions for help, and assignments of what a magic or the shell gives.
///
/// IPython looks for these where a statement begins and nowhere else (its documentation, "IPython
/// syntax"; `IPython/core/inputtransformer2.py`), so that a `%` or `!` inside a text, inside
/// brackets or on a continued line is Python. So here: [#readStatement] reads one statement, which
/// may go over several lines, and says whose it is.
///
/// Confined to one thread; used once.
final class PythonLines {

    /// Magics whose cell goes on in Python: only their own line is left out.
    private static final Set<String> OF_PYTHON =
            Set.of("%%time", "%%timeit", "%%capture", "%%prun");

    /// What a line begins with that is not Python: magics, the shell, help, automatic calls.
    private static final String ESCAPES = "%!?,;/";

    private static final Pattern MAGIC_OR_SHELL = Pattern.compile("\\s*(?:!|%[A-Za-z_%]).*");
    private static final String MORE_OF_AN_OPERATOR = "=!<>+-*/%&|^@:~";

    private final List<String> lines;
    private final StringBuilder script;
    private int next; // the line to be read

    // Where the statement that is read has got to.
    private int depth; // of brackets
    private String quotes = ""; // of the text that goes on; empty outside texts
    private char last; // of the code, blanks and comments left out; 0 if there is none
    private boolean isContinued; // by a backslash at the line's end
    private boolean isForeign; // it assigns what a magic or the shell gives

    private PythonLines(List<String> lines, StringBuilder script) {
        this.lines = lines;
        this.script = script;
    }

    /// Appends the cell; lines end in `\n`.
    static void append(StringBuilder script, String source) {
        new PythonLines(source.lines().toList(), script).append();
    }

    private void append() {
        while (next < lines.size() && lines.get(next).isBlank()) {
            script.append(lines.get(next++)).append('\n');
        }
        if (next < lines.size() && lines.get(next).strip().startsWith("%%")) {
            boolean isPython = OF_PYTHON.contains(lines.get(next).strip().split("\\s", 2)[0]);
            comment(next, isPython ? next + 1 : lines.size());
            next = isPython ? next + 1 : lines.size();
        }
        while (next < lines.size()) {
            int first = next;
            if (readStatement()) {
                lines.subList(first, next).forEach(line -> script.append(line).append('\n'));
            } else {
                comment(first, next);
            }
        }
    }

    /// Reads one statement and returns whether it is Python.
    private boolean readStatement() {
        depth = 0;
        last = 0;
        isForeign = false;
        var start = lines.get(next).stripLeading();
        if (!start.isEmpty() && ESCAPES.indexOf(start.charAt(0)) >= 0) {
            readToEnd();
            return false;
        }
        do {
            readLine(lines.get(next++));
        } while (next < lines.size() && (depth > 0 || isContinued || !quotes.isEmpty()));
        quotes = ""; // a cell that ends inside a text is no Python, whatever is done
        return !isForeign && last != '?';
    }

    /// A line that is not Python goes on where it ends in a backslash, whatever it holds.
    private void readToEnd() {
        do {
            isContinued = lines.get(next++).endsWith("\\");
        } while (next < lines.size() && isContinued);
    }

    private void readLine(String line) {
        isContinued = isForeign && line.endsWith("\\");
        int at = isForeign ? line.length() : 0;
        while (at < line.length()) {
            at = quotes.isEmpty() ? readCode(line, at) : readText(line, at);
        }
        if (quotes.length() == 1 && !isContinued) {
            quotes = ""; // an error in the cell; Python too ends the text here
        }
    }

    /// Returns where to go on.
    private int readText(String line, int at) {
        if (line.charAt(at) == '\\') {
            isContinued = at + 1 == line.length();
            return at + 2;
        }
        if (line.startsWith(quotes, at)) {
            int end = at + quotes.length();
            quotes = "";
            return end;
        }
        return at + 1;
    }

    /// Returns where to go on.
    private int readCode(String line, int at) {
        char c = line.charAt(at);
        switch (c) {
            case '#' -> {
                return line.length();
            }
            case '\\' -> isContinued = at + 1 == line.length();
            case '"', '\'' -> {
                var triple = String.valueOf(c).repeat(3);
                quotes = line.startsWith(triple, at) ? triple : String.valueOf(c);
                last = c;
                return at + quotes.length();
            }
            case '(', '[', '{' -> depth++;
            case ')', ']', '}' -> depth = Math.max(0, depth - 1);
            case '=' -> {
                if (isAssignment(line, at)
                        && MAGIC_OR_SHELL.matcher(line.substring(at + 1)).matches()) {
                    isForeign = true;
                    isContinued = line.endsWith("\\");
                    return line.length();
                }
            }
            default -> {}
        }
        if (!Character.isWhitespace(c)) {
            last = c;
        }
        return at + 1;
    }

    private boolean isAssignment(String line, int at) {
        boolean isOperator = at > 0 && MORE_OF_AN_OPERATOR.indexOf(line.charAt(at - 1)) >= 0;
        return depth == 0 && !isOperator && !line.startsWith("==", at);
    }

    /// Leaves lines out. An indented statement leaves one behind that does nothing, since a block
    /// needs one.
    private void comment(int from, int to) {
        var first = lines.get(from);
        var indent = first.substring(0, first.length() - first.stripLeading().length());
        if (!indent.isEmpty()) {
            script.append(indent).append("pass\n");
        }
        for (var line : lines.subList(from, to)) {
            var rest = line.startsWith(indent) ? line.substring(indent.length()) : line;
            script.append(indent).append(rest.isEmpty() ? "#" : "# ").append(rest).append('\n');
        }
    }
}
