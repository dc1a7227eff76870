package org.cellist.app.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.theme.Fonts;
import org.cellist.app.ui.theme.Typography;

/// The rows of the settings dialog that choose letters.
///
/// Confined to the JavaFX Application Thread.
final class TypeRows {

    private static final double FAMILY_WIDTH = 260;

    private final TypeChoices type;
    private final SettingsForm form;
    private final Texts texts;
    private final ComboBox<String> families = new ComboBox<>();

    TypeRows(TypeChoices type, SettingsForm form, Texts texts) {
        this.type = type;
        this.form = form;
        this.texts = texts;
    }

    void add() {
        form.group("group.type");
        form.row("family", families());
        form.hint("family-words", typographyWords());
        form.row("sample", new CodeSample(type.typographyProperty()));
        form.row(
                "codeSize",
                form.steps(
                        "codeSize",
                        pixels(type.codeSizeProperty()),
                        () -> type.enlargeCode(-1),
                        () -> type.enlargeCode(1)));
        form.row(
                "lineHeight",
                form.steps(
                        "lineHeight",
                        type.linePercentProperty().map(now -> texts.get("percent", now)),
                        () -> type.spreadLines(-1),
                        () -> type.spreadLines(1)));
        form.row(
                "textSize",
                form.steps(
                        "textSize",
                        pixels(type.textSizeProperty()),
                        () -> type.enlargeText(-1),
                        () -> type.enlargeText(1)));
        form.row("ruler", SettingsForm.oneOf(type.rulerProperty(), rulers(), this::ruler));
        form.alone(reset());
    }

    private ObservableValue<String> pixels(ObservableValue<Integer> size) {
        return size.map(now -> texts.get("pixels", now));
    }

    private Node families() {
        families.setId("code-family");
        families.setPrefWidth(FAMILY_WIDTH);
        families.setCellFactory(_ -> new FamilyCell());
        families.setButtonCell(new FamilyCell());
        offer(List.of());
        families.valueProperty()
                .addListener(
                        (_, _, name) -> {
                            if (name != null) {
                                type.familyProperty().set(name);
                            }
                        });
        type.familyProperty().subscribe(families::setValue);
        new CodeFamilies(task -> Thread.ofVirtual().name("fonts").start(task), new FxExecutor())
                .find(this::offer);
        return families;
    }

    /// The program's own family comes first; the chosen one is there even if this machine lacks it.
    private void offer(List<String> found) {
        var names = new ArrayList<>(found);
        var chosen = type.familyProperty().get();
        if (!chosen.isEmpty() && !names.contains(chosen)) {
            names.addFirst(chosen);
        }
        names.addFirst("");
        families.getItems().setAll(names);
        families.setValue(chosen);
    }

    /// Says that a family is missing, or that it borrows wide letters; nothing otherwise.
    private ObservableValue<String> typographyWords() {
        return type.typographyProperty().map(this::words);
    }

    private String words(Typography now) {
        var chosen = type.familyProperty().get();
        var used = now.code().family();
        if (!chosen.isEmpty() && !chosen.equals(used)) {
            return texts.get("family.missing", chosen, Fonts.CODE);
        }
        return now.code().hasOtherWide() ? texts.get("family.wide", Fonts.CODE) : "";
    }

    private List<Integer> rulers() {
        var now = type.rulerProperty().get();
        return Stream.concat(TypeChoices.RULERS.stream(), Stream.of(now))
                .distinct()
                .sorted()
                .toList();
    }

    private String ruler(int column) {
        return column == 0 ? texts.get("ruler.none") : Integer.toString(column);
    }

    private Button reset() {
        var button = new Button(texts.get("type.reset"));
        button.getStyleClass().setAll("settings-option");
        button.setOnAction(_ -> type.reset());
        return button;
    }

    /// The name of a family, in its own letters.
    private final class FamilyCell extends ListCell<String> {

        @Override
        protected void updateItem(String name, boolean isEmpty) {
            super.updateItem(name, isEmpty);
            if (isEmpty || name == null) {
                setText(null);
                setStyle("");
            } else {
                var family = name.isEmpty() ? Fonts.CODE : name;
                setText(name.isEmpty() ? texts.get("family.own", Fonts.CODE) : name);
                setStyle("-fx-font-family: \"" + family.replace("\"", "") + "\";");
            }
        }
    }
}
