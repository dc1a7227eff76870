package org.cellist.app.ui.editor.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What of a cell a program for Python sees, and how it comes back.
class PythonSourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%matplotlib inline\nx = 1",
                "files = !ls -la\nx",
                "if a:\n    !pip install x\n    b",
                "np.array?\n?x\nx??",
                "!echo a \\\n  b\nx",
                "%%time\n%cd ..\nx",
                "x = '%not a magic'\ny = (\n%z)",
                "hidden_0_ = 1\n%magic",
                "plt.plot();  # quiet",
                "'한국어';",
                "",
            })
    void nothingIsLostWhenNothingIsChanged(String source) {
        var python = PythonSource.of(source);

        assertEquals(source, python.with(python.code()));
    }

    @Test
    void whatOnlyIpythonReadsIsHidden() {
        var python = PythonSource.of("%%time\nif a:\n    !ls *.py\n%cd ..\nx = !pwd\nb?\ny");

        assertEquals("if a:\n    hidden_0_\nhidden_1_\nhidden_2_\nhidden_3_\ny", python.code());
    }

    @ParameterizedTest
    @CsvSource({
        "'f(x);', 'f( x )', 'f( x );'",
        "'f(x);  # why\n', 'f( x )  # why', 'f( x );  # why'",
        "'f(x)', 'f( x )', 'f( x )'",
        "'s = \"a;\"', 's = \"b\"', 's = \"b\"'",
        "'a;\n%magic', 'a\nhidden_0_', 'a\n%magic'",
    })
    void aSemicolonAtTheEndStays(String source, String changed, String result) {
        assertEquals(result, PythonSource.of(source).with(changed));
    }

    @Test
    void codeWithoutWhatWasHiddenIsNotTaken() {
        assertNull(PythonSource.of("%magic\nx").with("x"));
    }

    @Test
    void aLineOfTheCodeIsFoundInTheSource() {
        var python = PythonSource.of("%%time\n!a \\\n b\nx = (");

        assertEquals(2, python.line(1));
        assertEquals(4, python.line(2));
    }

    @Test
    void cellsOfOtherLanguagesAreNone() {
        assertFalse(PythonSource.isIn("%%bash\nls"));
        assertFalse(PythonSource.isIn("%%writefile a.py\nx  =1"));
        assertTrue(PythonSource.isIn("%%timeit -n 3\nx"));
        assertTrue(PythonSource.isIn("%magic\nx"));
    }
}
