package org.cellist.app.ui.cell.form;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.form.Parameter;

/// A box for `True` and `False`; neither while the code has something else.
///
/// Confined to the JavaFX Application Thread.
final class CheckControl implements FieldControl {

    private final CheckBox box = new CheckBox();

    CheckControl(Answers answers) {
        box.setOnAction(
                _ -> {
                    answers.give(word());
                    answers.done();
                });
    }

    private String word() {
        return box.isSelected() ? "True" : "False";
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Node target() {
        return box;
    }

    @Override
    public void show(Parameter parameter) {
        var value = parameter.value();
        box.setIndeterminate(value.isEmpty());
        box.setSelected(value.filter("True"::equals).isPresent());
        box.setText(value.isEmpty() ? parameter.written() : "");
    }

    @Override
    public Optional<String> shown() {
        return box.isIndeterminate() ? Optional.empty() : Optional.of(word());
    }
}
