package org.cellist.app.ui.cell;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;

/// The line in which a running cell's question is answered: `input()` and `getpass()`.
///
/// Confined to the JavaFX Application Thread.
final class InputLine extends HBox {

    private final TextField field;

    /// @param answers takes the line that a person wrote
    InputLine(AskedInput asked, Consumer<String> answers) {
        var prompt = asked.prompt();
        field = prompt.password() ? new PasswordField() : new TextField();
        var label = new Label(prompt.prompt());
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(field);
        field.setPromptText(Texts.of("cell").get(prompt.password() ? "password" : "input"));
        field.setText(asked.written());
        field.positionCaret(asked.written().length());
        field.textProperty().addListener((_, _, text) -> asked.write(text));
        field.setOnAction(_ -> answers.accept(field.getText()));
        HBox.setHgrow(field, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("input-line");
        getChildren().addAll(label, field);
    }

    void focusField() {
        field.requestFocus();
        field.positionCaret(field.getLength());
    }

    /// Returns whether its window's keys go to the field.
    boolean hasFocus() {
        return getScene() != null && field.equals(getScene().getFocusOwner());
    }
}
