package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void aSourceWithoutCarriageReturnsIsPassedThrough() {
        var source = sourceOf("하나\n둘 😀");

        assertEquals(6, source.toSource(6));
        assertEquals(6, source.toShown(6));
    }

    @Test
    void offsetsCountALongLineEndAsOneWhereItIsShown() {
        var source = sourceOf("a\r\nb\r\nc");

        assertEquals(6, source.toSource(4));
        assertEquals(4, source.toShown(6));
    }

    @Test
    void typedLineEndsBecomeThoseOfTheSource() {
        assertEquals("x\r\ny", sourceOf("a\r\nb").withOwnLineEnds("x\ny"));
        assertEquals("x\ny", sourceOf("a\nb\r").withOwnLineEnds("x\ny"));
        assertEquals("x\ny", sourceOf("ab").withOwnLineEnds("x\ny"));
    }

    @Property
    void everyShownOffsetLeadsToItsCharacterInTheSourceAndBack(
            @ForAll @Chars({'a', '\n', '\r', '한'}) String text) {
        var source = sourceOf(text);
        var shown = SourceText.shown(text);

        for (int i = 0; i < shown.length(); i++) {
            char original = text.charAt(source.toSource(i));
            assertEquals(shown.charAt(i), original == '\r' ? '\n' : original);
            assertEquals(i, source.toShown(source.toSource(i)));
        }
        assertEquals(text.length(), source.toSource(shown.length()));
    }

    @Property
    void offsetsOneAfterTheOtherAreWhatEachIsByItself(
            @ForAll @Chars({'a', '\n', '\r', '한'}) String text,
            @ForAll List<@IntRange(max = 300) Integer> places) {
        var source = sourceOf(text);
        int length = SourceText.shown(text).length();
        var inOrder = source.toSourceInOrder();

        for (int place : places) {
            int shown = Math.min(place, length);
            assertEquals(source.toSource(shown), inOrder.applyAsInt(shown));
        }
    }

    @Property
    void theHeightCountsTheLinesThatAreShown(@ForAll @Chars({'a', '\n', '\r'}) String text) {
        long lines = SourceText.shown(text).chars().filter(c -> c == '\n').count() + 1;

        assertEquals(EditorMetrics.heightFor((int) lines), EditorMetrics.heightFor(text));
    }

    private static SourceText sourceOf(String text) {
        var source = new SourceText();
        source.set(text);
        return source;
    }
}
