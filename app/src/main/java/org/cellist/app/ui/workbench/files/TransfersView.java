package org.cellist.app.ui.workbench.files;

import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;

/// What is copied between places, the newest last; nothing where nothing is.
///
/// Confined to the JavaFX Application Thread.
final class TransfersView extends VBox {

    private static final double MOST_HEIGHT = 190;

    private final TransfersModel model;
    private final VBox rows = new VBox();
    private final Map<Transfer, TransferRow> shown = new HashMap<>();

    TransfersView(TransfersModel model) {
        this.model = model;
        getStyleClass().add("transfers");
        var texts = Texts.of("files");
        var title = new Label(texts.get("transfers"));
        title.getStyleClass().add("pane-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var clear = new Button(texts.get("transfers.clear"));
        clear.getStyleClass().setAll("find-action");
        clear.setOnAction(_ -> model.clear());
        clear.visibleProperty().bind(model.hasDoneProperty());
        var head = new HBox(title, space, clear);
        head.getStyleClass().add("folder-row");
        rows.getStyleClass().add("transfers-rows");
        var scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("snippets-unread");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, scroll);
        managedProperty().bind(visibleProperty());
        ListChangeListener<Transfer> showing = _ -> show();
        model.transfers().addListener(showing);
        show();
    }

    private void show() {
        var now = model.transfers();
        setVisible(!now.isEmpty());
        shown.keySet().retainAll(now);
        rows.getChildren()
                .setAll(
                        now.stream()
                                .map(
                                        each ->
                                                shown.computeIfAbsent(
                                                        each, it -> new TransferRow(it, model)))
                                .toList());
    }
}
