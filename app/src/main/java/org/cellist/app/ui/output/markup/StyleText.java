package org.cellist.app.ui.output.markup;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.paint.Color;
import org.cellist.app.ui.output.rich.Block.Side;
import org.cellist.app.ui.output.rich.InlineStyle;
import org.jspecify.annotations.Nullable;

/// The `style` attribute of an element, as far as letters are concerned. Immutable.
final class StyleText {

    private static final int LONGEST = 4000;
    private static final int LONGEST_COLOUR = 40;
    private static final int BOLD = 600;

    private StyleText() {}

    /// Returns property to value, in small letters.
    static Map<String, String> declarations(String style) {
        var found = new LinkedHashMap<String, String>();
        if (style.length() > LONGEST) {
            return found;
        }
        for (var declaration : style.split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                found.put(
                        declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    static InlineStyle applied(String style, InlineStyle to) {
        if (style.isBlank()) {
            return to;
        }
        var declared = declarations(style);
        var result = to;
        if (isBold(declared.getOrDefault("font-weight", ""))) {
            result = result.with(InlineStyle.STRONG);
        }
        var slant = declared.getOrDefault("font-style", "");
        if (slant.equals("italic") || slant.equals("oblique")) {
            result = result.with(InlineStyle.EMPHASIS);
        }
        var line =
                declared.getOrDefault("text-decoration", "")
                        + declared.getOrDefault("text-decoration-line", "");
        if (line.contains("underline")) {
            result = result.with(InlineStyle.UNDERLINED);
        }
        if (line.contains("line-through")) {
            result = result.with(InlineStyle.STRUCK);
        }
        var colour = colour(declared.getOrDefault("color", ""));
        return colour == null ? result : result.withColour(colour);
    }

    static Side side(String alignment, Side otherwise) {
        return switch (alignment.strip().toLowerCase(Locale.ROOT)) {
            case "left", "start" -> Side.LEFT;
            case "center" -> Side.CENTRE;
            case "right", "end" -> Side.RIGHT;
            default -> otherwise;
        };
    }

    /// Returns a colour as `0xRRGGBB`; null when it is none, or can hardly be seen.
    static @Nullable Integer colour(String value) {
        var name = value.replace("!important", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_COLOUR || name.equals("transparent")) {
            return null;
        }
        try {
            var colour = Color.web(name);
            if (colour.getOpacity() < 0.2) {
                return null;
            }
            return (int) Math.round(colour.getRed() * 255) << 16
                    | (int) Math.round(colour.getGreen() * 255) << 8
                    | (int) Math.round(colour.getBlue() * 255);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean isBold(String weight) {
        return weight.startsWith("bold")
                || (weight.matches("[0-9]{3,4}") && Integer.parseInt(weight) >= BOLD);
    }
}
