package org.cellist.app.ui.runtime;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The runtime at the right of the tool bar: its name, and what its kernel does. A click chooses.
///
/// Confined to the JavaFX Application Thread.
public final class RuntimeChip extends Button {

    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
    private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");

    private final RuntimeWords words = new RuntimeWords();
    private final Label name = new Label();
    private final Label activity = new Label();

    public RuntimeChip(ObservableValue<@Nullable RuntimeState> state, Runnable choose) {
        getStyleClass().setAll("runtime-chip");
        name.getStyleClass().add("runtime-chip-name");
        activity.getStyleClass().add("runtime-chip-activity");
        activity.managedProperty().bind(activity.textProperty().isNotEmpty());
        var row = new HBox(Icons.of(Feather.CPU), name, activity);
        row.getStyleClass().add("runtime-chip-row");
        setGraphic(row);
        setMinWidth(Region.USE_PREF_SIZE);
        setOnAction(_ -> choose.run());
        state.subscribe(this::show);
    }

    private void show(@Nullable RuntimeState known) {
        var state = known == null ? new RuntimeState.NotChosen() : known;
        name.setText(words.name(state));
        activity.setText(words.activity(state));
        setAccessibleText(name.getText() + " " + activity.getText());
        pseudoClassStateChanged(BUSY, state instanceof RuntimeState.Busy);
        pseudoClassStateChanged(
                TROUBLED,
                state instanceof RuntimeState.Dead
                        || state instanceof RuntimeState.Unresponsive
                        || state instanceof RuntimeState.Disconnected
                        || state instanceof RuntimeState.Unheard
                        || state instanceof RuntimeState.Failed
                        || state instanceof RuntimeState.Missing);
    }
}
