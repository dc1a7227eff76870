package org.cellist.app.ui.editor.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class FoldsTest {

    private static final String TEXT = "a\n b\n c\nd\n e\nf";
    private static final Folds BOTH = Folds.of(List.of(new Fold(1, 7, 2), new Fold(9, 12, 1)));

    @Test
    void whatIsHiddenIsShownAtTheEndOfTheLineAboveIt() {
        assertEquals("a\nd\nf", BOTH.shown(TEXT));
        assertEquals(1, BOTH.toShown(4));
        assertEquals(1, BOTH.toShown(7));
        assertEquals(1, BOTH.toWhole(1));
        assertEquals(8, BOTH.toWhole(2));
        assertEquals(3, BOTH.hiddenLines());
        assertEquals(2, BOTH.hiddenLinesBefore(2));
    }

    @Test
    void aBlockWithinAnotherIsHiddenWithIt() {
        assertEquals(
                List.of(new Fold(1, 7, 2)),
                Folds.of(List.of(new Fold(4, 7, 1), new Fold(1, 7, 2))).all());
    }

    @Test
    void whatIsFoldedInABlockIsStillFoldedWhenThatIsOpened() {
        var inner = new Fold(4, 7, 1);
        var outer = new Fold(1, 7, 2);
        var folds = Folds.of(List.of(inner)).with(List.of(outer));

        assertEquals("a\nd\n e\nf", folds.shown(TEXT));
        assertEquals(List.of(inner), folds.without(List.of(outer)).all());
        assertEquals(List.of(), folds.withoutAllIn(List.of(outer)).all());
        assertEquals(Folds.NONE, folds.without(List.of(outer, inner)));
        assertEquals(
                List.of(new Fold(6, 9, 1)),
                folds.after(0, 0, 2).without(List.of(new Fold(3, 9, 2))).all());
        assertEquals(Folds.NONE, folds.after(2, 1, 1));
    }

    @Test
    void aPlaceInABlockIsHiddenByAllAroundIt() {
        var inner = new Fold(4, 7, 1);
        var outer = new Fold(1, 7, 2);
        var folds = Folds.of(List.of(inner, outer));

        assertEquals(List.of(outer), folds.hiding(3, 3));
        assertEquals(List.of(outer, inner), folds.hiding(6, 6));
    }

    @Test
    void foldsMoveWithTheTextAroundThem() {
        assertEquals(List.of(new Fold(3, 9, 2), new Fold(11, 14, 1)), BOTH.after(0, 0, 2).all());
        assertEquals(List.of(new Fold(1, 7, 2), new Fold(8, 11, 1)), BOTH.after(8, 1, 0).all());
        assertEquals(List.of(new Fold(9, 12, 1)), BOTH.after(4, 1, 1).all());
    }

    @Property
    void everyShownPlaceLeadsToItsCharacterAndBack(
            @ForAll @Chars({'a', ' ', '\n', '한', '\ud83d'}) String text, @ForAll Random random) {
        var some = new ArrayList<>(Blocks.in(text, "", _ -> false));
        some.removeIf(_ -> random.nextBoolean());
        var folds = Folds.of(some);
        var shown = folds.shown(text);

        for (int i = 0; i <= shown.length(); i++) {
            assertEquals(i, folds.toShown(folds.toWhole(i)));
            boolean isHeader = folds.at(i).isPresent();
            if (i < shown.length() && !isHeader) {
                assertEquals(shown.charAt(i), text.charAt(folds.toWhole(i)));
            }
        }
        for (int i = 0; i <= text.length(); i++) {
            int back = folds.toWhole(folds.toShown(i));
            assertTrue(back == i || !folds.hiding(i, i).isEmpty());
        }
    }

    @Test
    void foldsOfACellMoveWithWhatOthersChangeMeanwhile() {
        var cell = new FoldedCode();
        cell.keep(TEXT, BOTH);

        assertEquals("new\na\nd\nf", cell.in("new\n" + TEXT).shown("new\n" + TEXT));
        assertEquals(
                "a\n b\n C\nd\nf", cell.in("a\n b\n C\nd\n e\nf").shown("a\n b\n C\nd\n e\nf"));
    }

    @Test
    void aLineEndsWithWhatIsFoldedToIt() {
        var cell = new FoldedCode();
        cell.keep(TEXT, BOTH);

        assertEquals(7, cell.withFolded(TEXT, 1));
        assertEquals(9, cell.withFolded(TEXT.replace("\n", "\r\n"), 1));
        assertEquals(0, cell.withFolded(TEXT, 0));
    }
}
