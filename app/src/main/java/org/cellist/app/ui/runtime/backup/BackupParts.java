package org.cellist.app.ui.runtime.backup;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

/// The parts that both sheets are made of.
///
/// Confined to the JavaFX Application Thread.
final class BackupParts {

    private BackupParts() {}

    static Label line(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label without text takes no room.
    static void set(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    /// A list to be read and copied, one entry a line.
    static TextArea list(String name, int rows) {
        var area = new TextArea();
        area.setEditable(false);
        area.setPrefRowCount(rows);
        area.getStyleClass().add("environment-packages");
        area.setAccessibleText(name);
        return area;
    }

    static ToggleButton option(String text, ToggleGroup group, Runnable action) {
        var button = new ToggleButton(text);
        button.getStyleClass().add("environment-option");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setOnAction(
                _ -> {
                    button.setSelected(true); // a second click chooses nothing else
                    action.run();
                });
        return button;
    }
}
