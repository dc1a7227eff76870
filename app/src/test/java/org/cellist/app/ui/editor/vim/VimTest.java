package org.cellist.app.ui.editor.vim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cellist.app.ui.editor.vim.VimStep.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys and what they make of a text; `|` is where the caret stands, before the character that the
/// block lies on. `_` is an empty text, `\n` a line end.
class VimTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            textBlock =
                    """
                    |one two    ¦ l        ¦ o|ne two
                    on|e        ¦ l        ¦ on|e
                    one two|    ¦ b        ¦ one |two
                    |one.two x  ¦ w        ¦ one|.two x
                    |one.two x  ¦ W        ¦ one.two |x
                    |one two    ¦ e        ¦ on|e two
                    o|ne two    ¦ 2e       ¦ one tw|o
                    one two|    ¦ ge       ¦ on|e two
                    |a\\n\\nb   ¦ w        ¦ a\\n|\\nb
                    a\\n\\n|b   ¦ b        ¦ a\\n|\\nb
                    ab |cd      ¦ 0        ¦ |ab cd
                    "  ab|c"    ¦ ^        ¦ "  |abc"
                    |abc        ¦ $        ¦ ab|c
                    |abc\\nd\\nefg ¦ $j     ¦ abc\\n|d\\nefg
                    |abc\\nd\\nefg ¦ $jj    ¦ abc\\nd\\nef|g
                    ab|c\\nd\\nefg ¦ jj     ¦ abc\\nd\\nef|g
                    |a\\nb\\nc   ¦ G        ¦ a\\nb\\n|c
                    a\\nb\\n|c   ¦ gg       ¦ |a\\nb\\nc
                    |a\\nb\\nc   ¦ 2G       ¦ a\\n|b\\nc
                    |a\\nb\\nc   ¦ :3<CR>   ¦ a\\nb\\n|c
                    |f(a, (b))  ¦ %        ¦ f(a, (b)|)
                    f(a, (b)|)  ¦ %        ¦ f|(a, (b))
                    |a-b-c      ¦ f-       ¦ a|-b-c
                    |a-b-c      ¦ 2f-      ¦ a-b|-c
                    |a-b-c      ¦ f-;      ¦ a-b|-c
                    |a-b-c      ¦ f-;,     ¦ a|-b-c
                    |ab-c-d     ¦ t-       ¦ a|b-c-d
                    |ab-c-d     ¦ t-;      ¦ ab-|c-d
                    a-b-|c      ¦ F-       ¦ a-b|-c
                    a-b-c|d     ¦ T-       ¦ a-b-|cd
                    |a\\nb\\n\\nc ¦ }       ¦ a\\nb\\n|\\nc
                    a\\n\\nb|c   ¦ {        ¦ a\\n|\\nbc
                    |x yx x     ¦ *        ¦ x yx |x
                    x yx |x     ¦ #        ¦ |x yx x
                    |x x x      ¦ *n       ¦ x x |x
                    |x x x      ¦ *N       ¦ |x x x
                    """)
    void motions(String before, String keys, String after) {
        assertBecomes(before, keys, after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            textBlock =
                    """
                    |one two    ¦ dw       ¦ |two
                    one |two    ¦ dw       ¦ "one| "
                    one |two\\nx ¦ dw      ¦ "one| \\nx"
                    |a b c d    ¦ 2dw      ¦ |c d
                    |a b c d    ¦ d2w      ¦ |c d
                    |one two    ¦ de       ¦ | two
                    on|e two    ¦ db       ¦ |e two
                    |one two    ¦ cwx<Esc> ¦ |x two
                    |a b c      ¦ c2wx<Esc> ¦ |x c
                    o|ne        ¦ d$       ¦ |o
                    o|ne        ¦ D        ¦ |o
                    o|ne two    ¦ Cx<Esc>  ¦ o|x
                    one t|wo    ¦ d0       ¦ |wo
                    |a\\nb\\nc   ¦ dd       ¦ |b\\nc
                    a\\nb\\n|c   ¦ dd       ¦ a\\n|b
                    |a\\nb\\nc   ¦ 2dd      ¦ |c
                    |a\\nb\\nc   ¦ dj       ¦ |c
                    a\\n|b\\nc   ¦ dk       ¦ |c
                    |a\\nb\\nc   ¦ dG       ¦ | .
                    a\\n|b\\nc   ¦ dgg      ¦ |c
                    |a          ¦ dd       ¦ | .
                    "  |ab"     ¦ ccx<Esc> ¦ "  |x"
                    "  |ab"     ¦ Sx<Esc>  ¦ "  |x"
                    |abc        ¦ x        ¦ |bc
                    ab|c        ¦ x        ¦ a|b
                    |abc        ¦ 2x       ¦ |c
                    ab|c        ¦ X        ¦ a|c
                    |abc        ¦ sx<Esc>  ¦ |xbc
                    |a-b        ¦ df-      ¦ |b
                    |a-b        ¦ dt-      ¦ |-b
                    a-|b        ¦ dF-      ¦ a|b
                    f|(a)b      ¦ d%       ¦ f|b
                    |a\\nb\\n\\nc ¦ d}      ¦ |\\nc
                    |abc        ¦ ~        ¦ A|bc
                    |abc        ¦ 3~       ¦ AB|C
                    |abc        ¦ rx       ¦ |xbc
                    |abc        ¦ 2rx      ¦ x|xc
                    |abc        ¦ 4rx      ¦ |abc
                    |a b        ¦ gUw      ¦ |A b
                    |A B        ¦ guu      ¦ |a b
                    |aB         ¦ g~~      ¦ |Ab
                    |a\\nb       ¦ J        ¦ a| b
                    |a\\n  b     ¦ J        ¦ a| b
                    |f(\\na)     ¦ J        ¦ f(| a)
                    |f(a\\n)     ¦ J        ¦ f(a|)
                    |a\\nb\\nc   ¦ 3J       ¦ a b| c
                    |a\\nb       ¦ gJ       ¦ a|b
                    |a\\nb       ¦ >>       ¦ "    |a\\nb"
                    |a\\nb       ¦ 2>>      ¦ "    |a\\n    b"
                    "      |a"  ¦ <<       ¦ "  |a"
                    |a\\nb       ¦ >j       ¦ "    |a\\n    b"
                    """)
    void operators(String before, String keys, String after) {
        assertBecomes(before, keys, after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            textBlock =
                    """
                    on|e two    ¦ diw      ¦ | two
                    on|e two x  ¦ daw      ¦ |two x
                    one t|wo    ¦ daw      ¦ on|e
                    one|  two   ¦ diw      ¦ one|two
                    a.b|.c d    ¦ diW      ¦ | d
                    f("a|b")    ¦ di"      ¦ f("|")
                    f("a|b")    ¦ da"      ¦ f(|)
                    |f('ab')    ¦ ci'x<Esc> ¦ f('|x')
                    f(a, b|, c) ¦ di(      ¦ f(|)
                    f(a, (b|))  ¦ da(      ¦ f(a, |)
                    f(a, (b|))  ¦ 2di(     ¦ f(|)
                    f(a, b|)    ¦ dib      ¦ f(|)
                    x[i|][j]    ¦ di[      ¦ x[|][j]
                    {a: b|}     ¦ ci{x<Esc> ¦ {|x}
                    {\\n  a|\\n} ¦ di{     ¦ {\\n|}
                    a\\n|b\\n\\nc ¦ dip     ¦ |\\nc
                    a\\n|b\\n\\nc ¦ dap     ¦ |c
                    <a|b>       ¦ di<      ¦ <|>
                    """)
    void objects(String before, String keys, String after) {
        assertBecomes(before, keys, after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            textBlock =
                    """
                    |ab         ¦ ix<Esc>      ¦ |xab
                    |ab         ¦ ax<Esc>      ¦ a|xb
                    |ab         ¦ Ax<Esc>      ¦ ab|x
                    "  a|b"     ¦ Ix<Esc>      ¦ "  |xab"
                    |ab         ¦ 3ix<Esc>     ¦ xx|xab
                    |ab         ¦ ixy<Esc>.    ¦ xx|yyab
                    "  |a\\nb"  ¦ ox<Esc>      ¦ "  a\\n  |x\\nb"
                    "  |a"      ¦ Ox<Esc>      ¦ "  |x\\n  a"
                    |a          ¦ 2ox<Esc>     ¦ a\\nx\\n|x
                    |a\\nb       ¦ yyp          ¦ a\\n|a\\nb
                    |a\\nb       ¦ yyP          ¦ |a\\na\\nb
                    |a\\nb       ¦ ddp          ¦ b\\n|a
                    |a\\nb       ¦ yy2p         ¦ a\\n|a\\na\\nb
                    |one two    ¦ dwep         ¦ "twoone| "
                    |ab         ¦ xp           ¦ b|a
                    |ab c       ¦ ylP          ¦ |aab c
                    |a          ¦ yy:q<CR>p    ¦ a\\n|a
                    |ab         ¦ "ayl"byyx"ap ¦ b|a
                    |a\\nb\\nc   ¦ dd.          ¦ |c
                    |a b c d e  ¦ dw2.         ¦ |d e
                    |a b c      ¦ cwx<Esc>w.   ¦ x |x c
                    |a\\nb\\nc   ¦ Vjd          ¦ |c
                    |abc        ¦ vld          ¦ |c
                    |abcd       ¦ vld.         ¦ | .
                    ab|c        ¦ vhd          ¦ |a
                    |abc        ¦ vly$p        ¦ abca|b
                    |abc        ¦ vlcx<Esc>    ¦ |xc
                    |abc        ¦ vlU          ¦ |ABc
                    |abc        ¦ vlrx         ¦ |xxc
                    f(a|b)      ¦ vi(d         ¦ f(|)
                    |a\\nb       ¦ VjJ          ¦ a| b
                    |a\\nb\\nc   ¦ Vj>          ¦ "    |a\\n    b\\nc"
                    |a b        ¦ yiwwviwp     ¦ a |a
                    |abc        ¦ v$y          ¦ |abc
                    |abc        ¦ vlod         ¦ |c
                    |abc        ¦ vl<Esc>      ¦ a|bc
                    |가나 다     ¦ dw           ¦ |다
                    |😀b        ¦ x            ¦ |b
                    """)
    void writingPuttingAndSelecting(String before, String keys, String after) {
        assertBecomes(before, keys, after);
    }

    /// A ` .` at the end of what is expected is a blank at its end, or nothing.
    private static void assertBecomes(String before, String keys, String after) {
        var text = new TypedText(plain(before)).press(keys);
        var wanted = plain(after);

        assertEquals(wanted, text.shown());
        assertEquals(VimMode.NORMAL, text.vim.mode());
    }

    private static String plain(String written) {
        boolean isQuoted = written.startsWith("\"") && written.endsWith("\"");
        var text = isQuoted ? written.substring(1, written.length() - 1) : written;
        return text.replace("\\n", "\n").replace(" .", "");
    }

    @Test
    void aSelectionThatEndsBehindTheLineLeavesTheBlockOnIt() {
        assertEquals("a|b\nc", new TypedText("|ab\nc").press("v$v").shown());
    }

    @Test
    void anOddKeyOfACommandIsForgottenAndTheNextOneCounts() {
        assertEquals("|b", new TypedText("|ab").press("dqx").shown());
    }

    @Test
    void edgesAndEscapeLeaveTheText() {
        var text = new TypedText("|a\nb").press("kjj<Esc>:w<CR>uu<C-r>/n");

        assertEquals(
                List.of(
                        Request.LEAVE_UP,
                        Request.LEAVE_DOWN,
                        Request.LEAVE,
                        Request.SAVE,
                        Request.UNDO,
                        Request.UNDO,
                        Request.REDO,
                        Request.FIND,
                        Request.FIND_NEXT),
                text.requests);
    }

    @Test
    void escapeEndsWhatWasBegunBeforeItLeaves() {
        var text = new TypedText("|ab").press("2d<Esc>v<Esc>:1<Esc>");

        assertEquals(List.of(), text.requests);
        assertEquals("|ab", text.shown());
    }

    @Test
    void whatAMouseSelectsIsVisual() {
        var text = new TypedText("abcd");
        text.anchor = 1;
        text.caret = 3;

        text.press("d");

        assertEquals("a|d", text.shown());
    }

    @Test
    void aClickEndsAVisualMode() {
        var text = new TypedText("|abcd").press("vl");
        text.anchor = 3;
        text.caret = 3;

        text.press("x");

        assertEquals("ab|c", text.shown());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            textBlock =
                    """
                    a|b\\n  cd       ¦ majh`a        ¦ a|b\\n  cd
                    a|b\\n  cd       ¦ jmbk'b        ¦ ab\\n  |cd
                    |a b c          ¦ wmawd`a       ¦ a |c
                    |a\\nb\\nc       ¦ majd'a        ¦ |c
                    |ab cd          ¦ wma0ix <Esc>`a ¦ x ab |cd
                    ab |cd          ¦ ma0x`a        ¦ b |cd
                    |ab cd          ¦ `a            ¦ |ab cd
                    |abcd           ¦ vl<Esc>$gvd   ¦ |cd
                    |a\\nb\\nc       ¦ Vj<Esc>Ggvd   ¦ |c
                    |abcd           ¦ gvx           ¦ |bcd
                    |a\\nb\\nc       ¦ qaA!<Esc>jq@a@@ ¦ a!\\nb!\\nc|!
                    |a\\nb\\nc\\nd    ¦ qaA!<Esc>jq9@a ¦ a!\\nb!\\nc!\\nd|!
                    |a a a a        ¦ qqxwq2@q      ¦ "   |a"
                    """)
    void marksSelectionsAndMacros(String before, String keys, String after) {
        assertBecomes(before, keys, after);
    }

    @Test
    void halfAPageIsTenLinesAndAsManyAsAreCounted() {
        var typed = new TypedText("|" + "x\n".repeat(40));

        typed.press("<C-d>");
        assertEquals(20, typed.caret);
        typed.press("3<C-d>");
        assertEquals(26, typed.caret);
        typed.press("<C-u>");
        assertEquals(6, typed.caret);
        typed.press("<C-u><C-u>");
        assertEquals(0, typed.caret);
    }

    @Test
    void aMacroThatPressesItselfEnds() {
        var typed = new TypedText("|" + "a".repeat(50));

        typed.press("qaxq").press("qax@aq").press("@a");

        assertEquals("_", typed.text.isEmpty() ? "_" : typed.text);
    }

    @Test
    void macrosAreKnownInOtherTexts() {
        var registers = new Registers();
        var first = new Vim(registers);
        first.press("q", "ab", 0, 0);
        first.press("z", "ab", 0, 0);
        first.press("x", "ab", 0, 0);
        first.press("q", "b", 0, 0);
        var second = new Vim(registers);

        second.press("@", "cd", 0, 0);
        var step = second.press("z", "cd", 0, 0);

        assertEquals(new VimStep.Edit(0, 1, ""), step.edit());
    }

    @Property(tries = 500)
    void theCaretStaysInTheTextWhateverIsPressed(
            @ForAll("texts") String text, @ForAll("keys") List<String> keys) {
        var typed = new TypedText(text);

        for (var key : keys) {
            typed.one(key);

            var lines = new Lines(typed.text);
            assertTrue(typed.caret >= 0 && typed.caret <= typed.text.length());
            if (typed.vim.mode() == VimMode.NORMAL) {
                assertEquals(lines.onLine(typed.caret), typed.caret, () -> "after " + keys);
            }
        }
    }

    @Property(tries = 200)
    void motionsChangeNothing(@ForAll("texts") String text, @ForAll("motions") List<String> keys) {
        var typed = new TypedText(text);
        var before = typed.text;

        keys.forEach(typed::press);

        assertEquals(before, typed.text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", " ", "\n", "(", ")", "\"", ".", "가", "😀", "    ", "{", "}")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> keys() {
        return Arbitraries.of(
                        "hjkl0^$wWbBeEgG{}%fFtT;,iIaAoOxXdcypPJ~ruvVsSDCY.><n*#123\"'([U:mq@`"
                                .chars()
                                .mapToObj(Character::toString)
                                .toList())
                .list()
                .ofMaxSize(30)
                .map(List::copyOf);
    }

    @Provide
    Arbitrary<List<String>> motions() {
        return Arbitraries.of("h", "j", "3l", "w", "b", "e", "ge", "W", "G", "gg", "{", "}", "fa")
                .list()
                .ofMaxSize(20);
    }
}
