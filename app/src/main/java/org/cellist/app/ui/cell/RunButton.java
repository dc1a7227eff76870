package org.cellist.app.ui.cell;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/// The round button before a cell: it runs the cell, or interrupts it.
///
/// Confined to the JavaFX Application Thread.
final class RunButton extends Button {

    private final Texts texts = Texts.of("cell");
    private final Tooltip tooltip = new Tooltip();
    private @Nullable Boolean stops;

    RunButton() {
        getStyleClass().setAll("cell-run-button");
        setFocusTraversable(false);
        setTooltip(tooltip);
    }

    /// Serves that cell from now on.
    ///
    /// @param isRunning whether a press interrupts it
    void show(CellViewModel cell, boolean isRunning) {
        setOnAction(
                _ -> {
                    if (isRunning) {
                        cell.actions().interrupt();
                    } else {
                        cell.actions().run(cell.id());
                    }
                });
        if (stops == null || stops != isRunning) {
            stops = isRunning;
            var words = texts.get(isRunning ? "stop" : "run");
            setGraphic(isRunning ? Icons.stop() : Icons.run());
            setAccessibleText(words);
            tooltip.setText(words);
        }
    }
}
