package org.cellist.app.ui.workbench.files;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.cellist.app.explain.Explanation;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.files.FolderModel.State;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.kernel.runtime.files.FileEntry;
import org.jspecify.annotations.Nullable;

/// One folder: which place and path, what is in it, and what went wrong. While it is shown it looks
/// again every few seconds.
///
/// Confined to the JavaFX Application Thread.
final class FolderView extends VBox {

    /// The style class of fields in which a name is typed: Escape is theirs.
    static final String NAMING = "file-naming";

    private static final Duration PERIOD_HERE = Duration.seconds(3);
    private static final Duration PERIOD_FAR = Duration.seconds(10);
    private static final Duration PATIENCE = Duration.millis(300);

    private final FolderModel model;
    private final FilesModel files;
    private final Consumer<Path> opener;
    private final Texts texts = Texts.of("files");
    private final ListView<FileEntry> list = new ListView<>();
    private final FolderHead head;
    private final FolderActions actions;
    private final Label quiet = new Label();
    private final Button again = new Button(texts.get("again"));
    private final Timeline looks = new Timeline();
    private final Timeline patience;

    /// @param opener opens what is no folder
    FolderView(
            FolderModel model,
            FilesModel files,
            FilesQuestions questions,
            Consumer<Path> opener,
            Dragged dragged) {
        this.model = model;
        this.files = files;
        this.opener = opener;
        this.actions = new FolderActions(model, files, questions, list);
        this.head = new FolderHead(model, files, actions, this::enter);
        getStyleClass().add("folder-view");
        getChildren().addAll(head, list(), trouble());
        VBox.setVgrow(list, Priority.ALWAYS);
        new FolderDrag(model, files, questions, list, dragged).install();
        patience = new Timeline(new KeyFrame(PATIENCE, _ -> showLooking()));
        looks.setCycleCount(Animation.INDEFINITE);
        model.rowsProperty().subscribe(this::showRows);
        model.stateProperty().subscribe(this::showState);
        model.placeProperty().subscribe(_ -> setPeriod());
        model.setChooser(this::choose);
        sceneProperty().subscribe(this::lookWhileShown);
    }

    /// Returns whether something is a field in which a person types the name of a file.
    static boolean isNaming(EventTarget target) {
        return target instanceof Node node && node.getStyleClass().contains(NAMING);
    }

    /// Takes the keys.
    void enter() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    // ---- looking

    private void lookWhileShown() {
        if (getScene() == null) {
            looks.stop();
        } else {
            model.refresh();
            looks.play();
        }
    }

    private void setPeriod() {
        boolean isHere = model.placeProperty().get() instanceof Place.Here;
        looks.stop();
        looks.getKeyFrames().setAll(new KeyFrame(isHere ? PERIOD_HERE : PERIOD_FAR, _ -> look()));
        if (getScene() != null) {
            looks.play();
        }
    }

    /// A place that has just failed is asked again by a person only: it may want to know who is
    /// there each time.
    private void look() {
        var scene = getScene();
        boolean isLookedAt =
                (scene != null) && (scene.getWindow() != null) && scene.getWindow().isFocused();
        if (isLookedAt && (model.stateProperty().get() instanceof State.Shown)) {
            model.refresh();
        }
    }

    // ---- what is shown

    private Node list() {
        list.getStyleClass().add("files-list");
        list.setAccessibleText(texts.get("list"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setMinHeight(0);
        list.setCellFactory(_ -> new FileCell(model.orderProperty()::get, model::rename, clock()));
        model.orderProperty().addListener((_, _, _) -> list.refresh());
        var placeholder = new VBox(quiet, again);
        placeholder.getStyleClass().add("files-quiet");
        list.setPlaceholder(placeholder);
        quiet.getStyleClass().add("pane-empty");
        quiet.setWrapText(true);
        quiet.setMinHeight(USE_PREF_SIZE);
        again.getStyleClass().setAll("pane-button");
        again.managedProperty().bind(again.visibleProperty());
        again.setOnAction(_ -> model.go(model.placeProperty().get(), folder()));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        list.setOnContextMenuRequested(
                event -> {
                    actions.menu(this::open).show(list, event.getScreenX(), event.getScreenY());
                    event.consume();
                });
        return list;
    }

    private static Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    private @Nullable String folder() {
        var path = model.folderProperty().get();
        return path.isEmpty() && !(model.placeProperty().get() instanceof Place.OnServer)
                ? null
                : path;
    }

    /// What was selected stays selected where it still is.
    private void showRows(List<FileEntry> rows) {
        var chosen = new HashSet<String>();
        list.getSelectionModel().getSelectedItems().forEach(it -> chosen.add(it.path()));
        list.getItems().setAll(rows);
        for (int i = 0; i < rows.size() && !chosen.isEmpty(); i++) {
            if (chosen.contains(rows.get(i).path())) {
                list.getSelectionModel().select(i);
            }
        }
    }

    private void showState(State state) {
        patience.stop();
        again.setVisible(false);
        switch (state) {
            case State.Looking _ -> {
                quiet.setText("");
                patience.playFromStart();
            }
            case State.Shown _ -> quiet.setText(texts.get("empty"));
            case State.Failed(var why) -> {
                quiet.setText(why.inOneLine());
                again.setVisible(true);
            }
        }
    }

    /// What another folder had is not left to be clicked on.
    private void showLooking() {
        list.getItems().clear();
        quiet.setText(texts.get("looking"));
    }

    private Node trouble() {
        var strip = new TroubleStrip(model::putAway, texts);
        model.troubleProperty().subscribe((@Nullable Explanation why) -> strip.show(why));
        return strip;
    }

    // ---- what a person does

    private void choose(FileEntry entry) {
        int at = list.getItems().indexOf(entry);
        list.getSelectionModel().clearAndSelect(at);
        list.scrollTo(Math.max(0, at - 2));
        actions.chosen(at);
    }

    private void open(FileEntry entry) {
        if (entry.isFolder()) {
            model.go(model.placeProperty().get(), entry.path());
            list.getSelectionModel().clearSelection();
        } else {
            files.open(model, entry, opener);
        }
    }

    private void clicked(MouseEvent event) {
        boolean isOnRow = FolderDrag.cell(event.getTarget()) != null;
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && isOnRow) {
            openSelected();
        } else if (!isOnRow) {
            list.getSelectionModel().clearSelection();
        }
    }

    private void openSelected() {
        List.copyOf(list.getSelectionModel().getSelectedItems()).forEach(this::open);
    }

    private void key(KeyEvent event) {
        if (event.getTarget() instanceof TextField) {
            return;
        }
        boolean isUp =
                (event.getCode() == KeyCode.BACK_SPACE)
                        || (event.getCode() == KeyCode.UP && event.isAltDown());
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            openSelected();
        } else if (isUp) {
            event.consume();
            model.up();
        } else if (actions.key(event)) {
            event.consume();
        }
    }
}
