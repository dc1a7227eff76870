package org.cellist.app.ui.workbench.resources;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.port.Place;

/// The pane of what the places have where notebooks run.
///
/// While it is shown it looks again every two seconds.
///
/// Confined to the JavaFX Application Thread.
public final class ResourcesView extends VBox {

    private static final Duration PERIOD = Duration.seconds(2);

    private final ResourcesViewModel model;
    private final Texts texts = Texts.of("resources");
    private final VBox sections = new VBox();
    private final ScrollPane scroll;
    private final Map<Place, SectionView> shown = new HashMap<>();
    private final Timeline looks;

    public ResourcesView(ResourcesViewModel model) {
        this.model = model;
        looks = new Timeline(new KeyFrame(PERIOD, _ -> model.refresh()));
        looks.setCycleCount(Animation.INDEFINITE);
        getStyleClass().addAll("pane", "resources-pane");
        var title = new Label(texts.get("title"));
        title.getStyleClass().add("pane-title");
        sections.getStyleClass().add("resources-sections");
        scroll = new ScrollPane(sections);
        scroll.getStyleClass().add("resources-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
        model.sectionsProperty().subscribe(this::show);
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

    /// What was there before keeps its node, so that nothing flickers. Another place that comes
    /// first is what a person wants to see.
    private void show(List<Section> now) {
        shown.keySet().retainAll(now.stream().map(Section::place).collect(Collectors.toSet()));
        var views = now.stream().map(this::view).toList();
        var before = sections.getChildren();
        boolean isOtherFront =
                !before.isEmpty()
                        && !views.isEmpty()
                        && !before.getFirst().equals(views.getFirst());
        if (!before.equals(views)) {
            before.setAll(views);
        }
        if (isOtherFront) {
            scroll.setVvalue(0);
        }
    }

    private SectionView view(Section section) {
        var view = shown.computeIfAbsent(section.place(), _ -> new SectionView(texts, model::free));
        view.show(section);
        return view;
    }
}
