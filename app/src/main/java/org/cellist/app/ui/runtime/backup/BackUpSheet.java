package org.cellist.app.ui.runtime.backup;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.backup.BackUpPane.Place;
import org.cellist.app.ui.runtime.backup.PackageChoices.Look;
import org.cellist.app.ui.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/// Builds the sheet that keeps the list of packages a notebook runs with.
///
/// Confined to the JavaFX Application Thread.
public final class BackUpSheet {

    private static final int ROWS = 14;

    private final BackupWords words = new BackupWords();
    private final Texts texts = words.texts();
    private final BackUpPane model;
    private final Label about = BackupParts.line("environment-head");
    private final TextArea list = BackupParts.list(texts.get("packages"), ROWS);
    private final Label left = BackupParts.line("environment-about");
    private final Label path = BackupParts.line("environment-path");
    private final Label trouble = BackupParts.line("environment-fault");
    private final Button start;
    private final Button step;
    private final Sheet sheet;

    private BackUpSheet(BackUpPane model) {
        this.model = model;
        var group = new ToggleGroup();
        var inNotebook =
                BackupParts.option(
                        texts.get("place.notebook"),
                        group,
                        () -> model.placeProperty().set(Place.NOTEBOOK));
        var inFile =
                BackupParts.option(
                        texts.get("place.file"),
                        group,
                        () -> model.placeProperty().set(Place.FILE));
        inFile.setDisable(model.file() == null);
        var places = new HBox(inNotebook, inFile);
        places.getStyleClass().add("environment-choice");
        VBox.setVgrow(list, Priority.ALWAYS);
        var body = new VBox(about, list, left, places, path, trouble);
        body.getStyleClass().add("environment-form");
        sheet = new Sheet(texts.get("backup.title"), texts.get("backup.purpose"), body, Sheet.WIDE);
        start = sheet.addAside(texts.get("start"), model::start);
        sheet.addCancel(texts.get("cancel"), model::end);
        step = sheet.addStep(texts.get("backup"), model::backUp);
        model.lookProperty().subscribe(this::show);
        model.placeProperty()
                .subscribe(
                        place -> {
                            group.selectToggle(place == Place.FILE ? inFile : inNotebook);
                            show(place);
                        });
        model.troubleProperty().subscribe(why -> BackupParts.set(trouble, why));
        model.doneProperty().subscribe(this::leaveIfDone);
    }

    /// Returns the sheet, ready to be opened once.
    public static Sheet of(BackUpPane model) {
        return new BackUpSheet(model).sheet;
    }

    private void show(Place place) {
        BackupParts.set(
                path,
                place == Place.FILE
                        ? texts.get("path.file", String.valueOf(model.file()))
                        : texts.get("path.notebook"));
    }

    private void show(@Nullable Look look) {
        about.setText(words.of(look, model.runtime()));
        boolean isNotRunning = look instanceof Look.NotRunning(boolean isStarting) && !isStarting;
        start.setVisible(isNotRunning);
        var packages = look instanceof Look.Known(var it) ? it : null;
        list.setText(packages == null ? "" : String.join("\n", packages.lines()));
        BackupParts.set(left, packages == null ? "" : words.notBrought(packages));
        step.setDisable(packages == null);
    }

    private void leaveIfDone(boolean isDone) {
        if (isDone) {
            model.end();
            sheet.close();
        }
    }
}
