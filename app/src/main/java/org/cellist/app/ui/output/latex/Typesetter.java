package org.cellist.app.ui.output.latex;

import java.awt.Color;
import java.awt.Font;
import java.awt.Insets;
import java.awt.image.BufferedImage;
import java.lang.Character.UnicodeBlock;
import java.util.List;
import org.scilab.forge.jlatexmath.JMathTeXException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/// Typesets with JLaTeXMath. The first formula takes about a second.
///
/// Confined to one thread, always the same: the library keeps its state in static fields.
final class Typesetter {

    /// Neither side of a formula is longer, in device pixels.
    private static final int LONGEST_EDGE = 12_000;

    /// Free pixels around a formula: letters may reach a little over their boxes.
    private static final int EDGE = 1;

    private static final int MOST_PIXELS = 8_000_000;

    /// Scripts that the library has no letters for are drawn in the system's.
    private static final List<UnicodeBlock> SYSTEM_SCRIPTS =
            List.of(
                    UnicodeBlock.HANGUL_SYLLABLES,
                    UnicodeBlock.HANGUL_COMPATIBILITY_JAMO,
                    UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS,
                    UnicodeBlock.HIRAGANA,
                    UnicodeBlock.KATAKANA);

    private boolean knowsScripts;

    /// Returns the formula as pixels, or that it cannot be set.
    ///
    /// @param size of the letters, in pixels
    /// @param scale device pixels for each pixel
    Typesetting typeset(Formula formula, double size, double scale) {
        var latex = LatexSource.prepared(formula.latex());
        return latex.isEmpty()
                ? new Typesetting.Unsettable()
                : typeset(latex.get(), formula.display(), size, scale);
    }

    private Typesetting typeset(String latex, boolean display, double size, double scale) {
        learnScripts();
        try {
            int style = display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT;
            var icon = new TeXFormula(latex).createTeXIcon(style, (float) (size * scale));
            icon.setInsets(new Insets(EDGE, EDGE, EDGE, EDGE), true);
            int width = icon.getIconWidth();
            int height = icon.getIconHeight();
            if (!isBearable(width, height)) {
                return new Typesetting.Unsettable();
            }
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            var graphics = image.createGraphics();
            icon.setForeground(Color.BLACK);
            icon.paintIcon(null, graphics, 0, 0);
            graphics.dispose();
            var argb = image.getRGB(0, 0, width, height, null, 0, width);
            return new TypesetFormula(argb, width, scale, icon.getBaseLine() * height);
        } catch (JMathTeXException e) {
            return new Typesetting.Unsettable();
        }
    }

    private static boolean isBearable(int width, int height) {
        return width > 0
                && height > 0
                && width <= LONGEST_EDGE
                && height <= LONGEST_EDGE
                && (long) width * height <= MOST_PIXELS;
    }

    private void learnScripts() {
        if (!knowsScripts) {
            knowsScripts = true;
            SYSTEM_SCRIPTS.forEach(
                    script -> TeXFormula.registerExternalFont(script, Font.SANS_SERIF, Font.SERIF));
        }
    }
}
