package org.cellist.app.ui.workbench.kernels;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/// One kernel in two lines: its notebook with what it does, and its figures.
///
/// Confined to the JavaFX Application Thread.
final class KernelCell extends ListCell<KernelRow> {

    private final Label title = new Label();
    private final Label work = new Label();
    private final Label name = new Label();
    private final Label figures = new Label();
    private final Node dot = Icons.dot();
    private final VBox lines;

    KernelCell() {
        getStyleClass().add("kernel-cell");
        title.getStyleClass().add("kernel-title");
        title.setMinWidth(0);
        work.getStyleClass().add("kernel-figures");
        work.setMinWidth(Region.USE_PREF_SIZE);
        for (var line : List.of(name, figures)) {
            line.getStyleClass().add("kernel-figures");
            line.setMinWidth(0);
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var first = new HBox(dot, title, space, work);
        first.getStyleClass().add("kernel-line");
        lines = new VBox(first, name, figures);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable KernelRow row, boolean none) {
        super.updateItem(row, none);
        if (none || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(row.title());
        work.setText(row.work());
        name.setText(row.name());
        figures.setText(row.figures());
        dot.getStyleClass().setAll("shape-icon", "dot-icon", dotClass(row));
        setAccessibleText(
                row.title() + ", " + row.work() + ", " + row.name() + ", " + row.figures());
        setGraphic(lines);
    }

    private static String dotClass(KernelRow row) {
        return switch (row.kernel().work()) {
            case BUSY -> "dot-running";
            case IDLE -> "dot-ok";
            case ENDED -> "dot-error";
        };
    }
}
