package org.cellist.app.ui.workbench.palette;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.cellist.app.ui.workbench.palette.PaletteViewModel.Row;
import org.jspecify.annotations.Nullable;

/// One line of a palette: its name with the letters that fit, its group, its keys or number.
///
/// Confined to the JavaFX Application Thread.
final class PaletteCell extends ListCell<Row> {

    private final TextFlow name = new TextFlow();
    private final Label group = new Label();
    private final Label keys = new Label();
    private final HBox row;

    /// @param chosen told of a row that was clicked
    PaletteCell(Consumer<Row> chosen) {
        getStyleClass().add("palette-cell");
        name.getStyleClass().add("palette-name");
        name.setMaxHeight(Region.USE_PREF_SIZE); // or it stands at the top of the row
        group.getStyleClass().add("palette-group");
        group.setMinWidth(Region.USE_PREF_SIZE);
        keys.getStyleClass().add("key-cap");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row = new HBox(name, space, group, keys);
        row.getStyleClass().add("palette-row");
        setOnMouseClicked(
                click -> {
                    if (getItem() != null && click.getButton() == MouseButton.PRIMARY) {
                        chosen.accept(getItem());
                    }
                });
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Row item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        showName(item.choice().name(), item.places());
        group.setText(item.choice().group());
        var shown = item.choice().mark();
        keys.setText(shown);
        keys.setVisible(!shown.isEmpty());
        keys.setManaged(!shown.isEmpty());
        setAccessibleText(item.choice().group() + ", " + item.choice().name() + " " + shown);
        setGraphic(row);
    }

    private void showName(String text, List<Integer> places) {
        name.getChildren().clear();
        int start = 0;
        while (start < text.length()) {
            boolean fits = places.contains(start);
            int end = start + 1;
            while (end < text.length() && places.contains(end) == fits) {
                end++;
            }
            var part = new Text(text.substring(start, end));
            part.getStyleClass().add(fits ? "palette-fit" : "palette-letters");
            name.getChildren().add(part);
            start = end;
        }
    }
}
