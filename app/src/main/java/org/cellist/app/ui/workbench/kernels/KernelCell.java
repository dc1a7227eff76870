package org.cellist.app.ui.workbench.kernels;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/// One kernel: its notebook with what it does, its name, its figures, and what is worth a remark;
/// or a machine that is lent.
///
/// Confined to the JavaFX Application Thread.
final class KernelCell extends ListCell<KernelsRow> {

    private static final PseudoClass MACHINE = PseudoClass.getPseudoClass("machine");

    private final Label title = new Label();
    private final Label work = new Label();
    private final Label name = new Label();
    private final Label figures = new Label();
    private final Label remarks = new Label();
    private final Node dot = Icons.dot();
    private final VBox lines;

    KernelCell() {
        getStyleClass().add("kernel-cell");
        title.getStyleClass().add("kernel-title");
        title.setMinWidth(0);
        work.getStyleClass().add("kernel-figures");
        work.setMinWidth(Region.USE_PREF_SIZE);
        for (var line : List.of(name, figures, remarks)) {
            line.getStyleClass().add("kernel-figures");
            line.setMinWidth(0);
            line.managedProperty().bind(line.textProperty().isNotEmpty());
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var first = new HBox(dot, title, space, work);
        first.getStyleClass().add("kernel-line");
        lines = new VBox(first, name, figures, remarks);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable KernelsRow row, boolean none) {
        super.updateItem(row, none);
        if (none || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(MACHINE, false);
            return;
        }
        pseudoClassStateChanged(MACHINE, row instanceof KernelsRow.MachineRow);
        title.setText(row.title());
        work.setText(row.work());
        name.setText(row.name());
        figures.setText(row.figures());
        remarks.setText(row.remarks());
        dot.getStyleClass().setAll("shape-icon", "dot-icon", dotClass(row));
        setAccessibleText(
                Stream.of(row.title(), row.work(), row.name(), row.figures(), row.remarks())
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(", ")));
        setGraphic(lines);
    }

    private static String dotClass(KernelsRow row) {
        return switch (row.dot()) {
            case BUSY -> "dot-running";
            case IDLE -> "dot-ok";
            case UNKNOWN -> "dot-idle";
            case ENDED -> "dot-error";
        };
    }
}
