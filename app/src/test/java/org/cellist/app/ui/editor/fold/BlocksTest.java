package org.cellist.app.ui.editor.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Test
    void aLineBeginsABlockOfThoseThatAreIndentedDeeper() {
        assertEquals(
                List.of("def f():|2", "if x:|1"),
                blocks("def f():\n    if x:\n        y\n\n\nz\n"));
    }

    @Test
    void aClosingBracketStaysOutside() {
        assertEquals("x = [\n]", folded("x = [\n    1,\n    2,\n]"));
    }

    @Test
    void blankLinesBelowABlockStay() {
        assertEquals("if x:\n\n\nz", folded("if x:\n    y\n\n\nz"));
    }

    @Test
    void commentsBelongWhereTheCodeBelowThemDoes() {
        assertEquals("def f():\nz", folded("def f():\n    x\n# no end\n    y\nz"));
        assertEquals("def f():\n# another\nz", folded("def f():\n    x\n# another\nz"));
        assertEquals("def f():\nz", folded("def f():\n    x\n    # the last\nz"));
    }

    @Test
    void aStringOfSeveralLinesEndsNoBlock() {
        var text = "def f():\n    '''\nedge\n    '''\nz";
        int string = text.indexOf("'''");
        int end = text.lastIndexOf("'''");
        var found = Blocks.in(text, "#", at -> at > string && at < end);

        assertEquals("def f():\nz", Folds.of(found).shown(text));
    }

    @Test
    void theInnermostBlockIsTakenThatIsNotFoldedYet() {
        var text = "def f():\n    if x:\n        y\nz";
        var all = Blocks.in(text, "#", _ -> false);
        int caret = text.indexOf("y");
        var inner = Blocks.around(all, Folds.NONE, text, caret).orElseThrow();
        var outer = Blocks.around(all, Folds.of(List.of(inner)), text, caret).orElseThrow();

        assertEquals("def f():\n    if x:\nz", Folds.of(List.of(inner)).shown(text));
        assertEquals("def f():\nz", Folds.of(List.of(outer)).shown(text));
    }

    @Property
    void blocksGoFromOneLineEndToAnother(@ForAll @Chars({'a', ' ', '\n', '#', '\t'}) String text) {
        for (var block : Blocks.in(text, "#", _ -> false)) {
            var hidden = text.substring(block.start(), block.end());
            assertEquals('\n', hidden.charAt(0));
            assertEquals(block.lines(), hidden.chars().filter(c -> c == '\n').count());
            assertEquals(true, block.end() == text.length() || text.charAt(block.end()) == '\n');
        }
    }

    private static String folded(String text) {
        return Folds.of(Blocks.in(text, "#", _ -> false)).shown(text);
    }

    private static List<String> blocks(String text) {
        var found = new ArrayList<String>();
        for (var block : Blocks.in(text, "#", _ -> false)) {
            int start = text.lastIndexOf('\n', block.start() - 1) + 1;
            found.add(text.substring(start, block.start()).strip() + "|" + block.lines());
        }
        return found;
    }
}
