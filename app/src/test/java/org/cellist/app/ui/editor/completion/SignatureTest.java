package org.cellist.app.ui.editor.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {

    @Test
    void annotationsGoAndDefaultsStay() {
        var signature =
                signature("Signature: m.f(a: 'int | None' = 1, b=(1, 'x,y'), *args, **kw) -> None");

        assertEquals("f(a=1, b=(1, 'x,y'), *args, **kw)", words(signature));
    }

    @Test
    void aLongSignatureGoesOverSeveralLines() {
        var signature =
                signature(
                        """
                        \u001b[31mSignature:\u001b[39m
                        pd.read(
                            path: 'str | Path',
                            *,
                            sep: 'str | None | lib.NoDefault' = <no_default>,
                            columns: 'Sequence[Hashable] | None | Literal["infer"]' = 'infer',
                            mapping: dict = {'first': 1, 'second': 2},
                        ) -> 'DataFrame | TextFileReader'
                        \u001b[31mDocstring:\u001b[39m
                        Reads.
                        """);

        assertEquals(
                "read(path, *, sep=<no_default>, columns='infer', mapping={'first': 1, 'sec…)",
                words(signature));
    }

    @Test
    void theFirstLineOfADocstringWillDo() {
        assertEquals("pop(key)", words(signature("Docstring:\npop(key) -> value\nRemoves.")));
        assertNull(signature("Docstring: Removes (and more).\nType: method"));
        assertNull(signature("Type: int"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    'f(',          0
                    'f(1, ',       1
                    'f(1, 2, ',    3
                    'f(1, 2, 3, ', 3
                    'f(k=',        5
                    'f(1, b=',     1
                    'f(other=',    6
                    """)
    void theParameterIsFoundByPlaceOrByName(String code, int parameter) {
        var signature = signature("Signature: f(a, b, /, *args, m, k=1, **kw)");

        var site = CallSite.around(code, code.length());

        assertEquals(parameter, found(signature, site));
    }

    @Test
    void afterAStarOnlyNamesCount() {
        var signature = signature("Signature: f(a, *, b)");

        assertEquals(-1, found(signature, CallSite.around("f(1, ", 5)));
        assertEquals(2, found(signature, CallSite.around("f(1, b=", 7)));
    }

    @Property
    void anyWordsAreRead(@ForAll String words) {
        var _ = signature("Signature: f(" + words);
        var signature = signature(words);

        assertEquals(signature, signature(words));
    }

    private static int found(@Nullable Signature signature, @Nullable CallSite site) {
        return Objects.requireNonNull(signature).parameterFor(Objects.requireNonNull(site));
    }

    private static @Nullable Signature signature(String words) {
        return Signature.in(PlainWords.of(words));
    }

    private static String words(@Nullable Signature signature) {
        return Objects.requireNonNull(signature).name()
                + "("
                + String.join(
                        ", ",
                        signature.parameters().stream().map(Signature.Parameter::text).toList())
                + ")";
    }
}
