package org.cellist.app.ui.editor.completion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How a suggestion goes with what was typed: the same text before one that begins with it, then
/// one that begins so but for capitals, then one that shares the first letter and has the others
/// in this order.
///
/// Immutable.
///
/// @param rank lower is better
/// @param places of the letters that were typed, in the suggestion's text
record NameMatch(Suggestion suggestion, int rank, List<Integer> places) {

    private static final int SAME = 0;
    private static final int BEGINS = 1;
    private static final int BEGINS_BUT_FOR_CAPITALS = 2;
    private static final int SCATTERED = 3;

    /// Returns the suggestions that go with a text, the best first; equals keep their order.
    static List<NameMatch> of(List<Suggestion> suggestions, String typed) {
        var matches = new ArrayList<NameMatch>();
        for (var each : suggestions) {
            var match = of(each, typed);
            if (match != null) {
                matches.add(match);
            }
        }
        matches.sort(Comparator.comparingInt(NameMatch::rank));
        return matches;
    }

    private static @Nullable NameMatch of(Suggestion suggestion, String typed) {
        var text = suggestion.text();
        if (text.startsWith(typed)) {
            int rank = text.length() == typed.length() ? SAME : BEGINS;
            return new NameMatch(suggestion, rank, firstPlaces(typed.length()));
        }
        if (text.regionMatches(true, 0, typed, 0, typed.length())) {
            return new NameMatch(suggestion, BEGINS_BUT_FOR_CAPITALS, firstPlaces(typed.length()));
        }
        var places = scattered(text, typed);
        return places.isEmpty()
                ? null
                : new NameMatch(suggestion, SCATTERED + span(places) - typed.length(), places);
    }

    private static List<Integer> firstPlaces(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static List<Integer> scattered(String text, String typed) {
        var places = new ArrayList<Integer>();
        if (indexIgnoringCase(text, typed.charAt(0), 0) != 0) {
            return places;
        }
        int at = 0;
        for (int i = 0; i < typed.length(); i++) {
            at = indexIgnoringCase(text, typed.charAt(i), at);
            if (at < 0) {
                return List.of();
            }
            places.add(at++);
        }
        return places;
    }

    private static int indexIgnoringCase(String text, char wanted, int from) {
        char lower = Character.toLowerCase(wanted);
        for (int i = from; i < text.length(); i++) {
            if (Character.toLowerCase(text.charAt(i)) == lower) {
                return i;
            }
        }
        return -1;
    }

    private static int span(List<Integer> places) {
        return places.getLast() - places.getFirst() + 1;
    }
}
