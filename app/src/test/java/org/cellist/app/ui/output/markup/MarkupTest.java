package org.cellist.app.ui.output.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.cellist.app.ui.output.rich.BlockText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    private static final String DATA_FRAME =
            """
            <div>
            <style scoped>
                .dataframe tbody tr th:only-of-type { vertical-align: middle; }
                .dataframe tbody tr th { vertical-align: top; }
            </style>
            <table border="1" class="dataframe">
              <thead>
                <tr style="text-align: right;"><th></th><th>지역</th><th>n</th></tr>
              </thead>
              <tbody>
                <tr><th>0</th><td>서울</td><td>1.5</td></tr>
                <tr><th>1</th><td>부산</td><td>NaN</td></tr>
              </tbody>
            </table>
            <p>2 rows × 2 columns</p>
            </div>
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\u0001',
            value = {
                "<p>a <b>b</b></p> § p a *b*",
                "<div>a<p>b</p>c</div> § p a\\np b\\np c",
                "a\\n   b<br/>  c § p a b↵c",
                "<span style='color: red; font-weight: bold'>a</span> § p {ff0000 *a*}",
                "<a href='https://a.b'>x</a> § p [x](https://a.b)",
                "<a href='https://a.b'><div>x</div></a> § p [x](https://a.b)",
                "<ol start=4><li>a</li></ol> § ol4(p a)",
                "<dl><dt>t</dt><dd>d</dd></dl> § p *t*\\nul(p d)",
                "<pre>a\\n  b</pre> § code() a\\n  b",
                "<pre>a <b>b</b></pre> § pre a *b*",
                "<h3 style='text-align:center'>x</h3> § h3 x",
                "<table><tr><td>a<br>b</td></tr></table> § table(=a↵b)",
                "<blockquote>a</blockquote> § quote(p a)",
                "<img src='https://a.b/c.png' alt='w' style='width: 40px'> § p !https://a.b/c.png 40x0!w",
                "<p onclick='x()'>a</p><button>b</button> § p a",
                "a<span style='display:none'>b</span> § p a",
            })
    void simpleHtmlBecomesBlocks(String html, String expected) {
        var markup = Markup.read(html.strip().replace("\\n", "\n"));

        var simple = assertInstanceOf(Markup.Simple.class, markup);
        assertEquals(expected.strip().replace("\\n", "\n"), BlockText.of(simple.blocks()));
    }

    @Test
    void aDataFrameOfPandasIsATable() {
        var simple = assertInstanceOf(Markup.Simple.class, Markup.read(DATA_FRAME));

        assertEquals(
                "values(|지역|n=0|서울|1.5/1|부산|NaN)\np 2 rows × 2 columns",
                BlockText.of(simple.blocks()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style>p { color: red }</style><p>a</p>",
                "<div style='display: flex'>a</div>",
                "<td style='background-color: #eee'>a</td><div style='background: red'>a</div>",
                "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>",
                "<math><mi>x</mi></math>",
                "<custom-tag>a</custom-tag>",
            })
    void whatWantsLayoutNeedsABrowser(String html) {
        assertInstanceOf(Markup.Elaborate.class, Markup.read(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<script>document.write('x')</script>",
                "<div id='plot'></div><script>draw()</script>",
                "<iframe src='https://a.b'></iframe>",
                "<div style='display:none'>a</div>",
                "<form><input><textarea>x</textarea></form>"
            })
    void whatOnlyScriptsWouldFillIsInvisible(String html) {
        assertInstanceOf(Markup.Invisible.class, Markup.read(html));
    }

    @ParameterizedTest
    @CsvSource({"<div></div><SCRIPT>a()</SCRIPT>,true", "<iframe></iframe>,false"})
    void whatIsInvisibleTellsWhetherItHadScripts(String html, boolean hasScripts) {
        assertEquals(new Markup.Invisible(hasScripts), Markup.read(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<span style='color:red'>"})
    void hostileNestingIsReadInTimeAndWithoutOverflow(String tag) {
        var html = tag.repeat(100_000) + "x";

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Markup.read(html));
    }

    @Test
    void aVeryLongParagraphIsCutAndALongHeadingShortened() {
        var words = "word ".repeat(5000).strip();

        var simple =
                assertInstanceOf(
                        Markup.Simple.class,
                        Markup.read("<p>%1$s</p><h1>%1$s</h1>".formatted(words)));

        var texts = BlockText.of(simple.blocks()).split("\n", -1);
        assertEquals(5, texts.length);
        assertEquals(
                words.length(),
                texts[0].length()
                        + texts[1].length()
                        + texts[2].length()
                        + texts[3].length()
                        - 4 * 2
                        + 3);
        assertEquals("h1 ".length() + 8001, texts[4].length());
    }

    @Test
    void aSpanOfManyColumnsCannotFillTheMemory() {
        var row = "<tr><td colspan=65000 rowspan=65000>a</td></tr>";

        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Markup.read("<table>" + row.repeat(20_000)));
    }
}
