package org.cellist.app.cli.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

    @Test
    void aYamlValueHasItsType() {
        assertEquals(3, Parameter.ofYaml("x=3").value());
        assertEquals(0.5, Parameter.ofYaml("x=0.5").value());
        assertEquals(true, Parameter.ofYaml("x=True").value());
        assertEquals("two words", Parameter.ofYaml("x=two words").value());
        assertEquals(List.of(1, "b"), Parameter.ofYaml("x=[1, b]").value());
        assertEquals(Map.of("a", 1), Parameter.ofYaml("x={a: 1}").value());
        assertEquals(
                new BigInteger("123456789012345678901234567890"),
                Parameter.ofYaml("x=123456789012345678901234567890").value());
        assertNull(Parameter.ofYaml("x=null").value());
        assertNull(Parameter.ofYaml("x=").value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yes", "no", "on", "off", "2024-01-31", "2024-01-31T10:00:00Z", "12:30:45"})
    void whatOnlyOlderYamlGaveATypeIsAText(String written) {
        assertEquals(written, Parameter.ofYaml("x=" + written).value());
    }

    @Test
    void aNumberMayBeOctalOrHexadecimal() {
        assertEquals(8, Parameter.ofYaml("x=0o10").value());
        assertEquals(10, Parameter.ofYaml("x=010").value());
        assertEquals(255, Parameter.ofYaml("x=0xff").value());
        assertEquals(1e3, Parameter.ofYaml("x=1e3").value());
        assertEquals(Double.NEGATIVE_INFINITY, Parameter.ofYaml("x=-.inf").value());
    }

    @Test
    void aQuotedValueIsAText() {
        assertEquals("3", Parameter.ofYaml("x='3'").value());
        assertEquals("null", Parameter.ofYaml("x=\"null\"").value());
        assertEquals("it's", Parameter.ofYaml("x='it''s'").value());
        assertEquals("a\nb", Parameter.ofYaml("x=\"a\\nb\"").value());
        assertEquals("", Parameter.ofYaml("x=''").value());
    }

    @Test
    void nothingHasSeveralNames() {
        assertNull(Parameter.ofYaml("x=~").value());
        assertNull(Parameter.ofYaml("x=Null").value());
        assertEquals(Arrays.asList(1, null), Parameter.ofYaml("x=[1, null]").value());
    }

    @Test
    void listsAndMapsMayStandInsideEachOther() {
        assertEquals(
                List.of(List.of(1, List.of("b")), Map.of("k", List.of())),
                Parameter.ofYaml("x=[[1, [b]], {k: []}]").value());
        assertEquals(List.of(List.of(1), List.of(1)), Parameter.ofYaml("x=[&a [1], *a]").value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x=&a [*a]", "x=&a {k: *a}", "x=[1, &a {k: [*a]}]", "x=&a [[*a], [*a]]"})
    void aValueThatIsPartOfItselfIsRefused(String written) {
        assertThrows(IllegalArgumentException.class, () -> Parameter.ofYaml(written));
    }

    @Test
    void aRawValueIsATextWhateverItLooksLike() {
        assertEquals(new Parameter("x", "3"), Parameter.ofRaw("x=3"));
        assertEquals(new Parameter("x", "a=b"), Parameter.ofRaw("x=a=b"));
        assertEquals(new Parameter("이름", ""), Parameter.ofRaw("이름="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "=3", "a b=3", "1x=3", "x=[1, 2", "x={a", "x=\"open", "x=--- a\n--- b"})
    void whatIsNotSoWrittenIsRefused(String written) {
        assertThrows(IllegalArgumentException.class, () -> Parameter.ofYaml(written));
    }

    @Test
    void aYamlBombIsRefused() {
        var bomb = new StringBuilder("x=[&a [lol, lol]");
        for (char c = 'b'; c < 'z'; c++) {
            bomb.append(", &").append(c).append(" [");
            bomb.append(("*" + (char) (c - 1) + ", ").repeat(9)).append("1]");
        }

        assertThrows(
                IllegalArgumentException.class,
                () -> Parameter.ofYaml(bomb.append(']').toString()));
    }
}
