package org.cellist.app.ui.editor.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.cellist.app.notebook.ipython.IpythonCell;
import org.junit.jupiter.api.Test;

class IpythonCellTest {

    @Test
    void lineMagicsAndShellLinesDoNotBreakThePythonAroundThem() {
        assertShown(
                """
                if x:
                    %matplotlib inline
                    !pip install "값" # 주석
                    return 1
                """,
                """
                keyword‹if›
                keyword‹%matplotlib›
                keyword‹!› function‹pip› string‹"값"› comment‹# 주석›
                keyword‹return› number‹1›
                """);
    }

    @Test
    void codeAfterATimingMagicIsPython() {
        assertShown(
                "%timeit sum(range(10))\n",
                "keyword‹%timeit› function‹sum› function‹range› " + "number‹10›");
    }

    @Test
    void magicsAndShellLinesCanBeAssigned() {
        assertShown(
                """
                files = !ls -l
                env = %env HOME
                x = 10 != 3
                """,
                """
                keyword‹!› function‹ls›
                keyword‹%env›
                number‹10› number‹3›
                """);
    }

    @Test
    void aPercentSignInsideAStatementIsAnOperator() {
        assertShown(
                """
                x = (10
                  % 3)
                s = '''
                %d and
                !x'''
                y = a \\
                  % b
                """,
                """
                number‹10›
                number‹3›
                string‹'''
                %d and
                !x'''›
                """);
    }

    @Test
    void questionMarksAskForHelp() {
        assertShown("np.zeros?\n??len\nx = 1\n", "keyword‹np.zeros?› keyword‹??len› number‹1›");
    }

    @Test
    void aCellMagicSwitchesTheLanguage() {
        assertShown("%%bash\necho $x\n", "keyword‹%%bash› function‹echo› constant‹$x›");
        assertShown("%%javascript\nlet x = 1\n", "keyword‹%%javascript› keyword‹let› number‹1›");
        assertShown("%%html\n<b>x</b>\n", "keyword‹%%html› tag‹b› tag‹b›");
        assertShown("%%sql db\nSELECT 1\n", "keyword‹%%sql› keyword‹SELECT› number‹1›");
        assertShown("%%R -i x\nf(1L)\n", "keyword‹%%R› function‹f› number‹1L›");
        assertShown("%%writefile a.json\n[1]\n", "keyword‹%%writefile› number‹1›");
        assertShown("%%script bash\nls\n", "keyword‹%%script› function‹ls›");
    }

    @Test
    void aCellMagicThatTimesOrCapturesKeepsPython() {
        assertShown("%%time\nreturn 1\n", "keyword‹%%time› keyword‹return› number‹1›");
        assertShown("%%capture out\nprint(1)\n", "keyword‹%%capture› function‹print› number‹1›");
    }

    @Property
    void theTextForTheGrammarKeepsEveryOffset(
            @ForAll @Chars({'a', '%', '!', '?', '\n', ' ', '=', '\'', '(', '\\', '한'})
                    String text) {
        var cell = IpythonCell.of(text);

        assertEquals(text.length(), cell.python().length());
        int end = 0;
        for (var part : cell.parts()) {
            assertEquals(Math.max(end, part.start()), part.start());
            assertEquals(Math.max(part.start(), part.end()), part.end());
            end = part.end();
        }
        assertEquals(Math.min(end, text.length()), end);
    }

    private static void assertShown(String cell, String expected) {
        assertEquals(expected.strip().replace("›\n", "› "), Shown.of(cell, EditorLanguage.PYTHON));
    }
}
