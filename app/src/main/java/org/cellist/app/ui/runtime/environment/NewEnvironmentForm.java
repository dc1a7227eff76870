package org.cellist.app.ui.runtime.environment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.cellist.app.environment.EnvironmentOrder;
import org.cellist.app.environment.Preset;
import org.cellist.app.environment.packages.PackageList.Form;
import org.cellist.app.explain.InstallLine;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Base;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Means;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Draft;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Place;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Source;
import org.cellist.app.ui.sheet.CopyLine;
import org.cellist.app.ui.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/// The fields of a new environment, what they come to, and the commands that will run.
///
/// Confined to the JavaFX Application Thread.
final class NewEnvironmentForm extends VBox {

    private static final int PACKAGE_ROWS = 7;
    private static final int SOURCES = 3; // the first row that may be many lines high
    private static final double NAME_WIDTH = 180;
    private static final double LABEL_WIDTH = 96;

    private final EnvironmentWords words = new EnvironmentWords();
    private final Texts texts = words.texts();
    private final NewEnvironmentPane model;
    private final Consumer<Consumer<Path>> chooser;
    private final GridPane grid = new GridPane();
    private final FlowPane sources = new FlowPane();
    private final ToggleGroup sourceGroup = new ToggleGroup();
    private final Map<Path, ToggleButton> files = new LinkedHashMap<>();
    private final ToggleButton another = new ToggleButton(texts.get("from.file"));
    private final ToggleButton nothing = new ToggleButton(texts.get("from.nothing"));
    private final Map<Preset, ToggleButton> presets = new LinkedHashMap<>();
    private final ToggleButton beside = new ToggleButton(texts.get("place.beside"));
    private final ToggleButton own = new ToggleButton(texts.get("place.own"));
    private final ComboBox<Base> pythons = new ComboBox<>();
    private final TextArea packages = new TextArea();
    private final CheckBox conda = new CheckBox();
    private final Label about = line("environment-about");
    private final Label fault = line("environment-fault");
    private final Label path = line("environment-path");
    private final Label commandsHead = new Label(texts.get("commands"));
    private final Label commands = line("environment-commands");
    private final VBox ways = new VBox();

    /// @param chooser lets a person choose a file, and calls back with it
    NewEnvironmentForm(NewEnvironmentPane model, Consumer<Consumer<Path>> chooser) {
        this.model = model;
        this.chooser = chooser;
        getStyleClass().add("environment-form");
        grid.getStyleClass().add("environment-grid");
        var labels = new ColumnConstraints(LABEL_WIDTH);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(labels, fields);
        addPlace();
        addPython();
        addSources();
        addPackages();
        commands.setMaxWidth(Double.MAX_VALUE);
        ways.getStyleClass().add("environment-ways");
        commandsHead.getStyleClass().add("environment-head");
        getChildren().addAll(grid, fault, ways, commandsHead, commands);
        model.meansProperty().subscribe(this::show);
        model.sourceProperty().subscribe(this::show);
        model.usesCondaProperty().subscribe(() -> show(model.sourceProperty().get()));
        model.draftProperty().subscribe(this::show);
        model.placeProperty().subscribe(this::show);
    }

    private void addPlace() {
        var name = new TextField();
        name.setPrefWidth(NAME_WIDTH);
        name.getStyleClass().addAll("environment-name", "sheet-focus");
        name.setAccessibleText(texts.get("name"));
        name.textProperty().bindBidirectional(model.nameProperty());
        var group = new ToggleGroup();
        choice(beside, group, () -> model.placeProperty().set(Place.BESIDE));
        choice(own, group, () -> model.placeProperty().set(Place.OWN));
        var places = new HBox(beside, own);
        places.getStyleClass().add("environment-choice");
        row(0, texts.get("place"), places);
        var named = new HBox(name, path);
        HBox.setHgrow(path, Priority.ALWAYS);
        named.getStyleClass().add("environment-named");
        row(1, texts.get("name"), named);
    }

    private void addPython() {
        pythons.setMaxWidth(Double.MAX_VALUE);
        pythons.getStyleClass().add("environment-python");
        pythons.setAccessibleText(texts.get("python"));
        pythons.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Base base) {
                        return base == null ? "" : words.of(base);
                    }

                    @Override
                    public @Nullable Base fromString(String text) {
                        return pythons.getValue();
                    }
                });
        pythons.setOnAction(
                _ -> {
                    var chosen = pythons.getValue();
                    if (chosen != null) {
                        model.baseProperty().set(chosen);
                    }
                });
        model.baseProperty().subscribe(pythons::setValue);
        row(2, texts.get("python"), pythons);
    }

    private void addSources() {
        sources.setPrefWrapLength(Sheet.WIDE);
        sources.getStyleClass().add("environment-choice");
        choice(nothing, sourceGroup, model::takeNothing);
        for (var preset : Preset.values()) {
            var button = new ToggleButton(words.of(preset));
            choice(button, sourceGroup, () -> model.take(preset));
            presets.put(preset, button);
        }
        choice(another, sourceGroup, this::chooseFile);
        row(SOURCES, texts.get("from"), sources);
    }

    /// Who chooses no file keeps what was chosen before.
    private void chooseFile() {
        show(model.sourceProperty().get());
        chooser.accept(model::take);
    }

    private void addPackages() {
        packages.setPrefRowCount(PACKAGE_ROWS);
        packages.getStyleClass().add("environment-packages");
        packages.setAccessibleText(texts.get("packages"));
        packages.setPromptText(texts.get("packages.prompt"));
        packages.textProperty().bindBidirectional(model.packagesProperty());
        conda.selectedProperty().bindBidirectional(model.usesCondaProperty());
        conda.managedProperty().bind(conda.visibleProperty());
        var list = new VBox(packages, conda, about);
        list.getStyleClass().add("environment-list");
        row(SOURCES + 1, texts.get("packages"), list);
        GridPane.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(packages, Priority.ALWAYS);
        VBox.setVgrow(grid, Priority.ALWAYS);
    }

    private void row(int row, String name, Node field) {
        var label = new Label(name);
        label.getStyleClass().add("environment-label");
        label.setLabelFor(field);
        GridPane.setValignment(label, row < SOURCES ? VPos.CENTER : VPos.TOP);
        grid.addRow(row, label, field);
    }

    private static void choice(ToggleButton button, ToggleGroup group, Runnable action) {
        button.getStyleClass().add("environment-option");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setOnAction(
                _ -> {
                    button.setSelected(true); // a second click chooses nothing else
                    action.run();
                });
    }

    private void show(@Nullable Means means) {
        beside.setDisable(means == null || means.beside() == null);
        files.clear();
        if (means != null) {
            for (var file : means.files()) {
                var button = new ToggleButton(String.valueOf(file.getFileName()));
                choice(button, sourceGroup, () -> model.take(file));
                files.put(file, button);
            }
            conda.setText(texts.get("conda", String.valueOf(means.conda())));
        }
        sources.getChildren().setAll(nothing);
        sources.getChildren().addAll(presets.values());
        sources.getChildren().addAll(files.values());
        sources.getChildren().add(another);
        show(model.sourceProperty().get());
        show(model.placeProperty().get());
    }

    private void show(Place place) {
        beside.setSelected(place == Place.BESIDE);
        own.setSelected(place == Place.OWN);
    }

    private void show(Source source) {
        sourceGroup.selectToggle(
                switch (source) {
                    case Source.Nothing _ -> nothing;
                    case Source.OfPreset(var preset) -> presets.get(preset);
                    case Source.Reading(var file) -> files.getOrDefault(file, another);
                    case Source.Refused(var file, _) -> files.getOrDefault(file, another);
                    case Source.OfFile(var list) -> files.getOrDefault(list.file(), another);
                });
        boolean isForConda = model.isForConda();
        set(about, words.about(source, isForConda));
        var means = model.meansProperty().get();
        conda.setVisible(
                means != null
                        && means.conda() != null
                        && source instanceof Source.OfFile(var list)
                        && list.form() == Form.CONDA);
        packages.setDisable(isForConda || source instanceof Source.Reading);
        pythons.setDisable(isForConda);
        beside.setDisable(isForConda || means == null || means.beside() == null);
        showPythons();
    }

    private void showPythons() {
        var bases = model.bases();
        if (!pythons.getItems().equals(bases)) {
            pythons.getItems().setAll(bases);
        }
        pythons.setValue(model.baseProperty().get());
    }

    private void show(Draft draft) {
        set(fault, words.of(draft));
        ways.getChildren().clear();
        if (draft instanceof Draft.NoPython(var offered)) {
            offered.forEach(it -> ways.getChildren().add(new CopyLine(it)));
        }
        if (draft instanceof Draft.NoVenv(var missing)) {
            ways.getChildren().add(new CopyLine(aptLine(missing)));
        }
        ways.setManaged(!ways.getChildren().isEmpty());
        var order = draft instanceof Draft.Ready(var ready) ? ready : null;
        commandsHead.setVisible(order != null);
        set(commands, order == null ? "" : lines(order));
        set(path, order == null ? "" : String.valueOf(order.folder()));
    }

    private static String aptLine(String missing) {
        return InstallLine.of(List.of("sudo", "apt-get", "install", missing));
    }

    private static String lines(EnvironmentOrder order) {
        return order.commands().stream().map(InstallLine::of).collect(Collectors.joining("\n"));
    }

    private static void set(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private static Label line(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
