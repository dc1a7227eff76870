package org.cellist.app.cli.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
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
