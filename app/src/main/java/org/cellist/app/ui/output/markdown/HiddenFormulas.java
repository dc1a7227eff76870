package org.cellist.app.ui.output.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellist.app.ui.output.latex.Formula;
import org.cellist.app.ui.output.markup.WordReader;
import org.cellist.app.ui.output.rich.Inline;
import org.cellist.app.ui.output.rich.InlineStyle;

/// A Markdown text whose formulas are hidden from the Markdown parser, which would take their
/// underscores and stars for its own; and the way back.
///
/// Each formula becomes a number between two characters that no text has: Unicode keeps them for
/// a program's own use.
///
/// Immutable.
final class HiddenFormulas implements WordReader {

    private static final char OPEN = '\ufdd0';
    private static final char CLOSE = '\ufdd1';
    private static final Pattern HIDDEN = Pattern.compile(OPEN + "([0-9]{1,7})" + CLOSE);

    private final String text;
    private final List<Formula> formulas;
    private final List<String> sources;

    private HiddenFormulas(String text, List<Formula> formulas, List<String> sources) {
        this.text = text;
        this.formulas = List.copyOf(formulas);
        this.sources = List.copyOf(sources);
    }

    /// Hides the formulas of a text.
    static HiddenFormulas in(String markdown) {
        var clean = markdown.replace("\r\n", "\n").replace(OPEN, '\ufffd').replace(CLOSE, '\ufffd');
        return new Cutter(clean).cut();
    }

    /// Returns the Markdown without its formulas.
    String text() {
        return text;
    }

    @Override
    public List<Inline> parts(String words, InlineStyle style) {
        var parts = new ArrayList<Inline>();
        var hidden = HIDDEN.matcher(words);
        int at = 0;
        while (hidden.find()) {
            int index = Integer.parseInt(hidden.group(1));
            if (index < formulas.size()) {
                if (hidden.start() > at) {
                    parts.add(new Inline.Words(words.substring(at, hidden.start()), style));
                }
                parts.add(new Inline.Maths(formulas.get(index), style));
                at = hidden.end();
            }
        }
        if (at < words.length()) {
            parts.add(new Inline.Words(words.substring(at), style));
        }
        return parts;
    }

    @Override
    public String source(String part) {
        if (part.indexOf(OPEN) < 0) {
            return part;
        }
        return HIDDEN.matcher(part)
                .replaceAll(
                        found -> {
                            int index = Integer.parseInt(found.group(1));
                            boolean isOurs = index < sources.size();
                            return Matcher.quoteReplacement(
                                    isOurs ? sources.get(index) : found.group());
                        });
    }

    /// Goes along a text, past code.
    private static final class Cutter {

        private static final Pattern FENCE =
                Pattern.compile("[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+){0,9}(`{3,}|~{3,})");

        private final String source;
        private final FormulaScanner scanner;
        private final StringBuilder rest = new StringBuilder();
        private final List<Formula> formulas = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();
        private int at;

        Cutter(String source) {
            this.source = source;
            this.scanner = new FormulaScanner(source);
        }

        HiddenFormulas cut() {
            while (at < source.length()) {
                char c = source.charAt(at);
                boolean lineStart = at == 0 || source.charAt(at - 1) == '\n';
                if (lineStart && copyFenced()) {
                    continue;
                }
                if (c == '`') {
                    copyCode();
                } else if (c == '$' || c == '\\') {
                    hide();
                } else {
                    rest.append(c);
                    at++;
                }
            }
            return new HiddenFormulas(rest.toString(), formulas, sources);
        }

        private void hide() {
            var found = scanner.at(at);
            if (found != null) {
                rest.append(OPEN).append(formulas.size()).append(CLOSE);
                formulas.add(found.formula());
                sources.add(source.substring(at, found.end()));
                at = found.end();
                return;
            }
            // an escape, or several dollar signs, of which none may begin a formula any more
            boolean isEscape = source.charAt(at) == '\\' && at + 1 < source.length();
            boolean isDouble = source.startsWith("$$", at);
            copyTo(at + (isEscape || isDouble ? 2 : 1));
        }

        private boolean copyFenced() {
            int lineEnd = lineEnd(at);
            var fence = FENCE.matcher(source).region(at, lineEnd);
            if (!fence.lookingAt()) {
                return false;
            }
            var marks = fence.group(1);
            boolean isBacktick = marks.charAt(0) == '`';
            if (isBacktick && source.substring(fence.end(), lineEnd).indexOf('`') >= 0) {
                return false;
            }
            int line = lineEnd;
            while (line < source.length()) {
                int end = lineEnd(line + 1);
                if (closes(source.substring(line + 1, end), marks)) {
                    copyTo(end);
                    return true;
                }
                line = end;
            }
            copyTo(source.length());
            return true;
        }

        private static boolean closes(String line, String marks) {
            var stripped = line.replaceFirst("^[ \t>]*", "").stripTrailing();
            return stripped.length() >= marks.length()
                    && stripped.chars().allMatch(c -> c == marks.charAt(0));
        }

        private int lineEnd(int from) {
            int end = source.indexOf('\n', Math.min(from, source.length()));
            return end < 0 ? source.length() : end;
        }

        /// Copies a code span: up to as many backticks as it began with.
        private void copyCode() {
            int run = at;
            while (run < source.length() && source.charAt(run) == '`') {
                run++;
            }
            int count = run - at;
            int close = run;
            while (close < source.length()) {
                close = source.indexOf('`', close);
                if (close < 0) {
                    break;
                }
                int end = close;
                while (end < source.length() && source.charAt(end) == '`') {
                    end++;
                }
                if (end - close == count) {
                    copyTo(end);
                    return;
                }
                close = end;
            }
            copyTo(run);
        }

        private void copyTo(int end) {
            int stop = Math.min(end, source.length());
            rest.append(source, at, stop);
            at = stop;
        }
    }
}
