package org.cellist.app.ui.output.ansi;

import org.cellist.app.ui.output.ansi.TextColour.Palette;
import org.cellist.app.ui.output.ansi.TextColour.Rgb;

/// Reads the parameters of `CSI … m`: marks, the sixteen colours, xterm's 256, and 24-bit colours
/// (ECMA-48, 8.3.117; ISO 8613-6 for the last two). Unknown codes change nothing.
///
/// Immutable.
final class SgrCodes {

    private static final int FOREGROUND = 38;
    private static final int BACKGROUND = 48;

    private SgrCodes() {}

    static TextStyle applied(TextStyle before, Parameters codes) {
        var style = before;
        int count = Math.max(1, codes.count());
        for (int i = 0; i < count; i++) {
            int code = codes.at(i, 0);
            if (code == FOREGROUND || code == BACKGROUND) {
                int used = extendedLength(codes, i);
                style = extended(style, codes, i, used);
                i += used;
            } else {
                style = simple(style, code);
            }
        }
        return style;
    }

    private static TextStyle simple(TextStyle style, int code) {
        return switch (code) {
            case 0 -> TextStyle.PLAIN;
            case 1 -> style.with(TextStyle.BOLD);
            case 2 -> style.with(TextStyle.FAINT);
            case 3 -> style.with(TextStyle.ITALIC);
            case 4, 21 -> style.with(TextStyle.UNDERLINE);
            case 7 -> style.with(TextStyle.INVERSE);
            case 8 -> style.with(TextStyle.CONCEALED);
            case 9 -> style.with(TextStyle.STRUCK);
            case 22 -> style.without(TextStyle.BOLD | TextStyle.FAINT);
            case 23 -> style.without(TextStyle.ITALIC);
            case 24 -> style.without(TextStyle.UNDERLINE);
            case 27 -> style.without(TextStyle.INVERSE);
            case 28 -> style.without(TextStyle.CONCEALED);
            case 29 -> style.without(TextStyle.STRUCK);
            case 39 -> style.withForeground(TextColour.DEFAULT);
            case 49 -> style.withBackground(TextColour.DEFAULT);
            default -> coloured(style, code);
        };
    }

    private static TextStyle coloured(TextStyle style, int code) {
        if (code >= 30 && code <= 37) {
            return style.withForeground(new Palette(code - 30));
        }
        if (code >= 40 && code <= 47) {
            return style.withBackground(new Palette(code - 40));
        }
        if (code >= 90 && code <= 97) {
            return style.withForeground(new Palette(code - 90 + 8));
        }
        if (code >= 100 && code <= 107) {
            return style.withBackground(new Palette(code - 100 + 8));
        }
        return style;
    }

    /// Returns how many parameters after the one at `i` belong to its colour.
    private static int extendedLength(Parameters codes, int i) {
        return switch (codes.at(i + 1, -1)) {
            case 5 -> 2;
            case 2 -> codes.isColon(i + 1) && codes.colonsFrom(i + 1) >= 5 ? 5 : 4;
            default -> codes.isColon(i + 1) ? codes.colonsFrom(i + 1) : 1;
        };
    }

    private static TextStyle extended(TextStyle style, Parameters codes, int i, int used) {
        TextColour colour;
        int kind = codes.at(i + 1, -1);
        if (kind == 5 && codes.at(i + 2, -1) >= 0) {
            colour = TextColour.indexed(codes.at(i + 2, 0) & 0xff);
        } else if (kind == 2 && i + used < codes.count()) {
            int first = i + used - 2; // a colour space may stand before the components
            colour =
                    new Rgb(
                            component(codes, first) << 16
                                    | component(codes, first + 1) << 8
                                    | component(codes, first + 2));
        } else {
            return style;
        }
        return codes.at(i, 0) == FOREGROUND
                ? style.withForeground(colour)
                : style.withBackground(colour);
    }

    private static int component(Parameters codes, int i) {
        return Math.min(255, Math.max(0, codes.at(i, 0)));
    }
}
