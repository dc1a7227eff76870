package org.cellist.app.ui.workbench.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.workbench.command.Command;
import org.cellist.app.ui.workbench.palette.PaletteViewModel.Choice;
import org.cellist.app.ui.workbench.palette.PaletteViewModel.Row;

/// Builds the palette: a field, and below it the commands that fit what is written there.
///
/// Confined to the JavaFX Application Thread.
public final class PaletteSheet {

    private static final double ROW_HEIGHT = 34;
    private static final double PADDING = 4;
    private static final int MOST_ROWS = 11;
    private static final int PAGE = 10;
    private static final int MOST_RECENT = 8;

    private final Texts texts = Texts.of("workbench");
    private final PaletteViewModel model;
    private final List<String> recent;
    private final TextField field = new TextField();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ListView<Row> list = new ListView<>(rows);
    private final Label nothing = new Label();
    private final Sheet sheet;

    private PaletteSheet(List<Command> commands, List<String> recent) {
        this.recent = recent;
        model = new PaletteViewModel(choices(commands), recent);
        field.setPromptText(texts.get("palette.prompt"));
        field.getStyleClass().addAll("palette-field", "sheet-focus");
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().bindBidirectional(model.queryProperty());
        list.getStyleClass().add("palette-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new PaletteCell(this::clicked));
        nothing.setText(texts.get("palette.nothing"));
        nothing.getStyleClass().add("palette-nothing");
        nothing.managedProperty().bind(nothing.visibleProperty());
        sheet =
                Sheet.light(
                        texts.get("command.palette"), new VBox(field, list, nothing), Sheet.MIDDLE);
        model.rowsProperty().subscribe(this::show);
        model.selectedProperty().subscribe(index -> select(index.intValue()));
    }

    /// Returns the palette, ready to be opened once.
    ///
    /// @param recent the ids of what was chosen before, the last one first; what is chosen now is
    ///     added
    public static Sheet of(List<Command> commands, List<String> recent) {
        return new PaletteSheet(commands, recent).sheet;
    }

    private List<Choice> choices(List<Command> commands) {
        var english = Texts.of("workbench", Locale.ENGLISH);
        return commands.stream()
                .filter(each -> !each.id().equals("palette"))
                .map(
                        each ->
                                new Choice(
                                        each,
                                        texts.get(each.textKey()),
                                        english.get(each.textKey()),
                                        texts.get(each.groupKey())))
                .toList();
    }

    private void show(List<Row> found) {
        rows.setAll(found);
        list.setPrefHeight(Math.min(found.size(), MOST_ROWS) * ROW_HEIGHT + PADDING);
        list.setMinHeight(list.getPrefHeight());
        list.setVisible(!found.isEmpty());
        list.setManaged(!found.isEmpty());
        nothing.setVisible(found.isEmpty());
        select(model.selectedProperty().get());
    }

    private void select(int index) {
        if (index < 0 || index >= rows.size()) {
            list.getSelectionModel().clearSelection();
            return;
        }
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - MOST_ROWS / 2));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP, KP_UP -> model.move(-1);
            case DOWN, KP_DOWN -> model.move(1);
            case PAGE_UP -> model.move(-PAGE);
            case PAGE_DOWN -> model.move(PAGE);
            case ENTER -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void clicked(Row row) {
        model.select(rows.indexOf(row));
        choose();
    }

    private void choose() {
        var choice = model.selected();
        sheet.close();
        choice.ifPresent(
                chosen -> {
                    remember(chosen.command().id());
                    chosen.command().run();
                });
    }

    private void remember(String id) {
        var ids = new ArrayList<>(List.of(id));
        recent.stream().filter(each -> !each.equals(id)).limit(MOST_RECENT - 1L).forEach(ids::add);
        recent.clear();
        recent.addAll(ids);
    }
}
