package org.cellist.app.ui.output.colour;

/// Moves a colour until text in it can be read (WCAG 2.2, 1.4.3: a contrast of 4.5 to 1).
///
/// Immutable.
public final class SafeColour {

    /// The required contrast.
    public static final double CONTRAST = 4.5;

    /// The darkest paper of the light theme and the lightest of the dark one, as relative
    /// luminance; the tints behind coloured terminal text included. A test holds the sheets to
    /// it.
    public static final double DARKEST_LIGHT_PAPER = 0.66;

    public static final double LIGHTEST_DARK_PAPER = 0.064;

    private static final double FLARE = 0.05;
    private static final int STEPS = 12;
    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0;

    private SafeColour() {}

    /// Returns the colour, darker where needed, for the light theme.
    public static int onLightPaper(int rgb) {
        return below(rgb, (DARKEST_LIGHT_PAPER + FLARE) / CONTRAST - FLARE);
    }

    /// Returns the colour, lighter where needed, for the dark theme.
    public static int onDarkPaper(int rgb) {
        return above(rgb, (LIGHTEST_DARK_PAPER + FLARE) * CONTRAST - FLARE);
    }

    /// Returns the colour, moved where needed, for text on another one.
    public static int on(int paper, int rgb) {
        if (contrast(rgb, paper) >= CONTRAST) {
            return rgb;
        }
        double luminance = luminance(paper);
        return contrast(WHITE, paper) > contrast(BLACK, paper)
                ? above(rgb, (luminance + FLARE) * CONTRAST - FLARE)
                : below(rgb, (luminance + FLARE) / CONTRAST - FLARE);
    }

    /// Returns black or white, whichever is clearer on a colour.
    public static int plainOn(int paper) {
        return contrast(WHITE, paper) > contrast(BLACK, paper) ? WHITE : BLACK;
    }

    public static double contrast(int one, int other) {
        double a = luminance(one) + FLARE;
        double b = luminance(other) + FLARE;
        return Math.max(a, b) / Math.min(a, b);
    }

    /// Relative luminance, 0 to 1.
    public static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff)
                + 0.7152 * linear(rgb >> 8 & 0xff)
                + 0.0722 * linear(rgb & 0xff);
    }

    /// Returns the style of text in a colour, readable in both themes. The theme is told by the
    /// lightness of its paper.
    public static String fill(int rgb) {
        return "-fx-fill: ladder(-cellist-background, %s 49%%, %s 50%%);"
                .formatted(web(onDarkPaper(rgb)), web(onLightPaper(rgb)));
    }

    /// Returns the colour as a style sheet writes it.
    public static String web(int rgb) {
        return "#%06x".formatted(rgb);
    }

    private static int below(int rgb, double most) {
        return luminance(rgb) <= most ? rgb : mixed(rgb, BLACK, share(rgb, BLACK, most));
    }

    private static int above(int rgb, double least) {
        return luminance(rgb) >= least ? rgb : mixed(rgb, WHITE, share(rgb, WHITE, least));
    }

    /// Returns how much of the target has to be mixed in to reach a luminance.
    private static double share(int rgb, int target, double wanted) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            double luminance = luminance(mixed(rgb, target, middle));
            boolean reached = target == WHITE ? luminance >= wanted : luminance <= wanted;
            if (reached) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static int mixed(int rgb, int target, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = rgb >> shift & 0xff;
            int to = target >> shift & 0xff;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return mixed;
    }

    private static double linear(int component) {
        double share = component / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
