package org.cellist.app.ui.editor.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrammarsTest {

    @ParameterizedTest
    @EnumSource(Grammar.class)
    void everyQueryFitsItsGrammar(Grammar grammar) {
        var styled = new GrammarHighlighter(grammar).styleOnce("x\n");

        assertEquals(2, styled.painter().styles().length);
    }

    @Test
    void python() {
        assertShown(
                EditorLanguage.PYTHON,
                """
                @functools.cache
                async def f(x: int = 1_000) -> None:
                    print(f"값 {x!r:>4}\\t", end='')  # 주석 😀
                    return not np.zeros(3).open is not None
                model = Forecaster(options).to("cuda")
                """,
                """
                decorator‹@functools.cache›
                keyword‹async› keyword‹def› function‹f› builtin‹int› number‹1_000› constant‹None›
                function‹print› string‹f"값 › escape‹!r› string‹:>4› escape‹\\t› string‹"› \
                string‹''› comment‹# 주석 😀›
                keyword‹return› keyword‹not› function‹zeros› number‹3› keyword‹is not› \
                constant‹None›
                function‹to› string‹"cuda"›
                """);
    }

    @Test
    void java() {
        assertShown(
                EditorLanguage.JAVA,
                """
                @Override public record P(int x) implements Q { // 주석
                    var s = this.f("a\\n😀") + 'c' + 0x1F + null;
                }
                """,
                """
                decorator‹@Override› keyword‹public› keyword‹record› keyword‹int› \
                keyword‹implements› comment‹// 주석›
                keyword‹var› keyword‹this› function‹f› string‹"a› escape‹\\n› string‹😀"› \
                string‹'c'› number‹0x1F› constant‹null›
                """);
    }

    @Test
    void javascript() {
        assertShown(
                EditorLanguage.JAVASCRIPT,
                """
                const f = async (x) => `값 ${x + 1}`;
                console.log(/re/g, undefined); // 주석
                """,
                """
                keyword‹const› function‹f› keyword‹async› string‹`값 › number‹1› string‹`›
                function‹log› string‹/re/g› constant‹undefined› comment‹// 주석›
                """);
    }

    @Test
    void bash() {
        assertShown(
                EditorLanguage.BASH,
                """
                for f in *.txt; do echo "$f: $(wc -l)"; done # 주석
                if [[ -f 'a b' ]]; then exit 1; fi
                """,
                """
                keyword‹for› keyword‹in› keyword‹do› function‹echo› string‹"› constant‹$f› \
                string‹: › function‹wc› string‹"› keyword‹done› comment‹# 주석›
                keyword‹if› keyword‹-f› string‹'a b'› keyword‹then› keyword‹exit› number‹1› \
                keyword‹fi›
                """);
    }

    @Test
    void json() {
        assertShown(
                EditorLanguage.JSON,
                """
                {"한글": [1, -2.5e3, true, "a\\n😀"]}
                """,
                """
                property‹"한글"› number‹1› number‹-2.5e3› constant‹true› string‹"a› escape‹\\n› \
                string‹😀"›
                """);
    }

    @Test
    void r() {
        assertShown(
                EditorLanguage.R,
                """
                f <- function(x) if (is.na(x)) TRUE else "값" # 주석
                d %>% dplyr::filter(a > 1.5)
                """,
                """
                function‹f› keyword‹function› keyword‹if› function‹is.na› constant‹TRUE› \
                keyword‹else› string‹"값"› comment‹# 주석›
                keyword‹%>%› function‹filter› number‹1.5›
                """);
    }

    @Test
    void sql() {
        assertShown(
                EditorLanguage.SQL,
                """
                SELECT COUNT(*) AS n FROM t WHERE a >= 1.5 AND b LIKE '한%' -- 주석
                """,
                """
                keyword‹SELECT› function‹COUNT› keyword‹AS› keyword‹FROM› keyword‹WHERE› \
                number‹1.5› keyword‹AND› keyword‹LIKE› string‹'한%'› comment‹-- 주석›
                """);
    }

    @Test
    void markdownWithCodeInAFence() {
        assertShown(
                EditorLanguage.MARKDOWN,
                """
                # 제목

                Some *emph*, **strong**, `code`, [a](http://x.y)

                ```python
                return 1
                ```
                """,
                """
                heading‹# 제목›
                emphasis‹*emph*› strong‹**strong**› string‹`code`› link‹http://x.y›
                string‹```python›
                keyword‹return› number‹1›
                string‹```›
                """);
    }

    @Test
    void markdownOfAllKinds() {
        assertShown(
                EditorLanguage.MARKDOWN,
                """
                - [x] done \\* &amp; 값
                2. ~~no~~ **a *b* c**

                [a](<x y> "title") ![그림](b.png) [r][1] <http://a.b> https://c.d e@f.gh

                | a | b |
                |---|:-:|
                | `1` | 2 |

                ***
                text <b class="x">bold</b> <!-- 주석 -->

                <div>
                <!-- a
                b -->
                </div>

                제목
                ====

                [1]: http://x.y 'T'
                """,
                """
                keyword‹- [x]› escape‹\\*› escape‹&amp;›
                keyword‹2.› comment‹~~no~~› strong‹**a › emphasis‹*b*› strong‹ c**›
                link‹<x y>› string‹"title"› link‹b.png› string‹[1]› link‹<http://a.b>› \
                link‹https://c.d› link‹e@f.gh›
                keyword‹|---|:-:|›
                string‹`1`›
                keyword‹***›
                tag‹<b class="x">› tag‹</b>› comment‹<!-- 주석 -->›
                tag‹<div>›
                comment‹<!-- a
                b -->›
                tag‹</div>›
                heading‹제목› heading‹====›
                string‹[1]› link‹http://x.y› string‹ 'T'›
                """);
    }

    @Test
    void markdownThatIsMeantToHarm() {
        var deep = 20_000;
        for (var text :
                List.of(
                        "![a](data:image/png;base64," + "iVBORw0K".repeat(20_000) + ")",
                        "word".repeat(50_000),
                        "> ".repeat(deep) + "a",
                        "- ".repeat(deep) + "a",
                        "*a **b ".repeat(deep),
                        "[".repeat(deep),
                        "![".repeat(deep) + "](x)".repeat(deep),
                        "<!--".repeat(deep),
                        "<a ".repeat(deep),
                        "`".repeat(deep) + " `` " + "`".repeat(deep),
                        "|a".repeat(deep) + "|\n" + "|-".repeat(deep) + "|",
                        "\\\n&\0\ud83d".repeat(deep))) {
            var highlight = new Highlighters().highlight(this, text, EditorLanguage.MARKDOWN);

            assertEquals(text, highlight.text());
        }
    }

    @Test
    void htmlWithAScript() {
        assertShown(
                EditorLanguage.HTML,
                """
                <!-- 주석 --><p class="a">&amp;</p>
                <script>let x = 1;</script>
                """,
                """
                comment‹<!-- 주석 -->› tag‹p› property‹class› string‹"a"› escape‹&amp;› tag‹p›
                tag‹script› keyword‹let› number‹1› tag‹script›
                """);
    }

    @Test
    void juliaFromALexerOfOurOwn() {
        assertShown(
                EditorLanguage.JULIA,
                """
                #= a #= b =# c =# @time function f!(x; y=:한글)
                    s = "값 $x $(g(y))\\n"; A' * 'c' == r"\\d"i ? nothing : 0xff
                end
                """,
                """
                comment‹#= a #= b =# c =#› decorator‹@time› keyword‹function› function‹f!› \
                constant‹:한글›
                string‹"값 › string‹ › escape‹\\n› string‹"› string‹'c'› string‹r"\\d"› \
                constant‹nothing› number‹0xff›
                keyword‹end›
                """);
    }

    @Test
    void otherLanguagesFromTheirCommonParts() {
        assertShown(
                EditorLanguage.named("kotlin"),
                """
                fun main() { println("값 $x", 1.5) } // 주석
                """,
                """
                keyword‹fun› function‹main› function‹println› string‹"값 $x"› number‹1.5› \
                comment‹// 주석›
                """);
    }

    @Test
    void aTextBeyondAllMeasureStaysPlain() {
        var text = "x = 1\n".repeat(Highlighters.LONGEST / 6 + 1);

        var highlight = new Highlighters().highlight(this, text, EditorLanguage.PYTHON);

        assertEquals(List.of(), highlight.spans());
    }

    @Test
    void kernelsCallTheirLanguagesByManyNames() {
        assertEquals(EditorLanguage.PYTHON, EditorLanguage.named("ipython3"));
        assertEquals(EditorLanguage.R, EditorLanguage.named("R"));
        assertEquals(EditorLanguage.JULIA, EditorLanguage.named("julia-1.11"));
        assertEquals(EditorLanguage.JAVASCRIPT, EditorLanguage.named("TypeScript"));
        assertEquals(EditorLanguage.SLASH_COMMENTS, EditorLanguage.named("C++17"));
        assertTrue(EditorLanguage.named("").commentStart().isEmpty());
    }

    private static void assertShown(EditorLanguage language, String text, String expected) {
        assertEquals(
                expected.strip().replace("›\n", "› "), Shown.of(text, language), language::name);
    }
}
