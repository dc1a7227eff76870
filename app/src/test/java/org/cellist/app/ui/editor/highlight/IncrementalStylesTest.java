package org.cellist.app.ui.editor.highlight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.treesitter.TSLanguage;
import org.treesitter.TSParser;

class IncrementalStylesTest {

    private static final Map<Grammar, String> TEXTS =
            new EnumMap<>(
                    Map.of(
                            Grammar.PYTHON,
                            """
                            import numpy as np  # 배열 😀
                            def f(x, y=1):
                                '''문서
                                두 줄'''
                                for i in range(x):
                                    print(f"값 {i!r}", g(i).h)
                                return [x ** 2 for x in a if not b]
                            class A(B): pass
                            """,
                            Grammar.JAVASCRIPT,
                            """
                            const f = (x) => `값 ${x + 1}`;
                            function g() { return /re/.test("한😀") || null; }
                            /* 여러
                            줄 */ class A { m() { f(1.5); } }
                            """,
                            Grammar.R,
                            """
                            f <- function(x, ...) { # 주석
                              if (x > 1L) "값😀" else NULL
                            }
                            d %>% dplyr::filter(a == 'b') |> head(n = 2.5)
                            """));

    private final Map<Grammar, TSLanguage> languages = new EnumMap<>(Grammar.class);
    private final Map<Grammar, StyleQuery> queries = new EnumMap<>(Grammar.class);

    private final Highlighters highlighters = new Highlighters();

    @Property(tries = 300)
    void repaintingTheLinesThatChangedEqualsRepaintingAll(
            @ForAll @From("grammars") Grammar grammar,
            @ForAll @IntRange(max = 400) int at,
            @ForAll @IntRange(max = 12) int removed,
            @ForAll @From("pieces") String inserted) {
        var older = TEXTS.getOrDefault(grammar, "");
        int start = Math.min(at, older.length());
        int end = Math.min(start + removed, older.length());
        var newer = older.substring(0, start) + inserted + older.substring(end);
        var difference = TextDifference.between(older, newer);
        var query = queries.computeIfAbsent(grammar, each -> new StyleQuery(each, each.load()));
        try (var parser = new TSParser()) {
            parser.setLanguage(languages.computeIfAbsent(grammar, Grammar::load));
            var before = SyntaxTree.parse(parser, older);
            var painted = new StylePainter(older.length());
            query.paint(before, painted);

            var after = before.parseAgain(parser, difference, newer);
            var repainted =
                    new StylePainter(
                            difference.moved(painted.styles(), newer.length()),
                            after.dirtyFrom(),
                            after.dirtyTo());
            query.paint(after, repainted);

            var all = new StylePainter(newer.length());
            query.paint(after, all);
            assertArrayEquals(all.styles(), repainted.styles());
        }
    }

    @Property
    void offsetsOfTheTreeAreThoseOfTheText(@ForAll @From("strings") String content) {
        var text = "'" + content + "' + name";

        var highlight = highlighters.highlight(text, text, EditorLanguage.PYTHON);

        var whole = new Highlight.Span(0, content.length() + 2, TokenStyle.STRING);
        assertEquals(List.of(whole), highlight.spans());
    }

    @Provide
    Arbitrary<Grammar> grammars() {
        return Arbitraries.of(TEXTS.keySet());
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "",
                "a",
                "1",
                " ",
                "\n",
                "(",
                ")",
                "\"",
                "'",
                "'''",
                "#",
                "한",
                "😀",
                "def ",
                ".",
                "`",
                "\n    ",
                "/*",
                "*/",
                "{",
                "}",
                "f(",
                " = ",
                "return x\n");
    }

    @Provide
    Arbitrary<String> strings() {
        return Arbitraries.of("a", "한", "글", "😀", "🇰🇷", "é", "漢", " ", "\u200d", "ㅎ")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }
}
