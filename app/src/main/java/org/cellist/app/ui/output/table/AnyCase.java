package org.cellist.app.ui.output.table;

/// Words within words, in whatever case. Immutable.
final class AnyCase {

    private AnyCase() {}

    static boolean contains(String text, String words) {
        int last = text.length() - words.length();
        for (int at = 0; at <= last; at++) {
            if (text.regionMatches(true, at, words, 0, words.length())) {
                return true;
            }
        }
        return false;
    }
}
