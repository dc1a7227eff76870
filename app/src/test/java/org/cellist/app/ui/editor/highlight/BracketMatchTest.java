package org.cellist.app.ui.editor.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BracketMatchTest {

    @Test
    void theBracketBeforeTheCaretComesFirst() {
        assertEquals(Optional.of(new BracketMatch(1, 3)), at("f(x)", 2));
        assertEquals(Optional.of(new BracketMatch(3, 1)), at("f(x)", 4));
        assertEquals(Optional.of(new BracketMatch(1, 3)), at("f(x)", 1));
        assertEquals(Optional.empty(), at("f(xy)", 3));
    }

    @Test
    void bracketsWithinAreSkipped() {
        assertEquals(Optional.of(new BracketMatch(0, 11)), at("[(a, {b}), ]", 0));
    }

    @Test
    void bracketsInStringsAndCommentsAreText() {
        assertEquals(Optional.of(new BracketMatch(0, 6)), at("(']', )  # )", 1));
        assertEquals(Optional.empty(), at("'('", 2));
        assertEquals(Optional.empty(), at("# (", 3));
    }

    @Test
    void aBracketWithoutAPartnerOrWithAnotherKindHasNone() {
        assertEquals(Optional.of(new BracketMatch(1, -1)), at("f(x", 2));
        assertEquals(Optional.of(new BracketMatch(0, -1)), at("(x]", 0));
        assertEquals(Optional.of(new BracketMatch(1, -1)), at("x)", 2));
    }

    @Test
    void aPartnerFartherThanIsLookedIsNotSaidToBeMissing() {
        var far = "(" + " ".repeat(BracketMatch.FARTHEST) + ")";

        assertEquals(Optional.empty(), at(far, 0));
        assertEquals(Optional.empty(), at(far, far.length()));
    }

    private static Optional<BracketMatch> at(String text, int caret) {
        var highlight = new Highlighters().highlight(new Object(), text, EditorLanguage.PYTHON);
        return BracketMatch.at(highlight, caret);
    }
}
