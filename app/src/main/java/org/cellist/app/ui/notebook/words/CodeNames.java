package org.cellist.app.ui.notebook.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The names in a part of some code, in their order. Immutable.
///
/// @param source the whole code
/// @param from where the part begins
/// @param to where it ends
record CodeNames(String source, int from, int to, List<Name> all) {

    private static final Pattern NAME =
            Pattern.compile("\\b[\\p{L}_]\\w{2,80}\\b", Pattern.UNICODE_CHARACTER_CLASS);

    /// One of them, and where it stands in the code. Immutable.
    record Name(String text, int start, boolean followsDot) {

        int end() {
            return start + text.length();
        }
    }

    static CodeNames in(String source, int from, int to) {
        var names = new ArrayList<Name>();
        var matcher = NAME.matcher(source).region(from, to).useTransparentBounds(true);
        while (matcher.find()) {
            int start = matcher.start();
            boolean followsDot = start > 0 && source.charAt(start - 1) == '.';
            names.add(new Name(matcher.group(), start, followsDot));
        }
        return new CodeNames(source, from, to, List.copyOf(names));
    }

    boolean isOf(String otherSource, int otherFrom, int otherTo) {
        return from == otherFrom && to == otherTo && source.equals(otherSource);
    }
}
