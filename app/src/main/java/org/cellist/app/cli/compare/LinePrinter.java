package org.cellist.app.cli.compare;

import java.io.PrintWriter;
import java.util.List;
import org.cellist.app.cli.compare.Ink.Role;
import org.cellist.app.notebook.diff.TextDiff;
import org.cellist.app.notebook.diff.TextLine;
import org.cellist.app.notebook.diff.TextLine.Kind;
import org.cellist.app.text.Texts;

/// Prints compared texts: changed lines and three lines around them.
///
/// Confined to the calling thread.
final class LinePrinter {

    private static final int CONTEXT = 3;

    /// A longer line is cut around its first change.
    private static final int LONGEST = 400;

    private static final int BEFORE_CHANGE = 40;

    private final Texts texts = Texts.of("compare");
    private final PrintWriter out;
    private final Ink ink;

    LinePrinter(PrintWriter out, Ink ink) {
        this.out = out;
        this.ink = ink;
    }

    void heading(Role role, String text) {
        out.println(ink.paint(role, text));
    }

    /// Prints one removed or added line.
    void line(Kind kind, String text) {
        print(new TextLine(kind, text, List.of()));
    }

    /// Prints the changed lines of a text.
    ///
    /// @param most how many lines are printed
    void print(TextDiff text, int most) {
        var lines = text.lines();
        int printed = 0;
        int number = 0; // of the line in the later text
        int lastPrinted = -1;
        for (int i = 0; i < lines.size() && printed < most; i++) {
            var line = lines.get(i);
            number += line.kind() == Kind.REMOVED ? 0 : 1;
            if (isNearChange(text, i)) {
                if (lastPrinted != i - 1) {
                    heading(Role.PLACE, texts.get("place.line", Integer.toString(number)));
                }
                print(line);
                printed++;
                lastPrinted = i;
            }
        }
        if (printed == most) {
            heading(Role.PLACE, texts.get("place.more"));
        }
    }

    private static boolean isNearChange(TextDiff text, int place) {
        var lines = text.lines();
        int from = Math.max(0, place - CONTEXT);
        int to = Math.min(lines.size(), place + CONTEXT + 1);
        return lines.subList(from, to).stream().anyMatch(line -> line.kind() != Kind.KEPT);
    }

    private void print(TextLine line) {
        var role =
                switch (line.kind()) {
                    case KEPT -> Role.KEPT;
                    case REMOVED -> Role.REMOVED;
                    case ADDED -> Role.ADDED;
                };
        var mark =
                switch (line.kind()) {
                    case KEPT -> "  ";
                    case REMOVED -> "- ";
                    case ADDED -> "+ ";
                };
        var text = painted(line, role);
        out.println(ink.paint(role, text.isEmpty() ? mark.strip() : mark) + text);
    }

    private String painted(TextLine line, Role role) {
        var text = line.text();
        int first = line.words().isEmpty() ? 0 : line.words().getFirst().from();
        int from = text.length() <= LONGEST ? 0 : boundary(text, first - BEFORE_CHANGE);
        int to = boundary(text, from + LONGEST);
        if (!Printable.isPlain(text)) {
            return cut(text, from, to, ink.paint(role, Printable.line(text.substring(from, to))));
        }
        var painted = new StringBuilder();
        int at = from;
        for (var word : line.words()) {
            if (word.from() >= at && word.to() <= to) {
                painted.append(ink.paint(role, text.substring(at, word.from())));
                painted.append(ink.emphasise(role, text.substring(word.from(), word.to())));
                at = word.to();
            }
        }
        painted.append(ink.paint(role, text.substring(at, to)));
        return cut(text, from, to, painted.toString());
    }

    /// Returns a place that is not in the midst of a character.
    private static int boundary(String text, int place) {
        int within = Math.clamp(place, 0, text.length());
        boolean cutsPair =
                within > 0
                        && within < text.length()
                        && Character.isLowSurrogate(text.charAt(within))
                        && Character.isHighSurrogate(text.charAt(within - 1));
        return cutsPair ? within - 1 : within;
    }

    private String cut(String text, int from, int to, String shown) {
        var before = from > 0 ? ink.paint(Role.PLACE, "... ") : "";
        var after = to < text.length() ? ink.paint(Role.PLACE, " ...") : "";
        return before + shown + after;
    }
}
