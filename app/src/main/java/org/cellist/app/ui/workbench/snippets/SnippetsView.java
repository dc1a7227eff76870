package org.cellist.app.ui.workbench.snippets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.snippets.Snippet;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The pane of snippets. Enter inserts the one that is selected, from the list or from the field
/// above it.
///
/// Confined to the JavaFX Application Thread.
public final class SnippetsView extends VBox {

    private static final double MOST_OF_PROBLEMS = 84;

    private final SnippetsViewModel model;
    private final Consumer<List<Cell>> inserts;
    private final Texts texts = Texts.of("snippets");
    private final TextField field = new TextField();
    private final ListView<SnippetRow> list = new ListView<>();
    private final Label quiet = new Label();
    private final VBox problems = new VBox();
    private final ScrollPane unread = new ScrollPane(problems);
    private final SnippetPreview preview;

    /// @param inserts puts cells into the notebook in front
    /// @param leave gives keys back to the notebook
    /// @param showFolder shows the folder of snippets
    SnippetsView(
            SnippetsViewModel model,
            Consumer<List<Cell>> inserts,
            Runnable leave,
            Runnable showFolder) {
        this.model = model;
        this.inserts = inserts;
        preview = new SnippetPreview(model.desk().colours());
        getStyleClass().addAll("pane", "snippets-pane");
        var title = new Label(texts.get("title"));
        title.getStyleClass().add("pane-title");
        getChildren().addAll(title, field(), list(), unread, preview, buttons(showFolder));
        unread.managedProperty().bind(unread.visibleProperty());
        unread.getStyleClass().add("snippets-unread");
        unread.setFitToWidth(true);
        unread.setMaxHeight(MOST_OF_PROBLEMS);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, leave));
        model.unreadProperty().subscribe(this::showUnread);
        sceneProperty().subscribe(this::refreshIfShown);
    }

    /// Takes the keys.
    public void enter() {
        field.requestFocus();
        field.selectAll();
    }

    private void refreshIfShown() {
        if (getScene() != null) {
            model.refresh();
        }
    }

    private Node field() {
        field.setPromptText(texts.get("search"));
        field.setAccessibleText(texts.get("search"));
        field.getStyleClass().add("variables-filter");
        field.textProperty().bindBidirectional(model.filterProperty());
        return field;
    }

    private Node list() {
        list.getStyleClass().add("snippets-list");
        list.setAccessibleText(texts.get("list"));
        list.setItems(model.rows());
        list.setCellFactory(_ -> new SnippetCell(this::insert));
        list.setPlaceholder(quiet);
        quiet.getStyleClass().add("pane-empty");
        model.knownProperty()
                .subscribe(known -> quiet.setText(texts.get(known ? "none" : "loading")));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(_ -> preview.show(selected().orElse(null)));
        ListChangeListener<SnippetRow> selecting = _ -> selectFirst();
        model.rows().addListener(selecting); // after the list itself, which clears the selection
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(0);
        return list;
    }

    /// So that Enter inserts the best of what fits.
    private void selectFirst() {
        if (selected().isEmpty()) {
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i) instanceof SnippetRow.Entry) {
                    list.getSelectionModel().select(i);
                    list.scrollTo(0);
                    return;
                }
            }
        }
    }

    private Optional<Snippet> selected() {
        return list.getSelectionModel().getSelectedItem() instanceof SnippetRow.Entry(var snippet)
                ? Optional.of(snippet)
                : Optional.empty();
    }

    private Node buttons(Runnable showFolder) {
        var insert = button("insert", Feather.CORNER_DOWN_LEFT, this::insertSelected);
        insert.disableProperty().bind(preview.visibleProperty().not());
        var row = new HBox(insert, button("folder", Feather.FOLDER, showFolder));
        row.getStyleClass().add("snippets-buttons");
        return row;
    }

    private Button button(String key, Feather icon, Runnable action) {
        var button = new Button(texts.get(key), Icons.of(icon, Icons.SMALL));
        button.getStyleClass().setAll("pane-button");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void showUnread(List<String> sentences) {
        unread.setVisible(!sentences.isEmpty());
        problems.getChildren().setAll(sentences.stream().map(SnippetsView::sentence).toList());
    }

    private static Label sentence(String words) {
        var label = new Label(words);
        label.getStyleClass().add("snippets-problem");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void insertSelected() {
        selected().ifPresent(this::insert);
    }

    private void insert(Snippet snippet) {
        inserts.accept(snippet.cells());
    }

    private void copySelected() {
        selected()
                .ifPresent(
                        snippet -> {
                            var content = new ClipboardContent();
                            content.putString(snippet.code());
                            Clipboard.getSystemClipboard().setContent(content);
                        });
    }

    private void key(KeyEvent event, Runnable leave) {
        boolean isField = field.equals(event.getTarget());
        boolean isList = list.isFocused();
        boolean copies = event.isShortcutDown() && event.getCode() == KeyCode.C;
        if (event.getCode() == KeyCode.ESCAPE) {
            leave.run();
        } else if (event.getCode() == KeyCode.ENTER && (isField || isList)) {
            insertSelected();
        } else if (event.getCode() == KeyCode.DOWN && isField) {
            list.requestFocus();
        } else if (copies && (isList || (isField && field.getSelectedText().isEmpty()))) {
            copySelected();
        } else {
            return;
        }
        event.consume();
    }
}
