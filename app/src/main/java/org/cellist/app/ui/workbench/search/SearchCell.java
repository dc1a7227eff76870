package org.cellist.app.ui.workbench.search;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.find.Excerpt;
import org.cellist.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// A line of what was found: a file, or one match with the words around it.
///
/// Confined to the JavaFX Application Thread.
final class SearchCell extends ListCell<SearchRow> {

    private static final int SHORT = 18; // characters
    private static final double SHORT_WIDTH = 120;

    private final FolderSearchViewModel model;
    private final Texts texts;
    private final Tooltip whole = new Tooltip();

    /// @param open is told of a line that was clicked
    SearchCell(FolderSearchViewModel model, Texts texts, Consumer<SearchRow> open) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("search-cell");
        setPrefWidth(0);
        setOnMouseClicked(
                event -> {
                    var row = getItem();
                    if (row != null && event.getButton() == MouseButton.PRIMARY) {
                        open.accept(row);
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable SearchRow row, boolean none) {
        super.updateItem(row, none);
        if (none || row == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        whole.setText(row.file().toString());
        setTooltip(whole);
        setGraphic(
                switch (row) {
                    case SearchRow.OfFile(_, var count, var isCut) ->
                            file(row, texts.get(isCut ? "folder.more" : "folder.some", count));
                    case SearchRow.Hit(_, var excerpt, var isFirst) -> hit(excerpt, isFirst);
                    case SearchRow.Unreadable _ -> unreadable(row);
                });
    }

    private Node file(SearchRow row, String count) {
        var names = model.names(row.file());
        var name = label(names.getFirst(), "search-file");
        keepWhole(name);
        var folder = label(names.getLast(), "search-muted");
        folder.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var number = label(count, "search-number");
        number.setMinWidth(USE_PREF_SIZE);
        return line(name, folder, space, number);
    }

    private Node hit(Excerpt excerpt, boolean isFirst) {
        var cell =
                label(
                        isFirst ? texts.get("folder.cell", excerpt.index() + 1) : "",
                        "search-cell-number");
        var line = excerpt.line();
        var before = label(line.substring(0, excerpt.from()), "search-words");
        keepWhole(before);
        var found = label(line.substring(excerpt.from(), excerpt.to()), "search-found");
        keepWhole(found);
        var after = label(line.substring(excerpt.to()), "search-words");
        after.setMinWidth(0);
        var row = line(cell, before, found, after);
        row.getStyleClass().add("search-hit");
        return row;
    }

    private Node unreadable(SearchRow row) {
        var words = texts.get("folder.notread", model.names(row.file()).getFirst());
        var label = label(words, "search-muted");
        label.setMinWidth(0);
        return line(label);
    }

    private static HBox line(Node... parts) {
        var line = new HBox(parts);
        line.getStyleClass().add("search-line");
        return line;
    }

    /// A short text is shown whole; its neighbours give way.
    private static void keepWhole(Label label) {
        label.setMinWidth(label.getText().length() <= SHORT ? USE_PREF_SIZE : SHORT_WIDTH);
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.setEllipsisString("…");
        label.getStyleClass().add(styleClass);
        return label;
    }
}
