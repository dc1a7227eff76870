package org.cellist.app.notebook.find;

import java.util.Set;

/// What a person looks for, and where. Immutable.
///
/// @param text the words, or a regular expression
/// @param matchesCase whether `a` and `A` differ
/// @param wholeWord whether no letter or digit of any script may go on before or after a match
/// @param isPattern whether `text` is a regular expression, as `java.util.regex` has them
/// @param places in which parts of a notebook
public record FindQuery(
        String text,
        boolean matchesCase,
        boolean wholeWord,
        boolean isPattern,
        Set<FindPlace> places) {

    /// Looks for nothing.
    public static final FindQuery NONE = new FindQuery("", false, false, false, FindPlace.SOURCES);

    public FindQuery {
        places = Set.copyOf(places);
    }

    /// Returns the query that finds exactly these words in sources, in whatever case.
    public static FindQuery of(String words) {
        return new FindQuery(words, false, false, false, FindPlace.SOURCES);
    }

    public FindQuery withText(String now) {
        return new FindQuery(now, matchesCase, wholeWord, isPattern, places);
    }

    public FindQuery withCase(boolean now) {
        return new FindQuery(text, now, wholeWord, isPattern, places);
    }

    public FindQuery withWholeWord(boolean now) {
        return new FindQuery(text, matchesCase, now, isPattern, places);
    }

    public FindQuery withPattern(boolean now) {
        return new FindQuery(text, matchesCase, wholeWord, now, places);
    }

    public FindQuery withPlaces(Set<FindPlace> now) {
        return new FindQuery(text, matchesCase, wholeWord, isPattern, now);
    }
}
