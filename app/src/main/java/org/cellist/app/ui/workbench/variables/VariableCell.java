package org.cellist.app.ui.workbench.variables;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Sizes;
import org.cellist.app.variables.Variable;
import org.jspecify.annotations.Nullable;

/// A variable in two lines: its name and value or shape; its type and size.
///
/// Confined to the JavaFX Application Thread.
final class VariableCell extends ListCell<Variable> {

    private static final double SIDES = 16;
    private static final double WIDEST_NAME = 170;

    private final Label name = new Label();
    private final Label value = new Label();
    private final Label type = new Label();
    private final Label size = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final VBox lines;

    /// @param chosen told of a variable that was clicked twice
    VariableCell(Consumer<Variable> chosen) {
        setOnMouseClicked(
                click -> {
                    if (getItem() != null && click.getClickCount() == 2) {
                        chosen.accept(getItem());
                    }
                });
        getStyleClass().add("variable-cell");
        name.getStyleClass().add("variable-name");
        value.getStyleClass().add("variable-value");
        type.getStyleClass().add("variable-type");
        size.getStyleClass().add("variable-type");
        size.setMinWidth(Region.USE_PREF_SIZE);
        name.setMinWidth(Region.USE_PREF_SIZE); // the value gives way first
        name.setMaxWidth(WIDEST_NAME);
        value.setMinWidth(0);
        type.setMinWidth(0);
        lines = new VBox(line(name, value), line(type, size));
        lines.getStyleClass().add("variable-lines");
        lines.prefWidthProperty().bind(widthProperty().subtract(SIDES));
        lines.maxWidthProperty().bind(lines.prefWidthProperty());
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    private static HBox line(Label left, Label right) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(left, space, right);
        line.getStyleClass().add("variable-line");
        return line;
    }

    @Override
    protected void updateItem(@Nullable Variable variable, boolean empty) {
        super.updateItem(variable, empty);
        if (empty || variable == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        var shape = shape(variable);
        var preview = variable.preview();
        name.setText(variable.name());
        value.setText(preview == null ? shape : preview);
        type.setText(
                Stream.of(variable.type(), variable.dtype(), variable.device())
                        .filter(part -> part != null && !part.isEmpty())
                        .collect(Collectors.joining(" · ")));
        size.setText(variable.sizeBytes() < 0 ? "" : Sizes.words(variable.sizeBytes()));
        tooltip.setText(
                Stream.of(variable.name(), type.getText(), shape, preview)
                        .filter(part -> part != null && !part.isEmpty())
                        .collect(Collectors.joining("\n")));
        setTooltip(tooltip);
        setAccessibleText(
                String.join(", ", name.getText(), type.getText(), value.getText(), size.getText()));
        setGraphic(lines);
    }

    /// `1,000 × 5`; of a container how many it holds.
    private static String shape(Variable variable) {
        return variable.shape().stream()
                .map(length -> String.format("%,d", length))
                .collect(Collectors.joining(" × "));
    }
}
