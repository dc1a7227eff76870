package org.cellist.app.ui.workbench.search;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cellist.app.notebook.find.Excerpt;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.find.FindToggle;
import org.cellist.app.ui.output.find.FindWords;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The pane that searches a folder. Enter begins a search, and opens what is selected in the list.
///
/// Confined to the JavaFX Application Thread.
public final class FolderSearchView extends VBox {

    private final FolderSearchViewModel model;
    private final Texts texts = Texts.of("find");
    private final FindWords words = FindWords.ofNow();
    private final TextField text = new TextField();
    private final Button where = new Button();
    private final Label state = new Label();
    private final Button stop = new Button(texts.get("folder.stop"));
    private final ListView<SearchRow> list = new ListView<>();
    private final BiConsumer<Path, @Nullable Excerpt> open;

    /// @param choose lets the person choose a folder, from the one given on
    /// @param open shows a match in its notebook; null for the notebook alone
    /// @param leave gives keys back to the notebook
    public FolderSearchView(
            FolderSearchViewModel model,
            Consumer<@Nullable Path> choose,
            BiConsumer<Path, @Nullable Excerpt> open,
            Runnable leave) {
        this.model = model;
        this.open = open;
        getStyleClass().addAll("pane", "search-pane");
        var title = new Label(texts.get("folder.title"));
        title.getStyleClass().add("pane-title");
        getChildren().addAll(title, field(), conditions(), folder(choose), status(), results());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, leave));
        model.stateProperty().subscribe(this::show);
        model.folderProperty().subscribe(this::showFolder);
    }

    /// Takes the keys.
    public void enter() {
        text.requestFocus();
        text.selectAll();
    }

    private Node field() {
        text.setPromptText(texts.get("folder.prompt"));
        text.setAccessibleText(texts.get("folder.title"));
        text.getStyleClass().add("find-field");
        text.textProperty()
                .subscribe(
                        (_, now) ->
                                model.queryProperty()
                                        .set(model.queryProperty().get().withText(now)));
        return text;
    }

    private Node conditions() {
        var query = model.queryProperty();
        var row =
                new HBox(
                        FindToggle.ofCase(query, texts),
                        FindToggle.ofWord(query, texts),
                        FindToggle.ofPattern(query, texts),
                        FindToggle.ofOutputs(query, texts));
        row.getStyleClass().add("find-toggles");
        query.subscribe(
                (before, now) -> {
                    if (before.text().equals(now.text())) {
                        model.refine();
                    }
                });
        return row;
    }

    private Node folder(Consumer<@Nullable Path> choose) {
        where.getStyleClass().setAll("search-folder");
        where.setGraphic(Icons.of(Feather.FOLDER, Icons.SMALL));
        where.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        where.setMaxWidth(Double.MAX_VALUE);
        where.setOnAction(_ -> choose.accept(model.folderProperty().get()));
        return where;
    }

    private void showFolder(@Nullable Path folder) {
        where.setText(folder == null ? texts.get("folder.choose") : folder.toString());
        where.setTooltip(folder == null ? null : new Tooltip(folder.toString()));
    }

    private Node status() {
        state.getStyleClass().add("search-state");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(state, Priority.ALWAYS);
        state.setMaxWidth(Double.MAX_VALUE);
        stop.getStyleClass().setAll("find-action");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> model.cancel());
        stop.managedProperty().bind(stop.visibleProperty());
        var row = new HBox(state, stop);
        row.getStyleClass().add("search-status");
        return row;
    }

    private Node results() {
        list.getStyleClass().add("search-list");
        list.setItems(model.rows());
        list.setCellFactory(_ -> new SearchCell(model, texts, this::open));
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private void show(SearchState now) {
        stop.setVisible(now instanceof SearchState.Running);
        state.setText(
                switch (now) {
                    case SearchState.Idle _ -> "";
                    case SearchState.Running(var matches) -> texts.get("folder.running", matches);
                    case SearchState.Faulty(var fault) -> words.of(fault);
                    case SearchState.Done done -> said(done);
                });
    }

    private String said(SearchState.Done done) {
        var count =
                done.matches() == 0
                        ? texts.get("folder.none", done.summary().files())
                        : texts.get("folder.count", done.matches(), done.inFiles());
        return switch (done.summary().end()) {
            case COMPLETE -> count;
            case MANY_FILES -> count + " " + texts.get("folder.files", done.summary().files());
            case MANY_MATCHES -> count + " " + texts.get("folder.matches");
            case CANCELLED -> count + " " + texts.get("folder.cancelled");
            case TOO_HARD -> words.tooHard();
            case NO_FOLDER -> texts.get("folder.unreadable");
        };
    }

    private void open(SearchRow row) {
        switch (row) {
            case SearchRow.Hit(var file, var excerpt, _) -> open.accept(file, excerpt);
            case SearchRow.OfFile(var file, _, _) -> open.accept(file, null);
            case SearchRow.Unreadable(var file) -> open.accept(file, null);
        }
    }

    private void key(KeyEvent event, Runnable leave) {
        boolean isField = text.equals(event.getTarget());
        boolean isList = list.isFocused();
        if (event.getCode() == KeyCode.ESCAPE) {
            model.cancel();
            leave.run();
        } else if (event.getCode() == KeyCode.ENTER && isField) {
            model.search();
        } else if (event.getCode() == KeyCode.DOWN && isField && !list.getItems().isEmpty()) {
            list.requestFocus();
            list.getSelectionModel()
                    .select(Math.max(0, list.getSelectionModel().getSelectedIndex()));
        } else if (event.getCode() == KeyCode.ENTER && isList) {
            var row = list.getSelectionModel().getSelectedItem();
            if (row != null) {
                open(row);
            }
        } else {
            return;
        }
        event.consume();
    }
}
