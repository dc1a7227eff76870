package org.cellist.app.ui.output.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>evil()</script>",
                "<img src=x onerror=evil()>",
                "<div onclick='evil()'>a</div>",
                "<a href='javascript:evil()'>a</a>",
                "<a href=' java\nscript:evil()'>a</a>",
                "<iframe srcdoc='<script>evil()</script>'></iframe>",
                "<object data='evil.swf'></object><embed src=evil>",
                "<meta http-equiv=refresh content='0;url=https://evil'>",
                "<base href='https://evil/'>",
                "<link rel=stylesheet href='https://evil/'>",
                "<form action='https://evil/'><button formaction='https://evil/'>a</button></form>",
                "<svg onload=evil()><script>evil()</script></svg>",
                "<svg><foreignObject><body onload=evil()></body></foreignObject></svg>",
                "<svg><a xlink:href='javascript:evil()'><text>a</text></a></svg>",
                "<svg><use href='https://evil/#a'></use><image href='https://evil/'></image></svg>",
                "<svg><animate attributeName=href values='javascript:evil()'/></svg>",
                "<svg><rect fill='url(https://evil/)'/></svg>",
                "<math href='javascript:evil()'><mi>x</mi></math>",
                "<style>@import 'https://evil/';</style>",
                "<style>@im\\70ort url(https://evil/);</style>",
                "<style>p { background: url('https://evil/') }</style>",
                "<style>p { background: u\\72l(https://evil/) }</style>",
                "<style>p { background: image-set('https://evil/' 1x) }</style>",
                "<style>p { width: expression(evil()) }</style>",
                "<style>@font-face { src: url(https://evil/) }</style>",
                "<style></style><script>evil()</script><style></style>",
                "<style><!--</style><img src=x onerror=evil()>--></style>",
                "<p style='background: url(https://evil/)'>a</p>",
                "<p style='behavior: url(evil.htc)'>a</p>",
                "<video src=https://evil/ poster=https://evil/></video>",
                "<input type=image src=https://evil/>",
                "<img srcset='https://evil/ 2x'><picture><source srcset=https://evil/></picture>",
                "<table background='https://evil/'><tr><td>a</td></tr></table>",
                "<noscript><p title='</noscript><img src=x onerror=evil()>'></noscript>",
                "<math><mtext><table><mglyph><style><img src=x onerror=evil()></style>",
                "<svg></p><style><a id='</style><img src=1 onerror=evil()>'>",
                "<!--><img src=x onerror=evil()>-->",
                "<?xml-stylesheet href='https://evil/'?>",
                "<template><img src=x onerror=evil()></template>",
                "<details ontoggle=evil() open>a</details>",
                "<marquee onstart=evil()>a</marquee>",
                "<div data-evil='x' data-commandlinker-command='evil'>a</div>",
            })
    void nothingThatRunsOrFetchesIsLeft(String html) {
        var page = Page.of(html, PageLook.PAPER).toLowerCase(Locale.ROOT);

        // a title is text, whatever it says
        assertFalse(page.replaceAll("title=\"[^\"]*\"|id=\"[^\"]*\"", "").contains("evil"), page);
    }

    @Test
    void thePolicyIsTheFirstElement() {
        var page = Page.of("<style>p { color: red }</style><p>a</p>", PageLook.PAPER);

        assertTrue(
                page.startsWith(
                        "<!DOCTYPE html><html><head><meta http-equiv=\"Content-Security-Policy\""
                                + " content=\"default-src 'none';"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\u0001',
            value = {
                "<p class=\"x\" style=\"color: red\">a</p>",
                "<a href=\"https://example.org\">a</a>",
                "<a href=\"#part\">a</a>",
                "<img src=\"data:image/png;base64,AAAA\" width=\"3\">",
                "<input type=\"checkbox\" id=\"c\"><label for=\"c\">a</label>",
                "<details open><summary>a</summary>b</details>",
                "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"></path></svg>",
                "<table><tbody><tr><td colspan=\"2\">a</td></tr></tbody></table>",
            })
    void whatOnlyShowsIsKeptAsItWas(String html) {
        var page = Page.of(html, PageLook.PAPER);

        var body = page.substring(page.indexOf("<body>") + 6, page.indexOf("</body>"));
        assertEquals(html, body);
    }

    @Test
    void styleSheetsAreKeptWithoutWhatTheyFetch() {
        assertEquals(
                "#T td { color: red } .a::after { content: \"A\" } p { background: none }",
                SheetCleaner.cleaned(
                                "#T td { color: red }/* x */.a::after { content: \"\\41 \" }"
                                        + " p { background: url(x.png) }")
                        .replaceAll("\\s+", " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<svg>", "<math>", "<table><tr><td>", "<style>", "<b><p>"})
    void hostileNestingIsCleanedInTime(String tag) {
        var html = tag.repeat(100_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Page.of(html, PageLook.PAPER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*", "\\", "@import ", "url(", "{", "behavior:", "url(#"})
    void hostileSheetsAreCleanedInTime(String piece) {
        var sheet = piece.repeat(100_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> SheetCleaner.cleaned(sheet));
    }
}
