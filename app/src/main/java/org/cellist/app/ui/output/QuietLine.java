package org.cellist.app.ui.output;

import javafx.scene.control.Label;

/// A quiet line that says why something is not shown.
///
/// Confined to the JavaFX Application Thread.
final class QuietLine extends Label {

    private static final int LONGEST_NAME = 80;

    QuietLine(String words) {
        super(words);
        getStyleClass().add("output-quiet");
        setWrapText(true);
    }

    /// Makes a name that came with the output fit to be shown: it may hold anything.
    static String shown(String name) {
        var clean = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_NAME)
                .map(c -> isVisible(c) ? c : '\ufffd')
                .forEach(clean::appendCodePoint);
        return clean.length() < name.length() ? clean + "…" : clean.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
