package org.cellist.app.ui.output.json;

import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.cellist.app.ui.output.ansi.CharColumns;
import org.cellist.app.ui.theme.Fonts;

/// A row of the tree.
///
/// Confined to the JavaFX Application Thread.
final class JsonRow extends Region {

    static final double INDENT = 18;

    /// As in `json.css`.
    private static final double FONT_SIZE = 13;

    /// How wide a letter is at that size.
    private static final double COLUMN = 7.8;

    private static final int MEASURED = 300;
    private static final double TRIANGLE = 16;
    private static final double BASELINE = 15;

    private final Region triangle = new Region();
    private final Text name = text("json-name");
    private final Text value = text("json-quiet");

    JsonRow() {
        getStyleClass().add("json-row");
        triangle.getStyleClass().add("triangle");
        triangle.setManaged(false);
        getChildren().addAll(triangle, name, value);
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
            widest = Math.max(widest, item.depth() * INDENT + TRIANGLE + columns * COLUMN);
        }
        return widest;
    }

    private static Text text(String styleClass) {
        var text = new Text();
        text.setManaged(false);
        text.setTextOrigin(VPos.BASELINE);
        text.setY(BASELINE);
        text.setFont(Font.font(Fonts.CODE, FONT_SIZE)); // measured before style sheets are applied
        text.getStyleClass().setAll("json-text", styleClass);
        return text;
    }

    /// @param found what the row is to a search: `found`, `found-current`, or empty
    void show(JsonItem item, boolean selected, String found) {
        double x = item.depth() * INDENT;
        triangle.setVisible(item.canOpen());
        triangle.setRotate(item.isOpen() ? 90 : 0);
        triangle.resizeRelocate(x, 5, 7, 9);
        name.setText(item.name().isEmpty() ? "" : oneLine(item.name()) + ": ");
        name.setX(x + TRIANGLE);
        var words = JsonWords.of(item);
        value.setText(words.text());
        value.getStyleClass().setAll("json-text", words.styleClass());
        value.setX(x + TRIANGLE + name.getLayoutBounds().getWidth());
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
