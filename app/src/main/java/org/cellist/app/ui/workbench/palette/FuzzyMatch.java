package org.cellist.app.ui.workbench.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a few letters fit a name: they come in it in this order. Immutable.
///
/// Letters that begin words or follow one another count more, and so does a short name. A Korean
/// consonant fits every syllable that begins with it (ㅅㅎ fits 실행), as Korean search fields do.
/// Spaces divide the letters into parts that are looked for each by itself.
///
/// @param score how well it fits; more is better
/// @param places which characters of the name fit, in UTF-16 units, ascending, each once
record FuzzyMatch(int score, List<Integer> places) {

    private static final int LETTER = 1;
    private static final int NEXT_TO_LAST = 5;
    private static final int WORD = 8;
    private static final int WHOLE_START = 6;
    private static final int NEVER = Integer.MIN_VALUE / 2;

    /// The initial consonants of Hangul's syllable block, in its order.
    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    private static final int SYLLABLES_OF_AN_INITIAL = 588;

    FuzzyMatch {
        places = List.copyOf(places);
    }

    /// Returns how letters fit a name; empty when they do not. No letters fit everything.
    static Optional<FuzzyMatch> of(String letters, String name) {
        int score = -name.length() / 8;
        var places = new ArrayList<Integer>();
        for (var part : letters.strip().split("\\s+", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            var one = part(part.toLowerCase(Locale.ROOT), name);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            score += one.get().score;
            places.addAll(one.get().places);
        }
        return Optional.of(new FuzzyMatch(score, places.stream().distinct().sorted().toList()));
    }

    /// The best way to find the letters, by dynamic programming over (letter, place in the name).
    private static Optional<FuzzyMatch> part(String letters, String name) {
        if (!comesIn(letters, name)) {
            return Optional.empty();
        }
        int[][] best = new int[letters.length()][name.length()];
        int[][] before = new int[letters.length()][name.length()];
        for (int i = 0; i < letters.length(); i++) {
            for (int j = 0; j < name.length(); j++) {
                best[i][j] = NEVER;
                if (!fits(letters.charAt(i), name.charAt(j))) {
                    continue;
                }
                int here = LETTER + (beginsWord(name, j) ? WORD : 0);
                if (i == 0) {
                    best[i][j] = here + (j == 0 ? WHOLE_START : 0);
                    continue;
                }
                for (int k = i - 1; k < j; k++) {
                    int sum = best[i - 1][k] + here + (k == j - 1 ? NEXT_TO_LAST : 0);
                    if (sum > best[i][j]) {
                        best[i][j] = sum;
                        before[i][j] = k;
                    }
                }
            }
        }
        return best(best, before);
    }

    private static Optional<FuzzyMatch> best(int[][] best, int[][] before) {
        int last = best.length - 1;
        int at = -1;
        for (int j = 0; j < best[last].length; j++) {
            if (best[last][j] > 0 && (at < 0 || best[last][j] > best[last][at])) {
                at = j;
            }
        }
        if (at < 0) {
            return Optional.empty();
        }
        int score = best[last][at];
        var places = new ArrayList<Integer>();
        for (int i = last; i >= 0; i--) {
            places.addFirst(at);
            at = before[i][at];
        }
        return Optional.of(new FuzzyMatch(score, places));
    }

    /// Returns whether the letters come in a name in their order. Most names are settled by this.
    private static boolean comesIn(String letters, String name) {
        int found = 0;
        for (int i = 0; i < name.length() && found < letters.length(); i++) {
            if (fits(letters.charAt(found), name.charAt(i))) {
                found++;
            }
        }
        return found == letters.length();
    }

    private static boolean beginsWord(String name, int place) {
        return place == 0 || !Character.isLetterOrDigit(name.charAt(place - 1));
    }

    private static boolean fits(char letter, char inName) {
        if (letter == Character.toLowerCase(inName)) {
            return true;
        }
        int initial = INITIALS.indexOf(letter);
        return initial >= 0
                && inName >= '가'
                && inName <= '힣'
                && (inName - '가') / SYLLABLES_OF_AN_INITIAL == initial;
    }
}
