package org.cellist.app.notebook.ipython;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Python cell taken apart: what is Python, and what IPython reads otherwise.
///
/// `%magic` and `!shell` lines, `x = %magic`, `x = !shell`, `name?` and `%%cell` magics, as
/// IPython's input transformers know them (IPython 9, `IPython.core.inputtransformer2`). They
/// count only where a statement begins, not inside a string or brackets. In the text for
/// readers of Python each is replaced by as many units that do no harm, so that all offsets stay.
///
/// Immutable.
///
/// @param python the cell as Python, as long as its text
/// @param parts what is no Python, in order
/// @param statements the statements that are no Python, in order, from their first character to
///     the end of their last line
public record IpythonCell(String python, List<Part> parts, List<Statement> statements) {

    /// From `start` to before `end`. Immutable.
    public record Statement(int start, int end) {}

    /// A part of the cell that is no Python, from `start` to before `end`. Immutable.
    public sealed interface Part {
        int start();

        int end();
    }

    /// The mark and the name of a magic.
    public record Magic(int start, int end) implements Part {}

    /// Text in another language.
    ///
    /// @param language its name, as kernelspecs and magics spell it
    public record Foreign(int start, int end, String language) implements Part {}

    private static final String PYTHON = "python";
    private static final String BASH = "bash";

    private static final Pattern CELL_MAGIC = Pattern.compile("\\s*%%([\\w.!]+)([^\\n]*)");
    private static final Pattern LINE_MAGIC = Pattern.compile("%{1,2}[\\w.]+|!{1,2}");
    private static final Pattern ASSIGNED =
            Pattern.compile("[\\w.,\\s\\[\\]*]*[\\w\\]]\\s*=\\s*(?=[%!])(?![!]=)");
    private static final Pattern HELP = Pattern.compile("\\?{1,2}[%\\w.*]+|[%\\w.*]+\\?{1,2}");

    /// Magics whose rest is Python.
    private static final Set<String> TAKES_PYTHON =
            Set.of("%time", "%timeit", "%prun", "%memit", "%mprun", "%lprun", "%debug");

    /// What may stand between the name of such a magic and its Python.
    private static final Pattern OPTIONS =
            Pattern.compile("(?:[ \\t]+-(?:[A-Za-z][ \\t]+\\d+|[lsTD][ \\t]+\\S+|\\w+))+");

    public IpythonCell {
        parts = List.copyOf(parts);
        statements = List.copyOf(statements);
    }

    /// Takes a cell apart.
    public static IpythonCell of(String text) {
        var cell = CELL_MAGIC.matcher(text);
        if (cell.lookingAt()) {
            var language = languageOf(cell.group(1), cell.group(2));
            if (!language.equals(PYTHON)) {
                return foreign(text, cell, language);
            }
        }
        return new Reading(text).read();
    }

    private static IpythonCell foreign(String text, Matcher cell, String language) {
        var parts = new ArrayList<Part>();
        parts.add(new Magic(cell.start(1) - 2, cell.end(1)));
        parts.add(new Foreign(Math.min(cell.end() + 1, text.length()), text.length(), language));
        var all = new Statement(0, text.length());
        return new IpythonCell(" ".repeat(text.length()), parts, List.of(all));
    }

    /// Returns the language of the body of a cell magic; Python for those that run Python.
    private static String languageOf(String magic, String arguments) {
        var words = List.of(arguments.strip().split("\\s+", -1));
        return switch (magic.toLowerCase(Locale.ROOT)) {
            case "!", "sx", "system" -> BASH;
            case "bash",
                    "sh",
                    "javascript",
                    "js",
                    "html",
                    "svg",
                    "sql",
                    "bigquery",
                    "r",
                    "julia",
                    "ruby",
                    "perl",
                    "markdown" ->
                    magic;
            case "latex", "file", "writefile" -> languageOfFile(words.getLast());
            case "script" -> words.getFirst().isEmpty() ? BASH : words.getFirst();
            default -> PYTHON;
        };
    }

    private static String languageOfFile(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "py" -> PYTHON;
            case "java", "js", "r", "sql", "json", "md", "html", "sh", "ts" -> ending;
            case "jl" -> "julia";
            case "c", "cc", "cpp", "h", "hpp", "cu", "rs", "go", "scala", "kt" -> "c++";
            case "yml", "yaml", "toml", "rb", "pl" -> "yaml";
            default -> "text";
        };
    }

    /// One pass over a cell, statement by statement.
    private static final class Reading {

        private final String text;
        private final StringBuilder python;
        private final List<Part> parts = new ArrayList<>();
        private final List<Statement> statements = new ArrayList<>();

        Reading(String text) {
            this.text = text;
            this.python = new StringBuilder(text);
        }

        IpythonCell read() {
            int at = 0;
            while (at < text.length()) {
                at = statement(at);
            }
            return new IpythonCell(python.toString(), parts, statements);
        }

        /// Reads the statement whose line begins at `lineStart`; returns where the next one does.
        private int statement(int lineStart) {
            int start = lineStart;
            while (start < text.length() && isBlank(text.charAt(start))) {
                start++;
            }
            int lineEnd = continuedLineEnd(start);
            if (magic(start, lineEnd) || help(start, lineEnd) || assigned(start, lineEnd)) {
                statements.add(new Statement(start, lineEnd));
                return lineEnd + 1;
            }
            return PythonScan.statementEnd(text, start) + 1;
        }

        private boolean magic(int start, int end) {
            var matcher = LINE_MAGIC.matcher(text).region(start, end);
            if (!matcher.lookingAt()) {
                return false;
            }
            parts.add(new Magic(start, matcher.end()));
            var name = matcher.group();
            boolean cellMagic = name.startsWith("%%");
            if (TAKES_PYTHON.contains(name) && matcher.end() < end) {
                var options = OPTIONS.matcher(text).region(matcher.end(), end);
                blank(start, options.lookingAt() ? options.end() : matcher.end(), "_;");
            } else {
                blank(start, end, cellMagic ? "" : "_");
                if (name.startsWith("!")) {
                    parts.add(new Foreign(matcher.end(), end, BASH));
                }
            }
            return true;
        }

        private boolean help(int start, int end) {
            var line = text.substring(start, end).stripTrailing();
            boolean asks = HELP.matcher(line).matches();
            if (asks) {
                parts.add(new Magic(start, start + line.length()));
                blank(start, end, "_");
            }
            return asks;
        }

        private boolean assigned(int start, int end) {
            var matcher = ASSIGNED.matcher(text).region(start, end);
            if (!matcher.lookingAt() || matcher.end() >= end) {
                return false;
            }
            int from = matcher.end();
            var magic = LINE_MAGIC.matcher(text).region(from, end);
            if (!magic.lookingAt()) {
                return false;
            }
            parts.add(new Magic(from, magic.end()));
            if (magic.group().startsWith("!")) {
                parts.add(new Foreign(magic.end(), end, BASH));
            }
            blank(from, end, "_");
            return true;
        }

        /// Puts harmless Python in place of a part: `put`, then spaces.
        private void blank(int start, int end, String put) {
            var harmless = put.length() <= end - start ? put : "_".repeat(end - start);
            python.replace(start, end, harmless + " ".repeat(end - start - harmless.length()));
        }

        /// Returns the end of the line, or of the last one that `\` joins to it.
        private int continuedLineEnd(int start) {
            int end = PythonScan.lineEnd(text, start);
            while (end > start && end < text.length() && text.charAt(end - 1) == '\\') {
                end = PythonScan.lineEnd(text, end + 1);
            }
            return end;
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }
    }
}
