package org.cellist.app.ui.workbench.kernels;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.cellist.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// The pane of running kernels. Enter opens the notebook of the selected one.
///
/// While it is shown it looks again every two seconds.
///
/// Confined to the JavaFX Application Thread.
public final class KernelsView extends VBox {

    private static final Duration PERIOD = Duration.seconds(2);

    private final KernelsViewModel model;
    private final Texts texts = Texts.of("kernels");
    private final ListView<KernelsRow> list = new ListView<>();
    private final Label quiet = new Label();
    private final Timeline looks;
    private @Nullable KernelsRow kept; // chosen last

    public KernelsView(KernelsViewModel model) {
        this.model = model;
        looks = new Timeline(new KeyFrame(PERIOD, _ -> model.refresh()));
        looks.setCycleCount(Animation.INDEFINITE);
        getStyleClass().addAll("pane", "kernels-pane");
        var title = new Label(texts.get("title"));
        title.getStyleClass().add("pane-title");
        getChildren().addAll(title, list(), trouble(), buttons());
        sceneProperty().subscribe(this::lookWhileShown);
    }

    /// Takes the keys.
    public void enter() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void lookWhileShown() {
        if (getScene() == null) {
            looks.stop();
        } else {
            model.refresh();
            looks.play();
        }
    }

    private Node list() {
        list.getStyleClass().add("kernels-list");
        list.setAccessibleText(texts.get("title"));
        list.setItems(model.rows());
        var chosen = list.getSelectionModel().selectedItemProperty();
        chosen.subscribe(
                row -> {
                    if (row != null) {
                        kept = row;
                    }
                });
        model.rows().addListener((ListChangeListener<KernelsRow>) _ -> chooseAgain());
        list.setCellFactory(_ -> new KernelCell());
        list.setPlaceholder(quiet);
        quiet.getStyleClass().add("pane-empty");
        quiet.setWrapText(true);
        model.knownProperty()
                .subscribe(known -> quiet.setText(texts.get(known ? "none" : "looking")));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(
                click -> {
                    if (click.getClickCount() == 2) {
                        selected().ifPresent(model::open);
                    }
                });
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    /// The figures of a chosen kernel change, and it stays chosen.
    private void chooseAgain() {
        var before = kept;
        if (before != null) {
            model.rows().stream()
                    .filter(before::isOf)
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
    }

    private Node trouble() {
        var label = new Label();
        label.getStyleClass().add("kernels-trouble");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(model.troubleProperty());
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private Optional<KernelsRow> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            selected().ifPresent(model::open);
        } else if (event.getCode() == KeyCode.DELETE) {
            event.consume();
            selected().filter(KernelsViewModel::canStop).ifPresent(model::stop);
            selected().filter(model::canGiveBack).ifPresent(model::giveBack);
        }
    }

    private Node buttons() {
        var row =
                new HBox(
                        shownFor(
                                true,
                                it -> !isMachine(it) && !KernelsViewModel.canJoin(it),
                                button("open", KernelsViewModel::canOpen, model::open)),
                        shownFor(
                                false,
                                KernelsViewModel::canJoin,
                                button("join", KernelsViewModel::canJoin, model::open)),
                        shownFor(
                                true,
                                it -> !isMachine(it),
                                button("restart", KernelsViewModel::canRestart, model::restart)),
                        shownFor(
                                true,
                                it -> !isMachine(it),
                                button("stop", KernelsViewModel::canStop, model::stop)),
                        shownFor(
                                false,
                                KernelsView::isMachine,
                                button("giveback", model::canGiveBack, model::giveBack)));
        row.getStyleClass().add("snippets-buttons");
        return row;
    }

    private static boolean isMachine(KernelsRow row) {
        return row instanceof KernelsRow.MachineRow;
    }

    /// What a row cannot have takes no room.
    ///
    /// @param isUsual whether it is there while no row is chosen
    private Button shownFor(boolean isUsual, Predicate<KernelsRow> of, Button button) {
        var chosen = list.getSelectionModel().selectedItemProperty();
        button.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> selected().map(of::test).orElse(isUsual), chosen));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Button button(String key, Predicate<KernelsRow> allowed, Consumer<KernelsRow> action) {
        var button = new Button(texts.get(key));
        button.getStyleClass().setAll("pane-button");
        button.setOnAction(_ -> selected().ifPresent(action));
        button.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> selected().filter(allowed).isEmpty(),
                                list.getSelectionModel().selectedItemProperty()));
        return button;
    }
}
