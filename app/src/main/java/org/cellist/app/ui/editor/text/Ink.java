package org.cellist.app.ui.editor.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import org.cellist.app.ui.editor.highlight.TokenStyle;
import org.cellist.app.ui.theme.ChosenType;
import org.cellist.app.ui.theme.CodeType;
import org.cellist.app.ui.theme.Fonts;
import org.cellist.app.ui.theme.LetterRuns;

/// What code is written with: the colours that the style sheets give an area, and the fonts that
/// follow from what a person has chosen.
///
/// Confined to the JavaFX Application Thread.
final class Ink {

    private final Map<Colour, SimpleStyleableObjectProperty<Paint>> paints =
            new EnumMap<>(Colour.class);
    private final Map<LetterRuns.Kind, Map<Face, Font>> fonts =
            new EnumMap<>(LetterRuns.Kind.class);
    private CodeType type = ChosenType.code();

    /// The colours, each a property of an area in the style sheets: `-code-keyword-fill`.
    private enum Colour {
        TEXT,
        KEYWORD,
        STRING,
        NUMBER,
        FUNCTION,
        COMMENT;

        static Colour of(TokenStyle style) {
            return switch (style) {
                case PLAIN, STRONG, EMPHASIS -> TEXT;
                case KEYWORD, TAG, DECORATOR, HEADING -> KEYWORD;
                case STRING -> STRING;
                case NUMBER, CONSTANT, ESCAPE -> NUMBER;
                case FUNCTION, BUILTIN, PROPERTY, LINK -> FUNCTION;
                case COMMENT -> COMMENT;
            };
        }
    }

    private enum Face {
        UPRIGHT,
        ITALIC,
        BOLD;

        static Face of(TokenStyle style) {
            return switch (style) {
                case COMMENT, EMPHASIS -> ITALIC;
                case HEADING, STRONG -> BOLD;
                default -> UPRIGHT;
            };
        }

        /// Of a family that was read from a file and has no italic face, the program's own among
        /// them, JavaFX gives the bold one instead.
        Font font(String family, double size) {
            return switch (this) {
                case UPRIGHT -> Font.font(family, size);
                case BOLD -> Font.font(family, FontWeight.BOLD, size);
                case ITALIC -> {
                    var italic = Font.font(family, FontPosture.ITALIC, size);
                    boolean isBold = italic.getStyle().contains("Bold");
                    yield isBold ? UPRIGHT.font(family, size) : italic;
                }
            };
        }
    }

    /// A colour as a property that style sheets can set.
    private static final class Fill extends CssMetaData<CodeTextArea, Paint> {

        private final Colour colour;

        Fill(Colour colour) {
            super(
                    "-code-" + colour.name().toLowerCase(Locale.ROOT) + "-fill",
                    PaintConverter.getInstance(),
                    Color.BLACK);
            this.colour = colour;
        }

        @Override
        public boolean isSettable(CodeTextArea area) {
            return true;
        }

        @Override
        public StyleableProperty<Paint> getStyleableProperty(CodeTextArea area) {
            return area.ink().paint(colour);
        }
    }

    private static final Map<Colour, Fill> FILLS = fills();

    /// Everything that style sheets can set of it.
    static final List<CssMetaData<? extends Styleable, ?>> STYLEABLE =
            List.copyOf(new ArrayList<>(FILLS.values()));

    private static Map<Colour, Fill> fills() {
        var fills = new EnumMap<Colour, Fill>(Colour.class);
        for (var colour : Colour.values()) {
            fills.put(colour, new Fill(colour));
        }
        return fills;
    }

    Ink() {
        for (var colour : Colour.values()) {
            paints.put(
                    colour,
                    new SimpleStyleableObjectProperty<Paint>(FILLS.get(colour), Color.BLACK));
        }
    }

    /// Sets who is told when the style sheets have set other colours.
    void setChanged(Runnable changed) {
        paints.values().forEach(paint -> paint.subscribe(changed));
    }

    private SimpleStyleableObjectProperty<Paint> paint(Colour colour) {
        return Objects.requireNonNull(paints.get(colour));
    }

    /// Returns a new piece of text.
    ///
    /// @param classes as [CodeText] takes them
    CodeText text(String text, Iterable<String> classes) {
        var piece = new CodeText(text, classes);
        write(piece);
        return piece;
    }

    /// Gives a piece of text its font and its colour as they are now.
    void write(CodeText text) {
        text.setFont(font(text));
        text.setFill(paint(Colour.of(text.style())).get());
    }

    private Font font(CodeText text) {
        var now = ChosenType.code();
        if (!now.equals(type)) {
            type = now;
            fonts.clear();
        }
        return fonts.computeIfAbsent(text.letters(), _ -> new EnumMap<>(Face.class))
                .computeIfAbsent(Face.of(text.style()), face -> font(face, text.letters(), now));
    }

    private static Font font(Face face, LetterRuns.Kind letters, CodeType type) {
        if (letters == LetterRuns.Kind.WIDE && type.hasOtherWide()) {
            return face.font(Fonts.CODE, type.wideSize());
        }
        boolean hasOtherSize = letters == LetterRuns.Kind.EMOJI && type.emojiSize() > 0;
        return face.font(type.family(), hasOtherSize ? type.emojiSize() : type.size());
    }
}
