package org.cellist.app.ui.editor.highlight;

import java.util.ArrayDeque;
import java.util.Optional;

/// A bracket beside the caret and its partner. Brackets in strings and comments are text like any
/// other. Immutable.
///
/// @param partner -1 for a bracket that has none
public record BracketMatch(int bracket, int partner) {

    /// So far a partner is looked for, in UTF-16 units.
    static final int FARTHEST = 20_000;

    private static final String OPENERS = "([{";
    private static final String CLOSERS = ")]}";

    /// Looks at the character before the caret, and then at the one behind it.
    ///
    /// @return empty where there is no bracket, or its partner may be farther than is looked
    public static Optional<BracketMatch> at(Highlight code, int caret) {
        for (int at = caret - 1; at <= caret; at++) {
            if (at >= 0 && at < code.text().length() && isBracket(code, at)) {
                return matchOf(code, at);
            }
        }
        return Optional.empty();
    }

    private static boolean isBracket(Highlight code, int at) {
        char c = code.text().charAt(at);
        return (OPENERS.indexOf(c) >= 0 || CLOSERS.indexOf(c) >= 0)
                && switch (code.styleAt(at)) {
                    case STRING, COMMENT, ESCAPE -> false;
                    default -> true;
                };
    }

    private static Optional<BracketMatch> matchOf(Highlight code, int bracket) {
        boolean opens = OPENERS.indexOf(code.text().charAt(bracket)) >= 0;
        int step = opens ? 1 : -1;
        int end = opens ? code.text().length() : -1;
        int limit = opens ? Math.min(end, bracket + FARTHEST) : Math.max(end, bracket - FARTHEST);
        var ends = opens ? CLOSERS : OPENERS;
        var begins = opens ? OPENERS : CLOSERS;
        var awaited = new ArrayDeque<Integer>();
        for (int at = bracket; at != limit; at += step) {
            int begun = begins.indexOf(code.text().charAt(at));
            int ended = ends.indexOf(code.text().charAt(at));
            if ((begun < 0 && ended < 0) || !isBracket(code, at)) {
                continue;
            }
            if (begun >= 0) {
                awaited.push(begun);
            } else if (awaited.pop() != ended) {
                return Optional.of(new BracketMatch(bracket, -1));
            } else if (awaited.isEmpty()) {
                return Optional.of(new BracketMatch(bracket, at));
            }
        }
        return limit == end ? Optional.of(new BracketMatch(bracket, -1)) : Optional.empty();
    }
}
