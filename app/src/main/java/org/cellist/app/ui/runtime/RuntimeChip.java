package org.cellist.app.ui.runtime;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The runtime at the right of the tool bar: its name, what its kernel does, what that computes on
/// and how full the memory is there. A click chooses.
///
/// Confined to the JavaFX Application Thread.
public final class RuntimeChip extends Button {

    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
    private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");
    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
    private static final double METER = 36;
    private static final double NEARLY_FULL = 0.9;

    private final RuntimeWords words = new RuntimeWords();
    private final Texts texts = Texts.of("runtime");
    private final Label name = new Label();
    private final Label activity = new Label();
    private final Label accelerator = new Label();
    private final Region filled = new Region();
    private final HBox meter = new HBox(filled);
    private final Tooltip tooltip = new Tooltip();

    /// A chip that shows what is known at any time.
    ///
    /// @param machine what is known of where it runs
    public RuntimeChip(
            ObservableValue<@Nullable RuntimeState> state,
            ObservableValue<RuntimeMeter> machine,
            Runnable choose) {
        getStyleClass().setAll("runtime-chip");
        name.getStyleClass().add("runtime-chip-name");
        activity.getStyleClass().add("runtime-chip-activity");
        accelerator.getStyleClass().add("runtime-chip-accelerator");
        for (var label : new Label[] {activity, accelerator}) {
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        filled.getStyleClass().add("meter-filled");
        meter.getStyleClass().add("meter");
        meter.setMinWidth(METER);
        meter.setMaxWidth(METER);
        meter.managedProperty().bind(meter.visibleProperty());
        var row = new HBox(Icons.of(Feather.CPU), name, activity, accelerator, meter);
        row.getStyleClass().add("runtime-chip-row");
        setGraphic(row);
        setMinWidth(Region.USE_PREF_SIZE);
        setOnAction(_ -> choose.run());
        state.subscribe(this::show);
        machine.subscribe(this::show);
    }

    private void show(@Nullable RuntimeState known) {
        var state = known == null ? new RuntimeState.NotChosen() : known;
        name.setText(words.name(state));
        activity.setText(words.activity(state));
        read();
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

    private void show(RuntimeMeter machine) {
        accelerator.setText(machine.accelerator());
        meter.setVisible(machine.isKnown());
        double width = METER * Math.clamp(machine.memoryPart(), 0, 1);
        filled.setMinWidth(width);
        filled.setMaxWidth(width);
        meter.pseudoClassStateChanged(FULL, machine.memoryPart() > NEARLY_FULL);
        tooltip.setText(
                machine.place().isEmpty()
                        ? texts.get("chip.memory", machine.percent())
                        : texts.get("chip.memory.there", machine.percent(), machine.place()));
        setTooltip(machine.isKnown() ? tooltip : null);
        read();
    }

    private void read() {
        setAccessibleText(
                Stream.of(name.getText(), activity.getText(), accelerator.getText())
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(" ")));
        setAccessibleHelp(getTooltip() == null ? null : tooltip.getText());
    }
}
