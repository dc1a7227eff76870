package org.cellist.app.ui.runtime.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cellist.app.environment.packages.PackageList;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.backup.PackageChoices.Look;
import org.cellist.app.ui.runtime.backup.RestorePane.From;
import org.cellist.app.ui.runtime.backup.RestorePane.Plan;
import org.cellist.app.ui.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/// Builds the sheet that puts a list of packages back: in a new environment of this computer, or
/// where the kernel runs.
///
/// Confined to the JavaFX Application Thread.
public final class RestoreSheet {

    private static final int ROWS = 12;

    private final BackupWords words = new BackupWords();
    private final Texts texts = words.texts();
    private final RestorePane model;
    private final Ways ways;
    private final FlowPane sources = new FlowPane();
    private final ToggleGroup group = new ToggleGroup();
    private final Label about = BackupParts.line("environment-head");
    private final TextArea list = BackupParts.list(texts.get("differences"), ROWS);
    private final Label warnings = BackupParts.line("environment-about");
    private final Sheet sheet;
    private final Button start;
    private final Button install;
    private final @Nullable Button make;

    /// What the window does with a list.
    public interface Ways {

        /// Lets a person choose a file, and calls back with it.
        void chooseFile(Consumer<Path> then);

        /// Returns whether this computer can have new environments.
        boolean canMake();

        /// Makes a new environment from it.
        void make(PackageList list);

        /// Runs code where the notebook runs, with all it says to be seen.
        void run(String code);
    }

    private RestoreSheet(RestorePane model, Ways ways) {
        this.model = model;
        this.ways = ways;
        sources.getStyleClass().add("environment-choice");
        VBox.setVgrow(list, Priority.ALWAYS);
        var body = new VBox(sources, about, list, warnings);
        body.getStyleClass().add("environment-form");
        sheet =
                new Sheet(
                        texts.get("restore.title"), texts.get("restore.purpose"), body, Sheet.WIDE);
        start = sheet.addAside(texts.get("start"), model::start);
        sheet.addCancel(texts.get("cancel"), model::end);
        make = ways.canMake() ? sheet.addChoice(texts.get("make"), this::make) : null;
        install = sheet.addPrimary(texts.get("install"), this::install);
        model.sourcesProperty().subscribe(this::show);
        model.chosenProperty().subscribe(() -> show(model.sourcesProperty().get()));
        model.planProperty().subscribe(this::show);
    }

    /// Returns the sheet, ready to be opened once.
    public static Sheet of(RestorePane model, Ways ways) {
        return new RestoreSheet(model, ways).sheet;
    }

    private void make() {
        model.end();
        model.list().ifPresent(ways::make);
    }

    private void install() {
        model.end();
        model.install(ways::run);
    }

    private void show(List<From> all) {
        sources.getChildren().clear();
        for (var from : all) {
            var option = BackupParts.option(words.of(from), group, () -> model.choose(from));
            option.setSelected(from.equals(model.chosenProperty().get()));
            sources.getChildren().add(option);
        }
        sources.getChildren()
                .add(BackupParts.option(texts.get("from.file"), group, this::chooseFile));
    }

    /// Who chooses no file keeps what was chosen before.
    private void chooseFile() {
        show(model.sourcesProperty().get());
        ways.chooseFile(model::take);
    }

    private void show(Plan plan) {
        about.setText(words.of(plan, model.runtime()));
        var compared = plan instanceof Plan.Compared it ? it : null;
        list.setText(text(plan));
        BackupParts.set(warnings, compared == null ? "" : words.warnings(compared));
        start.setVisible(
                plan instanceof Plan.Listed(_, Look.NotRunning(boolean isStarting)) && !isStarting);
        if (make != null) {
            make.setDisable(model.list().isEmpty());
        }
        install.setDisable(compared == null || compared.comparison().isSame());
    }

    private String text(Plan plan) {
        return switch (plan) {
            case Plan.Listed(var packages, _) -> packages.text();
            case Plan.Compared(_, var comparison, _, _) -> words.differences(comparison);
            case Plan.Nothing _, Plan.Reading _, Plan.Refused _ -> "";
        };
    }
}
