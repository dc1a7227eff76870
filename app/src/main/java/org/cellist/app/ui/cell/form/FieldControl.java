package org.cellist.app.ui.cell.form;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.form.Field;
import org.cellist.app.notebook.form.Parameter;

/// What a person gives a value with.
///
/// Confined to the JavaFX Application Thread.
interface FieldControl {

    /// What is laid out.
    Region node();

    /// What gets the keys.
    Node target();

    /// Shows the value that the code has.
    void show(Parameter parameter);

    /// Returns the value that is shown, as a person would say it; empty for none.
    Optional<String> shown();

    /// Hears what a person gives.
    interface Answers {

        /// That value, which may be refused.
        void give(String value);

        /// The person is done with it.
        void done();
    }

    /// Makes the control for a kind of value.
    static FieldControl of(Field field, Answers answers) {
        return switch (field) {
            case Field.Text(var placeholder) -> new TextControl(placeholder, false, answers);
            case Field.Raw(var placeholder) -> new TextControl(placeholder, true, answers);
            case Field.Numeric _ -> new TextControl("", true, answers);
            case Field.Slider slider -> new SliderControl(slider, answers);
            case Field.Check _ -> new CheckControl(answers);
            case Field.Date _ -> new DateControl(answers);
            case Field.Choice choice -> new ChoiceControl(choice, answers);
        };
    }
}
