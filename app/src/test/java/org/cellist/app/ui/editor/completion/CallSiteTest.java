package org.cellist.app.ui.editor.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallSiteTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            textBlock =
                    """
                    f(|)              ; 1; 0; ~~
                    a.b(1, |)         ; 3; 1; ~~
                    f(g(1, 2), |)     ; 1; 1; ~~
                    f(g(1, |          ; 3; 1; ~~
                    f([1, 2], {3, 4}, |; 1; 2; ~~
                    f(',)(', "a\\",", | ; 1; 2; ~~
                    f(1, # a, b, c(\\n| ; 1; 1; ~~
                    f('''a, ' b''', | ; 1; 1; ~~
                    f(a, key=|)       ; 1; 1; key
                    f(a == |)         ; 1; 0; ~~
                    한글(|)           ; 2; 0; ~~
                    s='😀'\\nf(|      ; 8; 0; ~~
                    """)
    void theInnermostCallIsFound(String code, int calleeEnd, int argument, String keyword) {
        var text = code.strip().replace("\\n", "\n");
        int caret = text.indexOf('|');

        var site = CallSite.around(text.replace("|", ""), caret);

        assertEquals(new CallSite(calleeEnd, argument, keyword), site);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "f",
                "f()",
                "(1, ",
                "[1, ",
                "f[1, ",
                "def f(a, ",
                "class A(",
                "if (a, ",
                "f(1, [2, ",
                "1(2, ",
                "# f(",
                "'f('"
            })
    void elsewhereThereIsNone(String code) {
        assertNull(CallSite.around(code, code.length()));
    }

    @Test
    void aLongCellCostsNoMoreThanItsLastLines() {
        var code = "x = 1\n".repeat(100_000) + "f(1, ";

        var site = CallSite.around(code, code.length());

        assertEquals(new CallSite(code.length() - 4, 1, ""), site);
    }

    @Property
    void whateverIsTypedIsRead(@ForAll @CharRange(from = ' ', to = '}') String code) {
        var site = CallSite.around(code, code.length());

        assertTrue(site == null || site.calleeEnd() < code.length());
    }
}
