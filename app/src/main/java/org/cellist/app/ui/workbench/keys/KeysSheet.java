package org.cellist.app.ui.workbench.keys;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.keys.KeyChoices;
import org.cellist.app.ui.keys.KeyPreset;
import org.cellist.app.ui.keys.Stroke;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.workbench.command.Command;
import org.cellist.app.ui.workbench.keys.KeysViewModel.Capture;
import org.cellist.app.ui.workbench.keys.KeysViewModel.Named;
import org.cellist.app.ui.workbench.keys.KeysViewModel.Row;
import org.jspecify.annotations.Nullable;

/// Builds the dialog of the keys. A choice takes effect at once; there is nothing to confirm.
///
/// Enter on a command waits for keys, Del takes them away. While keys are waited for, all of them
/// are taken but Enter, which confirms, and Escape, which gives up.
///
/// Confined to the JavaFX Application Thread.
public final class KeysSheet {

    private static final double ROW_HEIGHT = 34;
    private static final double LIST_HEIGHT = 408;

    private final Texts texts = Texts.of("workbench");
    private final KeyChoices choices;
    private final KeysViewModel model;
    private final TextField field = new TextField();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ListView<Row> list = new ListView<>(rows);
    private final CaptureView capture = new CaptureView(texts);
    private final Sheet sheet;
    private final Button change;
    private final Button remove;
    private final Button reset;

    private KeysSheet(List<Command> commands, KeyChoices choices) {
        this.choices = choices;
        model = new KeysViewModel(named(commands), choices);
        field.setPromptText(texts.get("keys.search"));
        field.getStyleClass().addAll("keys-field", "sheet-focus");
        field.textProperty().bindBidirectional(model.queryProperty());
        list.getStyleClass().add("keys-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPrefHeight(LIST_HEIGHT);
        list.setCellFactory(_ -> new KeysCell(texts, row -> model.begin(row.command())));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        var body = new VBox(presets(), field, new StackPane(list, capture));
        body.getStyleClass().add("keys-body");
        body.addEventFilter(KeyEvent.KEY_PRESSED, this::captureKey);
        body.addEventFilter(KeyEvent.KEY_TYPED, this::captureKey);
        sheet = new Sheet(texts.get("keys.title"), texts.get("keys.purpose"), body, Sheet.WIDE);
        change = sheet.addAside(texts.get("keys.change"), () -> chosen(model::begin));
        remove = sheet.addAside(texts.get("keys.remove"), () -> chosen(model::remove));
        reset = sheet.addAside(texts.get("keys.reset"), () -> chosen(model::reset));
        sheet.addAside(texts.get("keys.reset.all"), model::resetAll);
        sheet.addCancel(texts.get("keys.close"), () -> {});
        model.rowsProperty().subscribe(this::show);
        model.captureProperty().subscribe(this::show);
        list.getSelectionModel().selectedItemProperty().subscribe(this::showPossible);
    }

    /// Returns the dialog, ready to be opened once.
    public static Sheet of(List<Command> commands, KeyChoices choices) {
        return new KeysSheet(commands, choices).sheet;
    }

    private List<Named> named(List<Command> commands) {
        var english = Texts.of("workbench", Locale.ENGLISH);
        return commands.stream()
                .map(
                        each ->
                                new Named(
                                        each.id(),
                                        texts.get(each.textKey()),
                                        english.get(each.textKey()),
                                        texts.get(each.groupKey()),
                                        each.place()))
                .toList();
    }

    private HBox presets() {
        var group = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("settings-choice");
        for (var preset : KeyPreset.values()) {
            var button = new ToggleButton(preset.ownName());
            button.setToggleGroup(group);
            button.setSelected(preset == choices.presetProperty().get());
            button.getStyleClass().add("settings-option");
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        choices.presetProperty().set(preset);
                        model.fill();
                    });
            row.getChildren().add(button);
        }
        return row;
    }

    private void show(List<Row> found) {
        var before = list.getSelectionModel().getSelectedItem();
        rows.setAll(found);
        for (var row : found) {
            if (before != null && row.command().equals(before.command())) {
                list.getSelectionModel().select(row);
            }
        }
    }

    private void show(@Nullable Capture waiting) {
        capture.show(waiting);
        if (waiting != null) {
            capture.requestFocus();
        } else if (capture.isFocused()) {
            list.requestFocus();
        }
    }

    private void showPossible(@Nullable Row row) {
        change.setDisable(row == null);
        remove.setDisable(row == null || row.keys().isEmpty());
        reset.setDisable(row == null || !row.isOwn());
    }

    private void chosen(Consumer<Named> action) {
        var row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            action.accept(row.command());
        }
    }

    private void listKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> chosen(model::begin);
            case DELETE, BACK_SPACE -> chosen(model::remove);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void captureKey(KeyEvent event) {
        if (model.captureProperty().get() == null) {
            return;
        }
        event.consume();
        if (event.getEventType() != KeyEvent.KEY_PRESSED) {
            return;
        }
        var stroke = Stroke.of(event);
        if (stroke.isEmpty()) {
            return;
        }
        switch (stroke.get().toString()) {
            case "Enter" -> model.confirm();
            case "Esc" -> model.cancel();
            default -> model.press(stroke.get());
        }
    }
}
