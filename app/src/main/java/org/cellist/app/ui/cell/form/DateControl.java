package org.cellist.app.ui.cell.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.cellist.app.notebook.form.Parameter;
import org.jspecify.annotations.Nullable;

/// A date, written as in the code: `2026-03-01`.
///
/// Confined to the JavaFX Application Thread.
final class DateControl implements FieldControl {

    private final DatePicker picker = new DatePicker();
    private boolean silent;

    DateControl(Answers answers) {
        picker.setConverter(new AsWritten());
        picker.getEditor().getStyleClass().add("code");
        picker.valueProperty()
                .addListener(
                        (_, _, date) -> {
                            if (!silent && date != null) {
                                answers.give(date.toString());
                                answers.done();
                            }
                        });
        picker.focusedProperty()
                .addListener(
                        (_, _, isFocused) -> {
                            if (!isFocused) {
                                answers.done();
                            }
                        });
    }

    @Override
    public Region node() {
        return picker;
    }

    @Override
    public Node target() {
        return picker;
    }

    @Override
    public void show(Parameter parameter) {
        var value = parameter.value();
        silent = true;
        picker.setPromptText(value.isPresent() ? "" : parameter.written());
        picker.setValue(value.map(LocalDate::parse).orElse(null));
        picker.getEditor().setText(value.orElse(""));
        silent = false;
    }

    @Override
    public Optional<String> shown() {
        return Optional.ofNullable(picker.getValue()).map(LocalDate::toString);
    }

    /// What cannot be read leaves the date as it was.
    private final class AsWritten extends StringConverter<@Nullable LocalDate> {

        @Override
        public String toString(@Nullable LocalDate date) {
            return date == null ? "" : date.toString();
        }

        @Override
        public @Nullable LocalDate fromString(String text) {
            try {
                return LocalDate.parse(text.strip());
            } catch (DateTimeException _) {
                return picker.getValue();
            }
        }
    }
}
