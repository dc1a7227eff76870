package org.cellist.app.ui.output.html;

import javafx.scene.paint.Color;

/// The window's colours for a page, under the names that libraries look for: those of JupyterLab.
///
/// Immutable.
record PageLook(Color text, Color muted, Color ground, Color line) {

    private static final String RULES =
            """
            html, body { margin: 0; padding: 0; background: transparent; overflow-y: hidden; }
            body { display: flow-root; color: var(--jp-content-font-color1);
              font: 13px Pretendard, sans-serif; line-height: 1.5; }
            table { border-collapse: collapse; border: none; }
            td, th { padding: 4px 14px; text-align: right; border: none; }
            thead { border-bottom: 1px solid var(--jp-border-color1); }
            pre, code, kbd, samp { font-family: "Cellist Mono", monospace; }
            a { color: inherit; }
            img, svg { max-width: 100%; }
            """;

    /// Black on white, for pages with grounds of their own whose words would be lost on a dark one.
    static final PageLook PAPER =
            new PageLook(Color.BLACK, Color.DIMGRAY, Color.WHITE, Color.LIGHTGRAY);

    private static final String ON_PAPER =
            "body { background: white; padding: 8px 12px; border-radius: 4px; }\n";

    boolean isDark() {
        return ground.getBrightness() < 0.5;
    }

    String sheet() {
        return ":root { color-scheme: %s; %s%s%s%s}\n%s%s"
                .formatted(
                        isDark() ? "dark" : "light",
                        variables(text, "content-font-color0", "content-font-color1"),
                        variables(muted, "content-font-color2", "content-font-color3"),
                        variables(ground, "layout-color0", "layout-color1"),
                        variables(line, "layout-color2", "layout-color3", "border-color1"),
                        RULES,
                        equals(PAPER) ? ON_PAPER : "");
    }

    private static String variables(Color colour, String... names) {
        var declarations = new StringBuilder();
        for (var name : names) {
            declarations.append("--jp-%s: %s; ".formatted(name, web(colour)));
        }
        return declarations.toString();
    }

    private static String web(Color colour) {
        return "#%02x%02x%02x"
                .formatted(
                        Math.round(colour.getRed() * 255),
                        Math.round(colour.getGreen() * 255),
                        Math.round(colour.getBlue() * 255));
    }
}
