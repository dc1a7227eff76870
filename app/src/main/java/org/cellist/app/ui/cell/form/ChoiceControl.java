package org.cellist.app.ui.cell.form;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.form.Field;
import org.cellist.app.notebook.form.Parameter;

/// A list to choose from, in which something else may be written where the annotation allows it.
///
/// Confined to the JavaFX Application Thread.
final class ChoiceControl implements FieldControl {

    private final ComboBox<String> box = new ComboBox<>();
    private final Field.Choice choice;
    private boolean silent;

    ChoiceControl(Field.Choice choice, Answers answers) {
        this.choice = choice;
        box.getItems().setAll(choice.options());
        box.setEditable(choice.allowsInput());
        box.valueProperty()
                .addListener(
                        (_, _, value) -> {
                            if (!silent && value != null) {
                                answers.give(value);
                                answers.done();
                            }
                        });
        box.getEditor()
                .textProperty()
                .addListener(
                        (_, _, text) -> {
                            if (!silent && choice.allowsInput()) {
                                answers.give(text);
                            }
                        });
        box.focusedProperty()
                .addListener(
                        (_, _, isFocused) -> {
                            if (!isFocused) {
                                answers.done();
                            }
                        });
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Node target() {
        return box;
    }

    /// A value that is none of the options is shown all the same: the code has it.
    @Override
    public void show(Parameter parameter) {
        var value = parameter.value();
        silent = true;
        box.setPromptText(value.map(_ -> choice.placeholder()).orElse(parameter.written()));
        box.setValue(value.orElse(null));
        if (choice.allowsInput() && !value.orElse("").equals(box.getEditor().getText())) {
            box.getEditor().setText(value.orElse(""));
        }
        silent = false;
    }

    @Override
    public Optional<String> shown() {
        return choice.allowsInput()
                ? Optional.of(Objects.requireNonNullElse(box.getEditor().getText(), ""))
                : Optional.ofNullable(box.getValue());
    }
}
