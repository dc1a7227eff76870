package org.cellist.app.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Stretches of a text by what their letters are: `p` plain, `w` wide, `e` emoji, each with how
/// many units it has.
class LetterRunsTest {

    @ParameterizedTest
    @CsvSource({
        "abc, p3",
        "한글, w2",
        "'a 한글 b', p2 w2 p2",
        "'한 글 a', w3 p2",
        "漢字かな, w4",
        "a😀b, p1 e2 p1",
        "😀😁한, e4 w1",
        "👩‍💻, e5",
        "'→ é', p3"
    })
    void stretchesAreOfOneKind(String text, String stretches) {
        assertEquals(stretches, shown(text, 100));
    }

    @ParameterizedTest
    @CsvSource({"1, p5", "2, p1 w4", "3, p1 w1 p3"})
    void theLastOneHasAllThatIsLeft(int most, String stretches) {
        assertEquals(stretches, shown("a한b글c", most));
    }

    private static String shown(String text, int most) {
        int[] at = {0};
        return LetterRuns.of(text, most).stream()
                .map(
                        stretch -> {
                            int length = stretch.end() - at[0];
                            at[0] = stretch.end();
                            return letter(stretch.kind()) + length;
                        })
                .collect(Collectors.joining(" "));
    }

    private static String letter(LetterRuns.Kind kind) {
        return switch (kind) {
            case PLAIN -> "p";
            case WIDE -> "w";
            case EMOJI -> "e";
        };
    }
}
