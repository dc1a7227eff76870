package org.cellist.app.ui.workbench.resources;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.cellist.app.text.Texts;

/// The pane of this machine's resources.
///
/// While it is shown it looks again every two seconds.
///
/// Confined to the JavaFX Application Thread.
public final class ResourcesView extends VBox {

    private static final Duration PERIOD = Duration.seconds(2);

    private final ResourcesViewModel model;
    private final Texts texts = Texts.of("resources");
    private final VBox meters = new VBox();
    private final VBox uses = new VBox();
    private final Label line = new Label();
    private final ScrollPane scroll;
    private final Map<String, MeterView> shown = new HashMap<>();
    private final Timeline looks;

    public ResourcesView(ResourcesViewModel model) {
        this.model = model;
        looks = new Timeline(new KeyFrame(PERIOD, _ -> model.refresh()));
        looks.setCycleCount(Animation.INDEFINITE);
        getStyleClass().addAll("pane", "resources-pane");
        var title = new Label(texts.get("title"));
        title.getStyleClass().add("pane-title");
        meters.getStyleClass().add("resources-meters");
        uses.getStyleClass().add("resources-uses");
        line.getStyleClass().add("resources-line");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.managedProperty().bind(line.visibleProperty());
        var notebooks = new Label(texts.get("notebooks"));
        notebooks.getStyleClass().add("pane-title");
        scroll = new ScrollPane(new VBox(meters, line, notebooks, uses));
        scroll.getStyleClass().add("resources-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
        model.metersProperty().subscribe(this::showMeters);
        model.usesProperty().subscribe(this::showUses);
        model.lineProperty()
                .subscribe(
                        words -> {
                            line.setText(words);
                            line.setVisible(!words.isEmpty());
                        });
        sceneProperty().subscribe(this::lookWhileShown);
    }

    /// Takes the keys.
    public void enter() {
        scroll.requestFocus();
    }

    private void lookWhileShown() {
        if (getScene() == null) {
            looks.stop();
        } else {
            model.refresh();
            looks.play();
        }
    }

    /// What was there before keeps its node, so that nothing flickers.
    private void showMeters(List<Meter> now) {
        var views = now.stream().map(this::view).toList();
        if (!meters.getChildren().equals(views)) {
            meters.getChildren().setAll(views);
        }
    }

    private Node view(Meter meter) {
        var view = shown.computeIfAbsent(meter.key(), _ -> new MeterView());
        view.show(meter);
        return view;
    }

    private void showUses(List<UseRow> now) {
        if (now.isEmpty()) {
            var none = new Label(texts.get("notebooks.none"));
            none.getStyleClass().add("resources-line");
            none.setWrapText(true);
            none.setMinHeight(Region.USE_PREF_SIZE);
            uses.getChildren().setAll(none);
        } else {
            uses.getChildren().setAll(now.stream().map(this::use).toList());
        }
    }

    private Node use(UseRow row) {
        var title = new Label(row.title());
        title.getStyleClass().add("resources-title");
        title.setMinWidth(0);
        var words = new Label(row.words());
        words.getStyleClass().add("resources-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var lines = new VBox(title, words);
        lines.getStyleClass().add("resources-use");
        if (row.notebook() != null) {
            var free = new Button(texts.get("free"));
            free.getStyleClass().setAll("pane-button");
            free.setTooltip(new Tooltip(texts.get("free.hint")));
            free.setOnAction(_ -> model.free(row));
            lines.getChildren().add(free);
        }
        return lines;
    }
}
