package org.cellist.app.ui.runtime;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// One row of the picker: icon, what it is, where it is, and a pill with its state.
///
/// Confined to the JavaFX Application Thread.
final class RuntimeRowView extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final RuntimeRow row;

    RuntimeRowView(RuntimeRow row, RuntimeWords words) {
        this.row = row;
        getStyleClass().add("runtime-row");
        var icon =
                Icons.of(
                        switch (row.origin()) {
                            case RuntimeRow.Origin.BuiltIn _ -> Feather.COFFEE;
                            case RuntimeRow.Origin.WholeServer _,
                                    RuntimeRow.Origin.WholeMachine _ ->
                                    Feather.SERVER;
                            case RuntimeRow.Origin.Nearby _, RuntimeRow.Origin.Engine _ ->
                                    Feather.BOX;
                            case RuntimeRow.Origin.RunningKernel _ -> Feather.ACTIVITY;
                            case RuntimeRow.Origin.NewMachine _, RuntimeRow.Origin.Account _ ->
                                    Feather.CLOUD;
                            default -> Feather.CPU;
                        });

        var name = new Label(row.name());
        name.getStyleClass().add("runtime-row-name");
        var origin = new Label(" \u2014 " + words.origin(row.origin()));
        var detail = new Label(row.detail());
        detail.getStyleClass().add("runtime-row-detail");
        detail.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        var text = new VBox(new HBox(name, origin), detail);
        text.getStyleClass().add("runtime-row-text");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);

        var pill = new Label(words.pill(row.state()));
        pill.getStyleClass().addAll("pill", styleClass(row.state()));
        pill.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(icon, text, pill);
        setAccessibleText(row.name() + origin.getText() + ", " + pill.getText());
    }

    RuntimeRow row() {
        return row;
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    private static String styleClass(State state) {
        return switch (state) {
            case State.Ready _, State.OnRequest _, State.Closed _ -> "pill-ready";
            case State.Attached _ -> "pill-attached";
            case State.NeedsKernel _, State.NeedsConsent _, State.Trouble _, State.HostTrouble _ ->
                    "pill-wanting";
            case State.Unusable _, State.Looking _ -> "pill-unusable";
        };
    }
}
