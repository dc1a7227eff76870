package org.cellist.kernel.runtime.terminal;

/// What a terminal has said, as much of it as is needed to find its end in what a server repeats.
///
/// A server keeps the last thousand pieces that a terminal wrote, and sends them as one to whoever
/// connects. They begin somewhere in what was heard before, or with it, or behind it; what comes
/// after its end is new.
///
/// Not thread-safe.
public final class Heard {

    /// Longer than what a program says twice by chance, shorter than what a server keeps.
    private static final int KEPT = 1 << 18;

    /// So few letters may be the same by chance.
    private static final int LEAST = 256;

    /// Servers leave nothing out of fewer.
    private static final int KEPT_PIECES = 1000;

    private final StringBuilder tail = new StringBuilder();
    private boolean isWhole = true; // whether the tail is all there was

    /// Nothing was heard yet.
    public Heard() {}

    /// Takes what came next.
    public void add(String text) {
        tail.append(text);
        if (tail.length() > 2 * KEPT) {
            tail.delete(0, tail.length() - KEPT);
            isWhole = false;
        }
    }

    /// Forgets what was heard: what is added next is all there is.
    public void clear() {
        tail.setLength(0);
        isWhole = true;
    }

    /// Returns where in a repetition begins what was not heard yet; negative where nobody can tell.
    public int newFrom(String repeated) {
        var known = tail.toString();
        boolean isSure = known.length() >= LEAST || repeated.length() < KEPT_PIECES;
        if (isWhole && isSure && repeated.startsWith(known)) {
            return known.length();
        }
        int common = overlap(repeated, known);
        if (common >= LEAST) {
            return common;
        }
        int at = known.length() < LEAST ? -1 : repeated.indexOf(known);
        return at >= 0 && at == repeated.lastIndexOf(known) ? at + known.length() : -1;
    }

    /// Returns the length of the longest beginning of the one with which the other ends, by the
    /// algorithm of Knuth, Morris and Pratt.
    private static int overlap(String beginning, String ending) {
        int most = Math.min(beginning.length(), ending.length());
        var fallbacks = new int[most + 1];
        for (int i = 1, length = 0; i < most; i++) {
            while (length > 0 && beginning.charAt(i) != beginning.charAt(length)) {
                length = fallbacks[length];
            }
            if (beginning.charAt(i) == beginning.charAt(length)) {
                length++;
            }
            fallbacks[i + 1] = length;
        }
        int length = 0;
        for (int i = ending.length() - most; i < ending.length(); i++) {
            while (length > 0 && (length == most || ending.charAt(i) != beginning.charAt(length))) {
                length = fallbacks[length];
            }
            if (most > 0 && ending.charAt(i) == beginning.charAt(length)) {
                length++;
            }
        }
        return length;
    }
}
