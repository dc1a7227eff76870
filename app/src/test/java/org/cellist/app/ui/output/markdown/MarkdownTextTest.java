package org.cellist.app.ui.output.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.cellist.app.ui.output.rich.Block;
import org.cellist.app.ui.output.rich.BlockText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\u0001',
            value = {
                "a **b** _c_ ~~d~~ `e` § p a *b* _c_ ~d~ `e`",
                "# One\\n## Two # § h1 One\\nh2 Two",
                "[x](https://a.b 'title') § p [x](https://a.b)",
                "see https://a.b/c § p see [https://a.b/c](https://a.b/c)",
                "![alt](attachment:a%20b.png) § p !attachment:a%20b.png!alt",
                "- a\\n- b § ul(p a)(p b)",
                "3. a\\n4. b § ol3(p a)(p b)",
                "- [x] a\\n- [ ] b § ul(x p a)(o p b)",
                "> a\\n> b § quote(p a b)",
                "> [!NOTE]\\n> a **b** § note(p *Note*\\np a *b*)",
                "> [!WARNING]\\n>\\n> - a § warning(p *Warning*\\nul(p a))",
                "> [!NOTE] a § quote(p [!NOTE] a)",
                "> [!NONE]\\n> a § quote(p [!NONE] a)",
                ":::{tip} 제목\\na $x$\\n\\n- b\\n:::\\nc § tip(p *제목*\\np a ⟨x⟩\\nul(p b))\\np c",
                "```{danger}\\na\\n``` § caution(p *Caution*\\np a)",
                "a[^1] b\\n\\n[^1]: c § p a[1](#fn-1) b\\nrule\\nol1(p c)",
                "```py\\nx = 1\\n``` § code(py) x = 1",
                "a  \\nb § p a↵b",
                "---- § rule",
                "|a|b|\\n|-|-:|\\n|1|2| § table(a|b=1|2)",
                "a <b>c</b><br>d § p a *c*↵d",
                "<center>\\n\\n**a**\\n\\n</center> § p-CENTRE *a*",
                "<details><summary>s</summary>\\n\\nt\\n\\n</details> § details(s: p t)",
                "<img src='data:image/png;base64,AA' width=30> § p !data:image/png;base64,AA 30x0!",
                "<font color='#ff0000'>r</font> § p {ff0000 r}",
                "a<script>alert(1)</script>b § p ab",
                "[x](javascript:alert(1)) § p [x](javascript:alert(1))",
            })
    void textBecomesBlocks(String markdown, String expected) {
        var blocks = MarkdownText.blocks(markdown.strip().replace("\\n", "\n"));

        assertEquals(expected.strip().replace("\\n", "\n"), BlockText.of(blocks));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\u0001',
            value = {
                "a $x_1$ b $y_2$ § p a ⟨x_1⟩ b ⟨y_2⟩",
                "$a * b * c$ § p ⟨a * b * c⟩",
                "$$x$$ § maths x",
                "a\\n$$\\nx\\n$$\\nb § p a\\nmaths x\\np b",
                "**$x$** and `$y$` § p ⟨x⟩ and `$y$`",
                "\\(a+b\\) and \\\\(c\\\\) § p ⟨a+b⟩ and ⟨c⟩",
                "\\[a=b\\] § maths a=b",
                "see \\[1\\] and \\(note\\) § p see [1] and (note)",
                "\\begin{align}a &= b\\\\ c\\end{align} § maths \\begin{align}a &= b\\\\ c\\end{align}",
                "costs $5 and $10 § p costs $5 and $10",
                "US$5 to US$6 § p US$5 to US$6",
                "\\$a$ b § p $a$ b",
                "$a\\n\\nb$ § p $a\\np b$",
                "|a|\\n|-|\\n|$x|y$| § table(a=⟨x|y⟩)",
                "```\\n$x$\\n``` § code() $x$",
                "    $x$ § code() $x$",
                "- $x$\\n- $$y$$ § ul(p ⟨x⟩)(maths y)",
                "$\\text{if $a$}$ § p ⟨\\text{if $a$}⟩",
                "[$x$](#a) § p ⟨x⟩",
                "\ufdd00\ufdd1 $x$ § p \ufffd0\ufffd ⟨x⟩",
            })
    void formulasAreCutOutFirst(String markdown, String expected) {
        var source = markdown.strip().equals("$x$") ? "    $x$" : markdown.strip();
        var blocks = MarkdownText.blocks(source.replace("\\n", "\n"));

        assertEquals(expected.strip().replace("\\n", "\n"), BlockText.of(blocks));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "*a ",
                "**a ",
                "[",
                "![",
                "<b>",
                "$",
                "$$",
                "\\begin{a}",
                "`",
                "|"
            })
    void hostileNestingIsReadInTimeAndWithoutOverflow(String piece) {
        var text = piece.repeat(20_000) + "x";

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> MarkdownText.blocks(text));
    }

    @Test
    void aTextThatIsTooDeepIsShownAsItsSource() {
        var deep = "*a **b ".repeat(1000) + "x" + "** *".repeat(1000);

        var blocks = MarkdownText.blocks(deep);

        assertInstanceOf(Block.class, blocks.getFirst());
    }
}
