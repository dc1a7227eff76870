package org.cellist.app.ui.cell.form;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.form.Parameter;
import org.cellist.app.text.Texts;

/// A line for a text, a number or an expression. Each key is written to the code; done is it at
/// Enter, or when the keys go elsewhere.
///
/// Confined to the JavaFX Application Thread.
final class TextControl implements FieldControl {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    private final TextField field = new TextField();
    private final String placeholder;
    private boolean silent;

    /// @param isCode whether it is written in the code font
    TextControl(String placeholder, boolean isCode, Answers answers) {
        this.placeholder = placeholder;
        field.setPromptText(placeholder);
        if (isCode) {
            field.getStyleClass().add("code");
        }
        field.textProperty()
                .addListener(
                        (_, _, text) -> {
                            if (!silent) {
                                answers.give(text);
                            }
                        });
        field.setOnAction(_ -> answers.done());
        field.focusedProperty()
                .addListener(
                        (_, _, isFocused) -> {
                            if (!isFocused) {
                                answers.done();
                            }
                        });
    }

    @Override
    public Region node() {
        return field;
    }

    @Override
    public Node target() {
        return field;
    }

    /// A text with line ends cannot be written in one line without losing them: it is shown only.
    @Override
    public void show(Parameter parameter) {
        var value = parameter.value();
        boolean isOneLine = value.orElse("").chars().allMatch(TextControl::isPrintable);
        field.setEditable(isOneLine);
        field.setPromptText(
                isOneLine
                        ? value.map(_ -> placeholder).orElse(parameter.written())
                        : Texts.of("cell").get("form.lines"));
        var text = isOneLine ? value.orElse("") : "";
        if (!text.equals(field.getText())) {
            int caret = Math.min(field.getCaretPosition(), text.length());
            silent = true;
            field.setText(text);
            field.positionCaret(caret);
            silent = false;
        }
    }

    private static boolean isPrintable(int c) {
        return c >= FIRST_PRINTABLE && c != DELETE;
    }

    @Override
    public Optional<String> shown() {
        return field.isEditable() ? Optional.of(field.getText()) : Optional.empty();
    }
}
