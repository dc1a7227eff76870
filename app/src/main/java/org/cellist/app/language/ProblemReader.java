package org.cellist.app.language;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellist.app.language.Problem.Severity;
import org.cellist.app.language.VirtualDocument.Place;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.jspecify.annotations.Nullable;

/// Makes problems of a notebook of what a server says about the program.
///
/// What is good style or not is left out, and what IPython allows and Python does not.
///
/// Immutable.
///
/// @param document the program that the server speaks of
record ProblemReader(VirtualDocument document) {

    static final int MOST = 1000;
    private static final int LONGEST_MESSAGE = 2000;

    private static final Pattern MATTER_OF_STYLE =
            Pattern.compile(
                    "imported but unused|redefinition of unused|is assigned to but never used"
                            + "|f-string is missing placeholders|is not accessed"
                            + "|unable to detect undefined names"
                            + "|may be undefined, or defined from star imports");

    /// Cells may wait where they stand in no function.
    private static final Pattern OUTSIDE_FUNCTION =
            Pattern.compile("(await|async|yield)\\W.*(outside|only within)");

    /// IPython takes these in any cell.
    private static final Pattern FUTURE = Pattern.compile("__future__.*beginning");

    /// What it gives is there in every notebook, and has a type that servers do not find.
    private static final String SHELL = "get_ipython().";

    private static final String PYFLAKES = "pyflakes";
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    private static final Pattern SYNTAX =
            Pattern.compile(
                    "(?i)syntax|indent|unterminated|unmatched|never closed|expected|\\bEO[FL]\\b");

    private static final Pattern WAITS = Pattern.compile("await\\b|async\\b|\\[|\\(|\\{");
    private static final Pattern FUNCTION = Pattern.compile("(async\\s+)?def\\b");

    List<Problem> read(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .limit(MOST)
                .flatMap(each -> read(each).stream())
                .distinct()
                .toList();
    }

    private Optional<Problem> read(Diagnostic diagnostic) {
        var message = message(diagnostic);
        var range = diagnostic.getRange();
        if (range == null
                || diagnostic.getSeverity() == DiagnosticSeverity.Hint
                || MATTER_OF_STYLE.matcher(message).find()
                || isAllowedByIpython(diagnostic, message)) {
            return Optional.empty();
        }
        boolean isPyflakes = PYFLAKES.equals(diagnostic.getSource());
        int told = document.offset(range.getStart());
        int start = isPyflakes ? nameStart(told, message) : told;
        int end = Math.max(start, document.offset(range.getEnd()));
        return document.place(start, isPyflakes ? wordEnd(start, end) : end)
                .map(this::visible)
                .map(
                        place ->
                                new Problem(
                                        place.cell(),
                                        place.start(),
                                        place.end(),
                                        severity(diagnostic.getSeverity()),
                                        message,
                                        code(diagnostic)));
    }

    private static String message(Diagnostic diagnostic) {
        var said = diagnostic.getMessage();
        var text = said == null ? "" : said.isLeft() ? said.getLeft() : said.getRight().getValue();
        var plain = text.replace('\u00a0', ' ').strip();
        return plain.length() > LONGEST_MESSAGE ? plain.substring(0, LONGEST_MESSAGE) : plain;
    }

    private static @Nullable String code(Diagnostic diagnostic) {
        var code = diagnostic.getCode();
        return code == null || !code.isLeft() ? null : code.getLeft();
    }

    private static Severity severity(@Nullable DiagnosticSeverity severity) {
        return switch (severity) {
            case null -> Severity.ERROR;
            case Error -> Severity.ERROR;
            case Warning -> Severity.WARNING;
            case Information, Hint -> Severity.INFORMATION;
        };
    }

    private boolean isAllowedByIpython(Diagnostic diagnostic, String message) {
        if (!document.kind().isInteractive()) {
            return false;
        }
        var text = document.text();
        int at = document.offset(diagnostic.getRange().getStart());
        boolean isShell = text.startsWith(SHELL, at - SHELL.length());
        if (isShell || FUTURE.matcher(message).find()) {
            return true;
        }
        if (!OUTSIDE_FUNCTION.matcher(message).find()) {
            return false;
        }
        return WAITS.matcher(text).region(at, text.length()).lookingAt() && !isInFunction(at);
    }

    /// Looks at the lines above, as far as they stand further left.
    private boolean isInFunction(int at) {
        var text = document.text();
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        int indent = indent(lineStart);
        while (lineStart > 0 && indent > 0) {
            lineStart = text.lastIndexOf('\n', lineStart - 2) + 1;
            int here = indent(lineStart);
            if (here >= 0 && here < indent) {
                indent = here;
                if (FUNCTION.matcher(text).region(lineStart + here, text.length()).lookingAt()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Returns how far the text of a line is from its start; -1 for a blank line.
    private int indent(int lineStart) {
        var text = document.text();
        int at = lineStart;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at == text.length() || text.charAt(at) == '\n' ? -1 : at - lineStart;
    }

    /// Pyflakes counts bytes of UTF-8 in a line, and python-lsp-server hands that on as if they
    /// were units. Where the message quotes a name, that shows which of both it is.
    private int nameStart(int told, String message) {
        var text = document.text();
        int lineStart = text.lastIndexOf('\n', told - 1) + 1;
        int bytes = told - lineStart;
        int at = lineStart;
        while (bytes > 0 && at < told) {
            char c = text.charAt(at++);
            bytes -= c < 0x80 ? 1 : c < 0x800 ? 2 : 3; // no pairs are left in the program
        }
        var quoted = QUOTED.matcher(message);
        boolean isTold = quoted.find() && text.startsWith(quoted.group(1), told);
        return isTold || SYNTAX.matcher(message).find() ? told : at;
    }

    /// Returns the end of the name that begins there; the end as it is where none does.
    private int wordEnd(int start, int end) {
        var text = document.text();
        int at = start;
        while (at < end && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        return at == start ? end : at;
    }

    /// Gives a place some width, so that it can be seen: the unit behind it, or the one before.
    private Place visible(Place place) {
        var source = document.source(place.cell()).orElse("");
        int start = place.start();
        int end = place.end();
        if (end > start) {
            return place;
        }
        if (start < source.length() && source.charAt(start) != '\n') {
            return new Place(place.cell(), start, start + 1);
        }
        return new Place(place.cell(), Math.max(0, start - 1), Math.max(start, 0));
    }
}
