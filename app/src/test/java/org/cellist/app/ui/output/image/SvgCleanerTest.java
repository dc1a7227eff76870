package org.cellist.app.ui.output.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgCleanerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>evil()</script>",
                "<rect onclick='evil()'/>",
                "<foreignObject><p>evil</p></foreignObject>",
                "<image href='https://evil/'/>",
                "<image xlink:href='file:///evil'/>",
                "<use href='https://evil/#a'/>",
                "<a href='javascript:evil()'><text>a</text></a>",
                "<style>@import 'https://evil/';</style>",
                "<rect fill='url(https://evil/)'/>",
                "<rect style='fill: url(\"https://evil/\")'/>",
                "<animate attributeName='href' to='evil'/>",
                "<set attributeName='onclick' to='evil()'/>",
            })
    void whatRunsOrFetchesGoes(String part) throws IOException {
        var cleaned = SvgCleaner.cleaned("<svg>" + part + "</svg>");

        assertFalse(cleaned.toLowerCase(Locale.ROOT).contains("evil"), cleaned);
    }

    @Test
    void whatIsDrawnStays() throws IOException {
        var cleaned =
                SvgCleaner.cleaned(
                        "<svg viewBox='0 0 9 9'><linearGradient id='g'/>"
                                + "<rect fill='url(#g)' width='3'/></svg>");

        assertTrue(cleaned.contains("viewBox=\"0 0 9 9\""), cleaned);
        assertTrue(cleaned.contains("<linearGradient id=\"g\""), cleaned);
        assertTrue(cleaned.contains("fill=\"url(#g)\""), cleaned);
    }

    @Test
    void entitiesAreRefused() {
        refused("<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg>&b;</svg>");
    }

    @Test
    void elementsThatRepeatEachOtherWithoutBoundAreRefused() {
        var svg = new StringBuilder("<svg><g id='u0'><rect/></g>");
        for (int i = 1; i < 12; i++) {
            svg.append("<g id='u%d'>".formatted(i));
            svg.append("<use href='#u%d'/>".formatted(i - 1).repeat(10)).append("</g>");
        }
        refused(svg.append("</svg>").toString());
    }

    @Test
    void anElementThatUsesItselfIsRefused() {
        refused("<svg><g id='a'><use href='#a'/></g></svg>");
    }

    @Test
    void deepNestingIsRefused() {
        refused("<svg>" + "<g>".repeat(10_000));
    }

    @Test
    void manyFilterStepsAreRefused() {
        refused("<svg><filter>" + "<feTurbulence/>".repeat(100) + "</filter></svg>");
    }

    @Test
    void aDrawingSaysItsSize() {
        assertEquals(
                new PictureSize(200, 100),
                new SvgSource("<svg width='200' height='100'/>").declaredSize());
        assertEquals(
                new PictureSize(96, 48),
                new SvgSource("<svg width='1in' viewBox='0 0 10 5'/>").declaredSize());
        assertEquals(
                new PictureSize(10, 5), new SvgSource("<svg viewBox='0 0 10 5'/>").declaredSize());
    }

    @Test
    void aDrawingOfAnySizeIsDrawnWithinBounds() throws IOException {
        var decoded =
                new SvgSource("<svg width='100000' height='100000'><rect width='9'/></svg>")
                        .decode(2);

        assertTrue(decoded.bytes() <= 4 * 17_000_000L);
    }

    private static void refused(String svg) {
        assertThrows(IOException.class, () -> SvgCleaner.cleaned(svg));
    }
}
