package org.cellist.app.ui.settings;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;

/// The rows of the settings dialog: words at the left, a choice at the right.
///
/// Confined to the JavaFX Application Thread.
final class SettingsForm extends GridPane {

    private static final int FIELD_COLUMNS = 22;

    private final Texts texts;

    /// @param texts the dialog's; keys of rows and choices are found there
    SettingsForm(Texts texts) {
        this.texts = texts;
        getStyleClass().add("settings-form");
    }

    void group(String key) {
        var heading = new Label(texts.get(key));
        heading.getStyleClass().add("settings-group");
        add(heading, 0, getRowCount(), 2, 1);
    }

    void row(String key, Node choice) {
        var words = new Label(texts.get(key));
        words.setMinWidth(Region.USE_PREF_SIZE);
        words.setLabelFor(choice);
        GridPane.setHgrow(choice, Priority.ALWAYS);
        addRow(getRowCount(), words, choice);
    }

    /// Adds a choice whose own words say everything.
    void alone(Node choice) {
        add(choice, 1, getRowCount());
    }

    /// Adds words below the choice of the last row.
    void hint(Label words) {
        words.setWrapText(true);
        words.getStyleClass().add("settings-hint");
        add(words, 1, getRowCount());
    }

    /// Adds words below the choice of the last row, which are there while they say something.
    ///
    /// @param id of the words
    void hint(String id, ObservableValue<String> words) {
        var label = new Label();
        label.setId(id);
        label.textProperty().bind(words);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        hint(label);
    }

    CheckBox check(String key, BooleanProperty value) {
        var box = new CheckBox(texts.get(key));
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    static TextField field(StringProperty value, String hint) {
        var field = new TextField();
        field.setPromptText(hint);
        field.setPrefColumnCount(FIELD_COLUMNS);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    /// A value between two buttons that make it smaller and larger.
    ///
    /// @param key the buttons are called `key.less` and `key.more`
    Node steps(String key, ObservableValue<String> shown, Runnable less, Runnable more) {
        var value = new Label();
        value.getStyleClass().add("settings-value");
        value.textProperty().bind(shown);
        var row = new HBox(step(key + ".less", "−", less), value, step(key + ".more", "+", more));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button step(String key, String sign, Runnable action) {
        var button = new Button(sign);
        button.getStyleClass().setAll("settings-option");
        button.setAccessibleText(texts.get(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    static <T> Node oneOf(ObjectProperty<T> chosen, List<T> values, Function<T, String> name) {
        var group = new ToggleGroup();
        var row = new FlowPane();
        row.getStyleClass().add("settings-choice");
        for (var value : values) {
            var button = new ToggleButton(name.apply(value));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setSelected(value.equals(chosen.get()));
            button.getStyleClass().add("settings-option");
            // A group of toggles lets the chosen one be released; a choice is never empty.
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        chosen.set(value);
                    });
            row.getChildren().add(button);
        }
        return row;
    }
}
