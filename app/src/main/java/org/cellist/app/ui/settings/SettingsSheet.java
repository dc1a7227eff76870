package org.cellist.app.ui.settings;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.cellist.app.settings.NetworkSettings;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.theme.Theme;

/// Builds the settings dialog. A choice takes effect at once; there is nothing to confirm.
///
/// Confined to the JavaFX Application Thread.
public final class SettingsSheet {

    private static final int FIELD_COLUMNS = 22;

    private final Texts texts = Texts.of("settings");
    private final Choices choices;

    private SettingsSheet(Choices choices) {
        this.choices = choices;
    }

    /// Returns the dialog, ready to be opened once.
    public static Sheet of(Choices choices) {
        return new SettingsSheet(choices).build();
    }

    private Sheet build() {
        var form = new GridPane();
        form.getStyleClass().add("settings-form");
        form.addRow(
                0,
                new Label(texts.get("theme")),
                oneOf(choices.themeProperty(), Theme.values(), this::name));
        form.addRow(
                1,
                new Label(texts.get("language")),
                oneOf(choices.languageProperty(), Language.values(), Language::ownName));
        var lineNumbers = new CheckBox(texts.get("lines.show"));
        lineNumbers.selectedProperty().bindBidirectional(choices.lineNumbersProperty());
        form.addRow(2, new Label(texts.get("lines")), lineNumbers);
        var unasked = new CheckBox(texts.get("completion.asYouType"));
        unasked.selectedProperty().bindBidirectional(choices.suggestsUnaskedProperty());
        form.addRow(3, new Label(texts.get("completion")), unasked);
        var preview = new CheckBox(texts.get("preview.show"));
        preview.selectedProperty().bindBidirectional(choices.textPreviewProperty());
        form.addRow(4, new Label(texts.get("preview")), preview);
        form.addRow(
                5,
                new Label(texts.get("proxy")),
                field(choices.proxyProperty(), texts.get("proxy.hint")));
        form.add(proxyProblem(), 1, 6);
        form.addRow(
                7,
                new Label(texts.get("certificates")),
                field(choices.certificatesProperty(), texts.get("certificates.hint")));

        var sheet = new Sheet(texts.get("title"), texts.get("purpose"), form, Sheet.NARROW);
        sheet.addCancel(texts.get("close"), () -> {});
        return sheet;
    }

    /// Shown while the text is no proxy, so that nobody believes that it is used.
    private Label proxyProblem() {
        var problem = new Label(texts.get("proxy.unknown"));
        problem.setId("proxy-problem");
        problem.setWrapText(true);
        problem.visibleProperty()
                .bind(
                        choices.proxyProperty()
                                .map(text -> !text.isBlank() && !NetworkSettings.isProxy(text)));
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private static TextField field(StringProperty value, String hint) {
        var field = new TextField();
        field.setPromptText(hint);
        field.setPrefColumnCount(FIELD_COLUMNS);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private String name(Theme theme) {
        return switch (theme) {
            case LIGHT -> texts.get("theme.light");
            case DARK -> texts.get("theme.dark");
        };
    }

    private static <T> Node oneOf(ObjectProperty<T> chosen, T[] values, Function<T, String> name) {
        var group = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("settings-choice");
        for (var value : values) {
            var button = new ToggleButton(name.apply(value));
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
