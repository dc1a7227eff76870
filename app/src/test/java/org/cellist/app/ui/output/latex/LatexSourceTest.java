package org.cellist.app.ui.output.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatexSourceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "x^2 § x^2",
                "\\begin{equation}a\\label{eq}\\end{equation} § a",
                "\\begin{align*}a\\end{align*} § \\begin{align}a\\end{align}",
                "a \\nonumber b § a  b",
                "\\operatorname*{arg\\,min}_x § \\mathop{\\mathrm{arg\\,min}}\\limits _x",
            })
    void whatTheLibraryDoesNotKnowIsWrittenAsItKnows(String latex, String prepared) {
        assertEquals(Optional.of(prepared), LatexSource.prepared(latex));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\includegraphics{/etc/passwd}",
                "\\newcommand{\\x}{y}",
                "\\renewcommand\\frac{y}",
                "\\jlmDynamic{x}",
                "\\magnification{999}",
                "\\definecolor{a}{rgb}{1,1,1}",
                "  ",
            })
    void whatReachesBeyondTheFormulaIsRefused(String latex) {
        assertEquals(Optional.empty(), LatexSource.prepared(latex));
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        assertEquals(Optional.empty(), LatexSource.prepared("{".repeat(100) + "}".repeat(100)));
        assertEquals(Optional.empty(), LatexSource.prepared("x".repeat(30_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\frac{1}{2}",
                "\\begin{pmatrix}1 & 2\\\\3 & 4\\end{pmatrix}",
                "\\begin{align}a &= b\\\\c &= d\\end{align}",
                "\\sum_{i=0}^n \\alpha_i",
                "\\text{한글}",
                "\\operatorname*{arg\\,min}_{x} f(x)",
                "\\displaystyle \\int_0^1 x\\,dx",
                "\\begin{cases}1 & x > 0\\\\0\\end{cases}",
            })
    void usualFormulasCanBeSet(String latex) {
        var result = new Typesetter().typeset(new Formula(latex, true), 16, 1);

        assertInstanceOf(TypesetFormula.class, result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\ce{H2O}", "\\bm{x}", "x \\tag{1}", "\\unknowncommand", "}", "\\left("})
    void whatCannotBeSetIsKnownToBeSo(String latex) {
        var result = new Typesetter().typeset(new Formula(latex, true), 16, 1);

        assertInstanceOf(Typesetting.Unsettable.class, result);
    }
}
