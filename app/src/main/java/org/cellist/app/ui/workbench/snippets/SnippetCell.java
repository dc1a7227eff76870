package org.cellist.app.ui.workbench.snippets;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import org.cellist.app.snippets.Snippet;
import org.jspecify.annotations.Nullable;

/// A line of the list of snippets: a group, or a snippet's title.
///
/// Confined to the JavaFX Application Thread.
final class SnippetCell extends ListCell<SnippetRow> {

    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    private static final int TWICE = 2;

    private final Tooltip whole = new Tooltip();

    /// @param insert is told of a snippet that was clicked twice
    SnippetCell(Consumer<Snippet> insert) {
        getStyleClass().add("snippet-cell");
        setPrefWidth(0);
        setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY
                            && event.getClickCount() == TWICE
                            && getItem() instanceof SnippetRow.Entry(var snippet)) {
                        insert.accept(snippet);
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable SnippetRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(GROUP, !empty && row instanceof SnippetRow.Group);
        if (empty || row == null) {
            setText(null);
            setTooltip(null);
            return;
        }
        setText(words(row));
        whole.setText(getText());
        setTooltip(whole);
    }

    private static String words(SnippetRow row) {
        return switch (row) {
            case SnippetRow.Group(var name) -> name;
            case SnippetRow.Entry(var snippet) -> snippet.title();
        };
    }
}
