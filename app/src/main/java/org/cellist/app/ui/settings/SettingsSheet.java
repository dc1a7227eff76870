package org.cellist.app.ui.settings;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cellist.app.settings.ColourScheme;
import org.cellist.app.settings.Motion;
import org.cellist.app.settings.NetworkSettings;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.page.Zoom;
import org.cellist.app.ui.sheet.Sheet;

/// Builds the settings dialog. A choice takes effect at once; there is nothing to confirm.
///
/// Confined to the JavaFX Application Thread.
public final class SettingsSheet {

    private static final int FIELD_COLUMNS = 22;
    private static final double WIDTH = 520;
    private static final List<Language> LANGUAGES = List.of(Language.values());

    private final Texts texts = Texts.of("settings");
    private final GridPane form = new GridPane();
    private final Choices choices;

    private SettingsSheet(Choices choices) {
        this.choices = choices;
    }

    /// Returns the dialog, ready to be opened once.
    public static Sheet of(Choices choices) {
        return new SettingsSheet(choices).build();
    }

    private Sheet build() {
        form.getStyleClass().add("settings-form");
        addLook();
        addEditing();
        addNetwork();
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("settings-scroll");
        var sheet = new Sheet(texts.get("title"), texts.get("purpose"), scroll, WIDTH);
        sheet.addCancel(texts.get("close"), () -> {});
        return sheet;
    }

    private void addLook() {
        var look = choices.look();
        group("group.look");
        row("theme", oneOf(look.schemeProperty(), List.of(ColourScheme.values()), this::name));
        row("language", oneOf(choices.languageProperty(), LANGUAGES, Language::ownName));
        row("zoom", zoom(look.zoomProperty()));
        row("width", oneOf(look.columnsProperty(), LookChoices.WIDTHS, this::width));
        hint(new Label(texts.get("width.hint")));
        row("motion", oneOf(look.motionProperty(), List.of(Motion.values()), this::name));
    }

    private void addEditing() {
        group("group.editing");
        row("lines", check("lines.show", choices.lineNumbersProperty()));
        row("completion", check("completion.asYouType", choices.suggestsUnaskedProperty()));
        row("preview", check("preview.show", choices.textPreviewProperty()));
        row("keys", check("keys.vim", choices.keys().vim().onProperty()));
    }

    private void addNetwork() {
        group("group.network");
        row("proxy", field(choices.proxyProperty(), texts.get("proxy.hint")));
        hint(proxyProblem());
        row("certificates", field(choices.certificatesProperty(), texts.get("certificates.hint")));
    }

    private void group(String key) {
        var heading = new Label(texts.get(key));
        heading.getStyleClass().add("settings-group");
        form.add(heading, 0, form.getRowCount(), 2, 1);
    }

    private void row(String key, Node choice) {
        var words = new Label(texts.get(key));
        words.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHgrow(choice, Priority.ALWAYS);
        form.addRow(form.getRowCount(), words, choice);
    }

    private void hint(Label words) {
        words.setWrapText(true);
        words.getStyleClass().add("settings-hint");
        form.add(words, 1, form.getRowCount());
    }

    private CheckBox check(String key, BooleanProperty value) {
        var box = new CheckBox(texts.get(key));
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private Node zoom(ObjectProperty<Zoom> zoom) {
        var shown = new Label();
        shown.getStyleClass().add("settings-zoom");
        shown.textProperty().bind(zoom.map(now -> texts.get("zoom.percent", now.percent())));
        var row =
                new HBox(
                        step("zoom.out", "−", () -> zoom.set(zoom.get().smaller())),
                        shown,
                        step("zoom.in", "+", () -> zoom.set(zoom.get().larger())));
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

    private String name(ColourScheme scheme) {
        return switch (scheme) {
            case SYSTEM -> texts.get("theme.system");
            case LIGHT -> texts.get("theme.light");
            case DARK -> texts.get("theme.dark");
        };
    }

    private String name(Motion motion) {
        return switch (motion) {
            case SYSTEM -> texts.get("motion.system");
            case FULL -> texts.get("motion.full");
            case REDUCED -> texts.get("motion.reduced");
        };
    }

    private String width(int columns) {
        return columns == 0 ? texts.get("width.window") : texts.get("width.columns", columns);
    }

    private static <T> Node oneOf(
            ObjectProperty<T> chosen, List<T> values, Function<T, String> name) {
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
