package org.cellist.app.ui.editor.caret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaretsTest {

    @Test
    void caretsThatMeetBecomeOneInTheOrderOfTheText() {
        var ranges =
                List.of(
                        new CaretRange(9, 5),
                        CaretRange.at(5),
                        new CaretRange(1, 3),
                        new CaretRange(3, 4));

        var carets = Carets.of(ranges, 2);

        assertEquals(
                List.of(new CaretRange(1, 3), new CaretRange(3, 4), new CaretRange(9, 5)),
                carets.all());
        assertEquals(new CaretRange(1, 3), carets.own());
        assertEquals(2, carets.others().size());
    }

    @Test
    void aRangeStaysWithItsTextWhenTheTextBeforeItChanges() {
        var range = new CaretRange(4, 8);

        assertEquals(new CaretRange(6, 10), range.after(new Change(1, 1, 3)));
        assertEquals(new CaretRange(2, 4), range.after(new Change(2, 4, 0)));
        assertEquals(range, range.after(new Change(8, 0, 5)));
    }

    @Test
    void aHangulSyllableTakesTwoColumnsAndATabGoesToTheNextEighth() {
        assertEquals(6, Columns.at("한글ab", 4));
        assertEquals(9, Columns.at("a\tb", 3));
        assertEquals(1, Columns.index("한글", 2));
        assertEquals(1, Columns.index("한글", 3));
        assertEquals(2, Columns.index("한글", 40));
    }

    @Test
    void aRectangleSelectsTheSameColumnsOfEachLine() {
        var ranges = Columns.within(List.of("abcdef", "한글x", "a"), 100, 2, 4);

        assertEquals(
                List.of(new CaretRange(102, 104), new CaretRange(108, 109), CaretRange.at(112)),
                ranges);
    }

    @Test
    void aWordIsFoundAsAWholeWordAndOtherTextAnywhere() {
        var text = "x = xy + x\nX";

        var word = new Occurrences(text, new CaretRange(0, 1));
        var part = new Occurrences(text, new CaretRange(5, 6));

        assertEquals(List.of(new CaretRange(0, 1), new CaretRange(9, 10)), word.all());
        assertEquals(List.of(new CaretRange(5, 6)), part.all());
    }

    @Test
    void theNextOccurrenceBeginsAnewAtTheEndUntilAllAreTaken() {
        var text = "ab ab ab";
        var occurrences = new Occurrences(text, new CaretRange(6, 8));
        var first = new CaretRange(0, 2);
        var second = new CaretRange(3, 5);
        var third = new CaretRange(6, 8);

        assertEquals(Optional.of(first), occurrences.next(8, List.of(third)));
        assertEquals(Optional.of(second), occurrences.next(2, List.of(first, third)));
        assertEquals(Optional.empty(), occurrences.next(5, List.of(first, second, third)));
    }
}
