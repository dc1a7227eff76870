package org.cellist.app.ui.editor.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NameMatchTest {

    @Test
    void theSameComesBeforeTheBeginningBeforeCapitalsBeforeScatteredLetters() {
        assertEquals(
                List.of("read", "reader", "ReadMe", "re_add", "ru_e_a_d"),
                matched("read", "ru_e_a_d", "re_add", "ReadMe", "reader", "read", "bread"));
    }

    @Test
    void equalsKeepTheKernelsOrder() {
        assertEquals(List.of("b", "a", "c"), matched("", "b", "a", "c"));
    }

    @Test
    void thePlacesAreThoseOfTheTypedLetters() {
        var match = NameMatch.of(suggestions("read_csv"), "rcsv").getFirst();

        assertEquals(List.of(0, 5, 6, 7), match.places());
    }

    private static List<String> matched(String typed, String... names) {
        return NameMatch.of(suggestions(names), typed).stream()
                .map(it -> it.suggestion().text())
                .toList();
    }

    private static List<Suggestion> suggestions(String... names) {
        return Stream.of(names)
                .map(name -> new Suggestion(name, Suggestion.Kind.OTHER, ""))
                .toList();
    }
}
