package org.cellist.app.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds every text token against every background it stands on; WCAG 2.2, 1.4.3 (AA).
class ContrastTest {

    private static final double LEAST = 4.5;
    private static final Pattern TOKEN = Pattern.compile("-cellist-([a-z-]+): (#[0-9a-f]+);");
    private static final List<String> PAPER =
            List.of("background", "surface", "panel", "code-background", "accent-soft");

    private static final Map<String, List<String>> STANDS_ON =
            Map.ofEntries(
                    Map.entry("text", with(PAPER, "selection", "found", "found-current")),
                    Map.entry("muted", with(PAPER, "selection")),
                    Map.entry("accent", List.of("background", "surface", "panel", "accent-soft")),
                    Map.entry("on-accent", List.of("accent")),
                    Map.entry("ok", List.of("background", "surface", "panel")),
                    Map.entry("warn", List.of("background", "surface", "panel")),
                    Map.entry("error", List.of("background", "surface", "panel")),
                    Map.entry("running", List.of("background", "surface", "panel")),
                    Map.entry("keyword", List.of("code-background", "surface", "background")),
                    Map.entry("string", List.of("code-background", "surface", "background")),
                    Map.entry("number", List.of("code-background", "surface", "background")),
                    Map.entry("function", List.of("code-background", "surface", "background")),
                    Map.entry("comment", List.of("code-background")));

    @ParameterizedTest
    @EnumSource
    void everyTextIsReadableOnEveryBackgroundItStandsOn(Theme theme) throws IOException {
        var tokens = tokens(theme);
        var tooWeak = new ArrayList<String>();

        STANDS_ON.forEach(
                (text, grounds) -> {
                    for (var ground : grounds) {
                        double contrast = contrast(colour(tokens, text), colour(tokens, ground));
                        if (contrast < LEAST) {
                            tooWeak.add("%s on %s: %.2f".formatted(text, ground, contrast));
                        }
                    }
                });

        assertEquals(List.of(), tooWeak);
    }

    @ParameterizedTest
    @EnumSource
    void bothThemesHaveTheSameTokens(Theme theme) throws IOException {
        assertEquals(tokens(Theme.LIGHT).keySet(), tokens(theme).keySet());
        assertTrue(tokens(theme).keySet().containsAll(STANDS_ON.keySet()));
    }

    private static Map<String, Color> tokens(Theme theme) throws IOException {
        var file = theme == Theme.DARK ? "dark.css" : "light.css";
        try (var sheet = ContrastTest.class.getResourceAsStream(file)) {
            if (sheet == null) {
                throw new IOException("no " + file);
            }
            var found = new TreeMap<String, Color>();
            var text = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            var matcher = TOKEN.matcher(text);
            while (matcher.find()) {
                found.put(matcher.group(1), Color.web(matcher.group(2)));
            }
            return found;
        }
    }

    private static Color colour(Map<String, Color> tokens, String name) {
        var colour = tokens.get(name);
        if (colour == null) {
            throw new AssertionError("no token " + name);
        }
        return colour;
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static List<String> with(List<String> some, String... more) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
