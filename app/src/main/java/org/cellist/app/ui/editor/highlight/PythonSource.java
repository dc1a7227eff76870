package org.cellist.app.ui.editor.highlight;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.ipython.IpythonCell;
import org.cellist.app.notebook.ipython.PythonScan;
import org.jspecify.annotations.Nullable;

/// A cell's source in which what only IPython reads is hidden, so that a program for Python can
/// change the rest.
///
/// Each magic, shell line and question becomes a name that occurs nowhere else. Magics of the first
/// line whose cell is Python (`%%time`) stay out of it; so does a `;` at the end, which hides a
/// cell's value and means nothing to Python.
///
/// Immutable.
public final class PythonSource {

    private static final List<String> PYTHON_MAGICS =
            List.of(
                    "%%time",
                    "%%timeit", "%%capture", "%%prun", "%%memit", "%%python", "%%python3");

    private final String head;
    private final String code;
    private final List<Hidden> hidden;
    private final boolean isQuiet;

    /// @param name what stands for it
    /// @param line in which it stands, counted from 1
    private record Hidden(String name, String text, int line) {}

    private PythonSource(String head, String code, List<Hidden> hidden, boolean isQuiet) {
        this.head = head;
        this.code = code;
        this.hidden = List.copyOf(hidden);
        this.isQuiet = isQuiet;
    }

    /// Returns whether a cell is Python: not one that a magic gives to something else.
    public static boolean isIn(String source) {
        var text = source.stripLeading();
        return !text.startsWith("%%") || PYTHON_MAGICS.contains(text.split("\\s", 2)[0]);
    }

    /// Takes a cell's source apart that is Python.
    public static PythonSource of(String source) {
        int start = source.stripLeading().startsWith("%%") ? headEnd(source) : 0;
        var text = source.substring(start);
        var name = unused(source);
        var code = new StringBuilder();
        var hidden = new ArrayList<Hidden>();
        int done = 0;
        for (var statement : IpythonCell.of(text).statements()) {
            code.append(text, done, statement.start());
            var each = name + hidden.size() + "_";
            int line = 1 + (int) code.chars().filter(c -> c == '\n').count();
            hidden.add(new Hidden(each, text.substring(statement.start(), statement.end()), line));
            code.append(each);
            done = statement.end();
        }
        code.append(text, done, text.length());
        int end = codeEnd(code.toString());
        boolean isQuiet = end > 0 && code.charAt(end - 1) == ';';
        return new PythonSource(source.substring(0, start), code.toString(), hidden, isQuiet);
    }

    private static int headEnd(String source) {
        int first = source.length() - source.stripLeading().length();
        return Math.min(source.length(), Scan.lineEnd(source, first) + 1);
    }

    private static String unused(String source) {
        var name = "hidden_";
        while (source.contains(name)) {
            name += "_";
        }
        return name;
    }

    /// Returns what is Python.
    public String code() {
        return code;
    }

    /// Returns the source with that in place of the code; null when something that was hidden is no
    /// longer in it.
    public @Nullable String with(String changed) {
        var text = changed;
        int from = 0;
        for (var each : hidden) {
            int at = text.indexOf(each.name(), from);
            if (at < 0) {
                return null;
            }
            text = text.substring(0, at) + each.text() + text.substring(at + each.name().length());
            from = at + each.text().length();
        }
        int end = isQuiet ? codeEnd(changed) : 0;
        boolean lacksEnd = end > 0 && changed.charAt(end - 1) != ';';
        if (lacksEnd) {
            int behind = changed.length() - end;
            text = text.substring(0, text.length() - behind) + ";" + changed.substring(end);
        }
        return head + text;
    }

    /// Returns the line of the source that is a line of the code; both are counted from 1.
    public int line(int ofCode) {
        int line = ofCode + lineEnds(head);
        for (var each : hidden) {
            line += each.line() < ofCode ? lineEnds(each.text()) : 0;
        }
        return line;
    }

    private static int lineEnds(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /// Returns the offset behind the last character that is neither blank nor in a comment.
    private static int codeEnd(String text) {
        int last = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = Scan.lineEnd(text, at);
            } else if (c == '"' || c == '\'') {
                at = PythonScan.stringEnd(text, at);
                last = at;
            } else {
                at++;
                last = Character.isWhitespace(c) ? last : at;
            }
        }
        return last;
    }
}
