package org.cellist.app.ui.theme;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stretches of a line of code whose letters may be of another font or size than the others, so
/// that they are two columns wide.
///
/// A space between two wide letters is as wide in their font, and stays with them.
///
/// Immutable.
public final class LetterRuns {

    private static final int JOINER = 0x200d;
    private static final int AS_EMOJI = 0xfe0f;

    private LetterRuns() {}

    /// What letters of a stretch are.
    public enum Kind {
        PLAIN(null),
        /// Hangul, Hanja, Kana, and the signs made for them.
        WIDE("wide"),
        EMOJI("emoji");

        private final @Nullable String styleClass;

        Kind(@Nullable String styleClass) {
            this.styleClass = styleClass;
        }

        /// Returns the kind with that style class, or null.
        public static @Nullable Kind named(String styleClass) {
            return styleClass.equals(WIDE.styleClass)
                    ? WIDE
                    : styleClass.equals(EMOJI.styleClass) ? EMOJI : null;
        }

        /// Returns the style class of such letters; null for none.
        public @Nullable String styleClass() {
            return styleClass;
        }
    }

    /// Letters of one kind.
    ///
    /// @param end behind the last of them
    public record Stretch(int end, Kind kind) {}

    /// Returns the stretches of a text.
    ///
    /// @param most how many there are at most; the last one then has all that is left
    public static List<Stretch> of(CharSequence text, int most) {
        var found = new ArrayList<Stretch>();
        int at = 0;
        while (at < text.length()) {
            var kind = kindAt(text, at);
            boolean isLast = found.size() == most - 1;
            at = isLast ? text.length() : endOf(kind, text, at, text.length());
            found.add(new Stretch(at, kind));
        }
        return found;
    }

    /// Returns where the stretch ends that begins at an index and is no longer than to `end`.
    public static int endOf(Kind kind, CharSequence text, int from, int end) {
        int at = from;
        while (at < end) {
            boolean isGap =
                    kind == Kind.WIDE
                            && text.charAt(at) == ' '
                            && at + 1 < end
                            && isWide(text.charAt(at + 1));
            if (!isGap && !goesOn(kind, text, at)) {
                return at;
            }
            at += Character.charCount(Character.codePointAt(text, at));
        }
        return Math.min(at, end);
    }

    private static boolean goesOn(Kind kind, CharSequence text, int at) {
        int c = text.charAt(at);
        boolean isJoined = kind == Kind.EMOJI && (c == JOINER || c == AS_EMOJI);
        return isJoined || kindAt(text, at) == kind;
    }

    /// Returns what the letter at an index is.
    public static Kind kindAt(CharSequence text, int index) {
        char c = text.charAt(index);
        if (isWide(c)) {
            return Kind.WIDE;
        }
        boolean isEmoji = c >= 0x2000 && isEmoji(Character.codePointAt(text, index));
        return isEmoji ? Kind.EMOJI : Kind.PLAIN;
    }

    /// Tells whether a unit is of Hangul, Hanja or Kana, or of the signs made for them.
    public static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115f
                        || (c >= 0x2e80 && c <= 0xd7a3)
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0xff00 && c <= 0xff60));
    }

    /// Those that are pictures wherever they stand, and not only if that is asked for.
    private static boolean isEmoji(int c) {
        return switch (c) {
            case 0x231a, 0x231b, 0x23e9, 0x2705, 0x2728, 0x274c, 0x2753, 0x2754, 0x2755, 0x2b50 ->
                    true;
            default ->
                    (c >= 0x1f300 && c <= 0x1f64f)
                            || (c >= 0x1f680 && c <= 0x1f6ff)
                            || (c >= 0x1f900 && c <= 0x1faff);
        };
    }
}
