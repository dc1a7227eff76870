package org.cellist.app.ui.editor.vim;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where Vim's motions lead.
///
/// Remembers what repeats: the last letter that was looked for, and the column of `j` and `k`.
///
/// Confined to one thread.
final class Motions {

    private static final int END = Integer.MAX_VALUE;
    private static final int HALF_PAGE = 10; // lines; a cell has no page of its own
    private static final String BRACKETS = "()[]{}";

    private final Marks marks;
    private char found; // the kind of the last find: f F t T, or 0
    private char letter;
    private int column = -1; // that j and k go back to; -1 for the caret's
    private String word = ""; // of the last `*` or `#`
    private boolean isWordForwards;

    /// @param marks of the text
    Motions(Marks marks) {
        this.marks = marks;
    }

    /// How an operator takes what a motion passes. Immutable.
    enum Kind {
        EXCLUSIVE,
        INCLUSIVE,
        LINES
    }

    /// Immutable.
    record Move(int to, Kind kind) {}

    /// Returns whether `n` has a word to look for.
    boolean hasWord() {
        return !word.isEmpty();
    }

    void forgetWord() {
        word = "";
    }

    /// Returns where a motion leads; null for none, or when it fails.
    ///
    /// @param keys of the motion
    /// @param count 0 for none
    @Nullable Move of(String keys, Lines lines, int at, int count) {
        boolean isVertical = isVertical(keys);
        if (!isVertical) {
            column = -1;
        } else if (column < 0) {
            column = at - lines.start(at);
        }
        boolean isHalfPage = count == 0 && (keys.equals("<C-d>") || keys.equals("<C-u>"));
        int times = isHalfPage ? HALF_PAGE : Math.max(1, count);
        var move =
                isVertical
                        ? vertical(keys, lines, at, times)
                        : switch (keys) {
                            case "h", "<Left>", "<BS>" -> left(lines, at, times);
                            case "l", "<Right>", " " -> right(lines, at, times);
                            case "0", "<Home>" -> exclusive(lines.start(at));
                            case "^" -> exclusive(lines.firstNonBlank(at));
                            case "|" -> exclusive(lines.inColumn(lines.index(at), times - 1));
                            case "$", "<End>" -> lineEnd(lines, at, times);
                            case "g_" -> lastNonBlank(lines, at);
                            case "gg", "G" -> toLine(keys, lines, count);
                            case "%" -> bracket(lines, at);
                            case "{", "}" -> exclusive(paragraph(keys, lines, at, times));
                            case ";", "," -> again(keys.equals(","), lines, at, times);
                            case "*", "#" -> wordAt(keys.equals("*"), lines, at);
                            case "n", "N" -> wordAgain(keys.equals("n"), lines, at);
                            default -> find(keys, lines, at, times);
                        };
        return move;
    }

    private static boolean isVertical(String keys) {
        return switch (keys) {
            case "j", "k", "<Down>", "<Up>", "<CR>", "+", "-", "<C-d>", "<C-u>" -> true;
            default -> false;
        };
    }

    private @Nullable Move vertical(String keys, Lines lines, int at, int times) {
        boolean isDown = "j<Down><CR>+<C-d>".contains(keys);
        int from = lines.index(at);
        int last = lines.count() - 1;
        if (from == (isDown ? last : 0)) {
            return null;
        }
        int line = Math.clamp((long) from + (isDown ? times : -times), 0, last);
        boolean toText = keys.equals("<CR>") || keys.equals("+") || keys.equals("-");
        int to = toText ? lines.firstNonBlank(lines.startOf(line)) : lines.inColumn(line, column);
        return new Move(to, Kind.LINES);
    }

    private static Move exclusive(int to) {
        return new Move(to, Kind.EXCLUSIVE);
    }

    private static @Nullable Move left(Lines lines, int at, int times) {
        int to = at;
        for (int i = 0; i < times && to > lines.start(at); i++) {
            to = lines.previous(to);
        }
        return to == at ? null : exclusive(to);
    }

    /// An operator may reach the line's end, the caret does not stand there.
    private static @Nullable Move right(Lines lines, int at, int times) {
        int to = at;
        for (int i = 0; i < times && to < lines.end(at); i++) {
            to = lines.next(to);
        }
        return to == at ? null : exclusive(to);
    }

    private Move lineEnd(Lines lines, int at, int times) {
        column = END;
        int line = Math.min(lines.count() - 1, lines.index(at) + times - 1);
        int to = lines.onLine(lines.end(lines.startOf(line)));
        boolean isEmpty = lines.isEmpty(to);
        return new Move(to, isEmpty ? Kind.EXCLUSIVE : Kind.INCLUSIVE);
    }

    private static Move lastNonBlank(Lines lines, int at) {
        int to = lines.onLine(lines.end(at));
        while (to > lines.start(at) && Lines.isBlank(lines.text().charAt(to))) {
            to = lines.previous(to);
        }
        return new Move(to, Kind.INCLUSIVE);
    }

    private static Move toLine(String keys, Lines lines, int count) {
        int last = lines.count() - 1;
        int otherwise = keys.equals("G") ? last : 0;
        int line = count == 0 ? otherwise : Math.min(last, count - 1);
        return new Move(lines.firstNonBlank(lines.startOf(line)), Kind.LINES);
    }

    private static @Nullable Move bracket(Lines lines, int at) {
        var objects = new TextObjects(lines);
        for (int i = at; i < lines.end(at); i++) {
            int which = BRACKETS.indexOf(lines.text().charAt(i));
            if (which >= 0) {
                char open = BRACKETS.charAt(which / 2 * 2);
                char close = BRACKETS.charAt(which / 2 * 2 + 1);
                int to =
                        which % 2 == 0
                                ? objects.matching(open, close, i)
                                : objects.matchingBefore(open, close, i);
                return to < 0 ? null : new Move(to, Kind.INCLUSIVE);
            }
        }
        return null;
    }

    private static int paragraph(String keys, Lines lines, int at, int times) {
        int step = keys.equals("}") ? 1 : -1;
        int line = lines.index(at);
        int last = lines.count() - 1;
        for (int i = 0; i < times; i++) {
            while (line >= 0 && line <= last && lines.isEmpty(lines.startOf(line))) {
                line += step;
            }
            while (line >= 0 && line <= last && !lines.isEmpty(lines.startOf(line))) {
                line += step;
            }
        }
        if (line > last) {
            return lines.length();
        }
        return line < 0 ? 0 : lines.startOf(line);
    }

    // ---- letters on the line

    private @Nullable Move find(String keys, Lines lines, int at, int times) {
        boolean isMark = keys.length() == 2 && "'`".indexOf(keys.charAt(0)) >= 0;
        if (isMark) {
            return mark(keys, lines);
        }
        boolean isFind = keys.length() >= 2 && "fFtT".indexOf(keys.charAt(0)) >= 0;
        if (!isFind) {
            return words(keys, lines, at, times);
        }
        found = keys.charAt(0);
        letter = keys.charAt(1);
        return letter(found, lines, at, times, false);
    }

    /// To the place itself, or to the text of its line.
    private @Nullable Move mark(String keys, Lines lines) {
        var place = marks.get(keys.charAt(1));
        if (place == null) {
            return null;
        }
        int there = lines.onLine(place);
        return keys.charAt(0) == '`'
                ? exclusive(there)
                : new Move(lines.firstNonBlank(there), Kind.LINES);
    }

    private @Nullable Move again(boolean isReversed, Lines lines, int at, int times) {
        if (found == 0) {
            return null;
        }
        char other =
                Character.isLowerCase(found)
                        ? Character.toUpperCase(found)
                        : Character.toLowerCase(found);
        return letter(isReversed ? other : found, lines, at, times, true);
    }

    /// @param isAgain whether one that is right beside the caret is left out by `t`
    private @Nullable Move letter(char kind, Lines lines, int at, int times, boolean isAgain) {
        boolean isForwards = Character.isLowerCase(kind);
        boolean isTill = kind == 't' || kind == 'T';
        int step = isForwards ? 1 : -1;
        int i = at + (isAgain && isTill && times == 1 ? step : 0);
        for (int left = times; left > 0; left--) {
            do {
                i += step;
                if (i < lines.start(at) || i >= lines.end(at)) {
                    return null;
                }
            } while (lines.text().charAt(i) != letter);
        }
        int to = isTill ? i - step : i;
        return new Move(to, isForwards ? Kind.INCLUSIVE : Kind.EXCLUSIVE);
    }

    // ---- words

    private static @Nullable Move words(String keys, Lines lines, int at, int times) {
        var kind = keys.toLowerCase(Locale.ROOT);
        var words = new Words(lines, !keys.equals(kind));
        int to = at;
        for (int i = 0; i < times; i++) {
            switch (kind) {
                case "w" -> to = words.next(to);
                case "b" -> to = words.before(to);
                case "e" -> to = words.end(to);
                case "ge" -> to = words.endBefore(to);
                default -> {
                    return null;
                }
            }
        }
        boolean isEnd = kind.endsWith("e");
        return new Move(to, isEnd ? Kind.INCLUSIVE : Kind.EXCLUSIVE);
    }

    private @Nullable Move wordAt(boolean isForwards, Lines lines, int at) {
        var words = new Words(lines, false);
        int start = at;
        while (start < lines.end(at) && !isInWord(lines, start)) {
            start++;
        }
        if (start == lines.end(at)) {
            return null;
        }
        start = words.runStart(start);
        word = lines.text().substring(start, words.runEnd(start));
        isWordForwards = isForwards;
        return wordAgain(true, lines, start);
    }

    private static boolean isInWord(Lines lines, int at) {
        char c = lines.text().charAt(at);
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /// Goes around the end of the text.
    private @Nullable Move wordAgain(boolean isSameWay, Lines lines, int at) {
        if (word.isEmpty()) {
            return null;
        }
        boolean isForwards = isWordForwards == isSameWay;
        int length = Math.max(1, lines.length());
        for (int i = 1; i <= length; i++) {
            int to = Math.floorMod(isForwards ? at + i : at - i, length);
            boolean isHere = lines.text().startsWith(word, to);
            int end = to + word.length();
            if (isHere
                    && (to == 0 || !isInWord(lines, to - 1))
                    && (end >= lines.length() || !isInWord(lines, end))) {
                return exclusive(to);
            }
        }
        return null;
    }
}
