package org.cellist.app.ui.output.table;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide texts are in one font, from the widths of their characters: a table has thousands of
/// texts but few different characters.
///
/// Confined to the JavaFX Application Thread.
final class TextWidths {

    private static final char ELLIPSIS = '…';

    private final Text probe = new Text();
    private final double[] latin = new double[256];
    private final Map<Integer, Double> others = new HashMap<>();

    TextWidths(Font font) {
        probe.setFont(font);
    }

    /// Returns a text's width in pixels; kerning is left out.
    double of(String text) {
        double width = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            width += of(c);
            at += Character.charCount(c);
        }
        return width;
    }

    /// Returns the text, or as much of its beginning as fits with a sign that more follows.
    String fitted(String text, double room) {
        if (of(text) <= room) {
            return text;
        }
        double width = of(ELLIPSIS);
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            width += of(c);
            if (width > room) {
                break;
            }
            at += Character.charCount(c);
        }
        return text.substring(0, at) + ELLIPSIS;
    }

    private double of(int c) {
        if (c >= latin.length) {
            return others.computeIfAbsent(c, this::measured);
        }
        if (latin[c] == 0) {
            latin[c] = measured(c);
        }
        return latin[c];
    }

    private double measured(int c) {
        probe.setText(Character.toString(c));
        return Math.max(0.01, probe.getLayoutBounds().getWidth());
    }
}
