package org.cellist.app.ui.output.terminal;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.output.ansi.TextColour;
import org.cellist.app.ui.output.ansi.TextColour.Default;
import org.cellist.app.ui.output.ansi.TextColour.Palette;
import org.cellist.app.ui.output.ansi.TextColour.Rgb;
import org.cellist.app.ui.output.ansi.TextStyle;
import org.cellist.app.ui.output.colour.SafeColour;
import org.cellist.app.ui.theme.ChosenType;

/// How a terminal style is drawn: style classes for what the theme defines, and a style of its
/// own for other colours. Text is readable on its ground in both themes, whatever was asked
/// for.
///
/// The sixteen colours are the theme's, as are the tints behind them. A ground of any other
/// colour is drawn as it is, in both themes, and the text on it moved until it can be read.
///
/// Immutable.
///
/// @param classes of the text
/// @param style of the text; empty when the classes say it all
/// @param groundClass of what is behind the text; empty for nothing
/// @param groundStyle likewise, for a ground that no class stands for
record TextLook(List<String> classes, String style, String groundClass, String groundStyle) {

    /// Plain text.
    static final TextLook PLAIN = new TextLook(List.of(), "", "", "");

    /// xterm's values of the sixteen colours, for text on a ground of a fixed colour.
    private static final int[] XTERM = {
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
        0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff
    };

    TextLook {
        classes = List.copyOf(classes);
    }

    /// Returns this look for letters of two columns, which may be of another family.
    TextLook wide() {
        if (!ChosenType.code().hasOtherWide()) {
            return this;
        }
        var all = new ArrayList<>(classes);
        all.add("wide");
        return new TextLook(all, style, groundClass, groundStyle);
    }

    static TextLook of(TextStyle style) {
        if (style.isPlain()) {
            return PLAIN;
        }
        boolean inverse = style.has(TextStyle.INVERSE);
        var fore = inverse ? style.background() : style.foreground();
        var back = inverse ? style.foreground() : style.background();
        var classes = marks(style);
        return switch (back) {
            case Rgb(var ground) ->
                    new TextLook(
                            classes,
                            "-fx-fill: " + SafeColour.web(readableOn(ground, fore)) + ";",
                            "",
                            "-fx-background-color: " + SafeColour.web(ground) + ";");
            case Palette(var index) ->
                    new TextLook(classes(classes, fore), style(fore), "ansi-ground-" + index, "");
            case Default _ when inverse -> inverted(classes);
            case Default _ -> new TextLook(classes(classes, fore), style(fore), "", "");
        };
    }

    /// Text in the colour of the paper on a ground in the colour of text. A paper that was asked
    /// for as the text's colour is left out: no theme promises that it can be read there.
    private static TextLook inverted(List<String> marks) {
        marks.add("ansi-inverse");
        return new TextLook(marks, "", "ansi-ground-inverse", "");
    }

    private static List<String> classes(List<String> marks, TextColour fore) {
        if (fore instanceof Palette(var index)) {
            marks.add("ansi-" + index);
        }
        return marks;
    }

    private static String style(TextColour fore) {
        return fore instanceof Rgb(var rgb) ? SafeColour.fill(rgb) : "";
    }

    private static int readableOn(int ground, TextColour fore) {
        return switch (fore) {
            case Default _ -> SafeColour.plainOn(ground);
            case Palette(var index) -> SafeColour.on(ground, XTERM[index]);
            case Rgb(var rgb) -> SafeColour.on(ground, rgb);
        };
    }

    private static List<String> marks(TextStyle style) {
        var classes = new ArrayList<String>();
        if (style.has(TextStyle.BOLD)) {
            classes.add("bold");
        }
        if (style.has(TextStyle.FAINT)) {
            classes.add("faint");
        }
        if (style.has(TextStyle.ITALIC)) {
            classes.add("italic");
        }
        if (style.has(TextStyle.UNDERLINE)) {
            classes.add("underlined");
        }
        if (style.has(TextStyle.STRUCK)) {
            classes.add("struck");
        }
        if (style.has(TextStyle.CONCEALED)) {
            classes.add("concealed");
        }
        return classes;
    }
}
