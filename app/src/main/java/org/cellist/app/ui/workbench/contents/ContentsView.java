package org.cellist.app.ui.workbench.contents;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.contents.ContentsViewModel.Entry;
import org.cellist.app.ui.workbench.contents.ContentsViewModel.State;
import org.jspecify.annotations.Nullable;

/// The table of contents in the side pane; a click goes to the heading.
///
/// Confined to the JavaFX Application Thread.
public final class ContentsView extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double ROW = 27.5;
    private static final double INDENT = 16;

    private final ContentsViewModel model;
    private final Texts texts;
    private final Consumer<CellId> goTo;
    private final ListView<Entry> list = new ListView<>();
    private final Label empty = new Label();

    public ContentsView(ContentsViewModel model, Texts texts, Consumer<CellId> goTo) {
        this.model = model;
        this.texts = texts;
        this.goTo = goTo;
        getStyleClass().add("pane");
        var title = new Label(texts.get("contents.title"));
        title.getStyleClass().add("pane-title");
        empty.setText(texts.get("contents.empty"));
        empty.getStyleClass().add("pane-empty");
        empty.setWrapText(true);
        empty.setMinHeight(Region.USE_PREF_SIZE);
        empty.managedProperty().bind(empty.visibleProperty());
        list.getStyleClass().add("contents-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Row());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, empty, list);
        model.entriesProperty().subscribe(this::show);
        model.currentProperty().subscribe(_ -> list.refresh());
    }

    /// Takes the keys, at the section that is read.
    public void enter() {
        if (list.isVisible()) {
            int current = Math.max(0, model.currentProperty().get());
            list.requestFocus();
            list.getSelectionModel().select(current);
            list.scrollTo(current);
        }
    }

    private void key(KeyEvent event) {
        var selected = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && selected != null) {
            event.consume();
            goTo.accept(selected.cell());
        }
    }

    private void show(List<Entry> entries) {
        empty.setVisible(entries.isEmpty());
        list.setVisible(!entries.isEmpty());
        int selected = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(entries);
        if (list.isFocused() && !entries.isEmpty()) {
            list.getSelectionModel().select(Math.clamp(selected, 0, entries.size() - 1));
        }
    }

    /// A heading, as far in as its level, with the state of the cells below it.
    private final class Row extends ListCell<Entry> {

        private final Button button = new Button();
        private final Label text = new Label();
        private final Node dot = Icons.dot();

        Row() {
            getStyleClass().add("contents-cell");
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            text.setMinWidth(0);
            var row = new HBox(text, space, dot);
            row.getStyleClass().add("contents-row");
            button.getStyleClass().setAll("contents-button");
            button.setGraphic(row);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setFocusTraversable(false);
            button.setOnAction(_ -> goTo.accept(getItem().cell()));
            row.prefWidthProperty().bind(button.widthProperty().subtract(20));
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean none) {
            super.updateItem(entry, none);
            if (none || entry == null) {
                setGraphic(null);
                return;
            }
            text.setText(entry.text());
            int depth = entry.level() - 1;
            HBox.setMargin(text, new Insets(0, 8, 0, depth * INDENT));
            text.getStyleClass().setAll("label", depth == 0 ? "contents-top" : "contents-sub");
            dot.setVisible(entry.state() != State.NO_CODE);
            dot.getStyleClass().setAll("shape-icon", "dot-icon", dotClass(entry.state()));
            button.setAccessibleText(entry.text() + " " + words(entry.state()));
            button.pseudoClassStateChanged(CURRENT, getIndex() == model.currentProperty().get());
            setGraphic(button);
        }

        private static String dotClass(State state) {
            return switch (state) {
                case NO_CODE, NOT_RUN -> "dot-idle";
                case RUNNING -> "dot-running";
                case DONE -> "dot-ok";
                case STALE -> "dot-warn";
                case FAILED -> "dot-error";
            };
        }

        private String words(State state) {
            return switch (state) {
                case NO_CODE -> "";
                case NOT_RUN -> texts.get("contents.notrun");
                case RUNNING -> texts.get("contents.running");
                case DONE -> texts.get("contents.done");
                case STALE -> texts.get("contents.stale");
                case FAILED -> texts.get("contents.failed");
            };
        }
    }
}
