package org.cellist.app.ui.output.json;

import javafx.scene.layout.Region;
import org.cellist.app.ui.output.ansi.CharColumns;
import org.cellist.app.ui.theme.ChosenType;

/// A row of the tree.
///
/// Confined to the JavaFX Application Thread.
final class JsonRow extends Region {

    static final double INDENT = 18;

    /// Between the rows of a tree there is more space than between those of a text.
    private static final double SPACE = 2;

    private static final int MEASURED = 300;
    private static final double TRIANGLE = 16;
    private static final double TRIANGLE_HEIGHT = 9;

    private final Region triangle = new Region();
    private final JsonText name = new JsonText();
    private final JsonText value = new JsonText();

    JsonRow() {
        getStyleClass().add("json-row");
        triangle.getStyleClass().add("triangle");
        triangle.setManaged(false);
        getChildren().addAll(triangle, name, value);
    }

    /// From one row to the next, in pixels.
    static double height() {
        return ChosenType.code().rowHeight() + SPACE;
    }

    /// About how wide the rows are, in pixels: of many, the first ones are looked at.
    static double widthOf(JsonRows rows) {
        double widest = 0;
        for (int i = 0; i < Math.min(MEASURED, rows.count()); i++) {
            var item = rows.get(i);
            int columns =
                    CharColumns.of(oneLine(item.name()))
                            + 2
                            + CharColumns.of(JsonWords.of(item).text());
            widest =
                    Math.max(
                            widest,
                            item.depth() * INDENT
                                    + TRIANGLE
                                    + columns * ChosenType.code().columnWidth());
        }
        return widest;
    }

    /// @param found what the row is to a search: `found`, `found-current`, or empty
    void show(JsonItem item, boolean selected, String found) {
        double x = item.depth() * INDENT;
        triangle.setVisible(item.canOpen());
        triangle.setRotate(item.isOpen() ? 90 : 0);
        double top = Math.floor((height() - TRIANGLE_HEIGHT) / 2 - 1);
        triangle.resizeRelocate(x, top, 7, TRIANGLE_HEIGHT);
        var shownName = item.name().isEmpty() ? "" : oneLine(item.name()) + ": ";
        double end = name.show(shownName, "json-name", x + TRIANGLE, height());
        var words = JsonWords.of(item);
        value.show(words.text(), words.styleClass(), end, height());
        getStyleClass().removeAll("selected", "found", "found-current");
        if (!found.isEmpty()) {
            getStyleClass().add(found);
        }
        if (selected) {
            getStyleClass().add("selected");
        }
    }

    private static String oneLine(String name) {
        var start = name.length() > 100 ? name.substring(0, 100) + "…" : name;
        return start.replace('\n', '⏎');
    }
}
