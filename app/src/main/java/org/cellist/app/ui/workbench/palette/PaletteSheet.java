package org.cellist.app.ui.workbench.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.workbench.command.Command;
import org.cellist.app.ui.workbench.palette.PaletteViewModel.Choice;
import org.cellist.app.ui.workbench.palette.PaletteViewModel.Row;

/// Builds a palette: a field, and below it what fits what is written there, commands or cells.
///
/// Confined to the JavaFX Application Thread.
public final class PaletteSheet {

    private static final double ROW_HEIGHT = 34;
    private static final double PADDING = 4;
    private static final int MOST_ROWS = 11;
    private static final int PAGE = 10;
    private static final int MOST_RECENT = 8;

    private final PaletteViewModel model;
    private final List<String> recent;
    private final TextField field = new TextField();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ListView<Row> list = new ListView<>(rows);
    private final Label nothing = new Label();
    private final Sheet sheet;

    /// @param key where its words are: the title under `command.` and this, the others under this
    private PaletteSheet(Texts texts, String key, List<Choice> choices, List<String> recent) {
        this.recent = recent;
        model = new PaletteViewModel(choices, recent);
        field.setPromptText(texts.get(key + ".prompt"));
        field.getStyleClass().addAll("palette-field", "sheet-focus");
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().bindBidirectional(model.queryProperty());
        list.getStyleClass().add("palette-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new PaletteCell(this::clicked));
        nothing.setText(texts.get(key + ".nothing"));
        nothing.getStyleClass().add("palette-nothing");
        nothing.managedProperty().bind(nothing.visibleProperty());
        sheet =
                Sheet.light(
                        texts.get("command." + key), new VBox(field, list, nothing), Sheet.MIDDLE);
        model.rowsProperty().subscribe(this::show);
        model.selectedProperty().subscribe(index -> select(index.intValue()));
    }

    /// Returns the palette of commands, ready to be opened once.
    ///
    /// @param recent the ids of what was chosen before, the last one first; what is chosen now is
    ///     added
    public static Sheet of(List<Command> commands, List<String> recent) {
        var texts = Texts.of("workbench");
        return new PaletteSheet(texts, "palette", choices(commands, texts), recent).sheet;
    }

    /// Returns the cells of a notebook to choose from, ready to be opened once.
    ///
    /// @param lead the position of the cell to begin at; -1 for none
    /// @param goTo goes to the cell that was chosen
    public static Sheet ofCells(Notebook notebook, int lead, Consumer<CellId> goTo) {
        var texts = Texts.of("workbench");
        var cells = CellChoices.of(notebook, texts, goTo);
        var palette = new PaletteSheet(texts, "view.cell", cells, new ArrayList<>());
        var id =
                lead < 0 || lead >= notebook.cells().size()
                        ? ""
                        : notebook.cells().get(lead).id().value();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).id().equals(id)) {
                palette.model.select(i);
                break;
            }
        }
        return palette.sheet;
    }

    private static List<Choice> choices(List<Command> commands, Texts texts) {
        var english = Texts.of("workbench", Locale.ENGLISH);
        return commands.stream()
                .filter(each -> !each.id().equals("palette"))
                .map(
                        each ->
                                new Choice(
                                        each.id(),
                                        texts.get(each.textKey()),
                                        english.get(each.textKey()),
                                        texts.get(each.groupKey()),
                                        each.shownKeys().get(),
                                        each.possible().get(),
                                        each::run))
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
                    remember(chosen.id());
                    chosen.action().run();
                });
    }

    private void remember(String id) {
        var ids = new ArrayList<>(List.of(id));
        recent.stream().filter(each -> !each.equals(id)).limit(MOST_RECENT - 1L).forEach(ids::add);
        recent.clear();
        recent.addAll(ids);
    }
}
