package org.cellist.app.notebook.find;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/// What takes the place of a match.
///
/// For words it is taken as it is. For a regular expression `$1` to `$99`, `$0`, `$&` and `${name}`
/// are what the groups matched, `$$` is `$`, `\n` a new line, `\t` a tab and `\\` a backslash.
/// Whatever else is written, or a group that does not exist, stands for itself: nothing that can be
/// typed is a fault.
///
/// Immutable.
public final class Replacement {

    private final List<Piece> pieces;

    private Replacement(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /// Returns what was typed as a replacement.
    ///
    /// @param isPattern whether it stands for the match of a regular expression
    public static Replacement of(String text, boolean isPattern) {
        return new Replacement(isPattern ? parsed(text) : List.of(new Piece.Words(text)));
    }

    /// Returns what takes the place of this match.
    String insteadOf(MatchResult match) {
        var text = new StringBuilder();
        pieces.forEach(piece -> piece.addTo(text, match));
        return text.toString();
    }

    private static List<Piece> parsed(String text) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        while (at < text.length()) {
            var special = special(text, at);
            var piece = special == null ? new Piece.Words(text.substring(at, at + 1)) : special;
            pieces.add(piece);
            at += piece.length();
        }
        return pieces;
    }

    private static @Nullable Piece special(String text, int at) {
        if (at + 1 >= text.length()) {
            return null;
        }
        char next = text.charAt(at + 1);
        return switch (text.charAt(at)) {
            case '\\' ->
                    switch (next) {
                        case 'n' -> new Piece.Escaped("\n");
                        case 't' -> new Piece.Escaped("\t");
                        case '\\' -> new Piece.Escaped("\\");
                        default -> null;
                    };
            case '$' ->
                    switch (next) {
                        case '$' -> new Piece.Escaped("$");
                        case '&' -> new Piece.Whole();
                        case '{' -> named(text, at);
                        default -> next >= '0' && next <= '9' ? numbered(text, at) : null;
                    };
            default -> null;
        };
    }

    private static @Nullable Piece named(String text, int at) {
        int end = text.indexOf('}', at);
        return end < 0 ? null : new Piece.Named(text.substring(at + 2, end));
    }

    private static Piece numbered(String text, int at) {
        boolean isLong =
                at + 2 < text.length() && text.charAt(at + 2) >= '0' && text.charAt(at + 2) <= '9';
        return new Piece.Numbered(text.substring(at + 1, at + (isLong ? 3 : 2)));
    }

    /// A part of a replacement. Immutable.
    private sealed interface Piece {

        /// How many units of what was typed it stands for.
        int length();

        void addTo(StringBuilder text, MatchResult match);

        record Words(String words) implements Piece {
            @Override
            public int length() {
                return words.length();
            }

            @Override
            public void addTo(StringBuilder text, MatchResult match) {
                text.append(words);
            }
        }

        record Escaped(String meaning) implements Piece {
            @Override
            public int length() {
                return 2;
            }

            @Override
            public void addTo(StringBuilder text, MatchResult match) {
                text.append(meaning);
            }
        }

        /// The whole match.
        record Whole() implements Piece {
            @Override
            public int length() {
                return 2;
            }

            @Override
            public void addTo(StringBuilder text, MatchResult match) {
                text.append(match.group());
            }
        }

        /// The group of that number; of its first digit, when there are not so many.
        record Numbered(String digits) implements Piece {
            @Override
            public int length() {
                return 1 + digits.length();
            }

            @Override
            public void addTo(StringBuilder text, MatchResult match) {
                for (int length = digits.length(); length > 0; length--) {
                    int number = Integer.parseInt(digits.substring(0, length));
                    if (number <= match.groupCount()) {
                        text.append(orNothing(match.group(number)));
                        text.append(digits, length, digits.length());
                        return;
                    }
                }
                text.append('$').append(digits);
            }
        }

        record Named(String name) implements Piece {
            @Override
            public int length() {
                return name.length() + 3;
            }

            @Override
            public void addTo(StringBuilder text, MatchResult match) {
                var number = match.namedGroups().get(name);
                if (number == null) {
                    text.append("${").append(name).append('}');
                } else {
                    text.append(orNothing(match.group(number)));
                }
            }
        }

        /// A group of an alternative that was not taken matched nothing.
        private static String orNothing(@Nullable String group) {
            return group == null ? "" : group;
        }
    }
}
