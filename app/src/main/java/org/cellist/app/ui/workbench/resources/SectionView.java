package org.cellist.app.ui.workbench.resources;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;

/// Shows a [Section]: its heading, its meters, its notebooks. What was there before keeps its
/// node, so that nothing flickers and no button is lost under the pointer.
///
/// Confined to the JavaFX Application Thread.
final class SectionView extends VBox {

    private final Texts texts;
    private final Consumer<UseRow> freeing;
    private final Label heading = new Label();
    private final Label line = line();
    private final Label notebooks = new Label();
    private final Label none = line();
    private final VBox meters = new VBox();
    private final VBox uses = new VBox();
    private final Map<String, MeterView> meterViews = new HashMap<>();
    private final Map<String, UseView> useViews = new HashMap<>();

    SectionView(Texts texts, Consumer<UseRow> freeing) {
        this.texts = texts;
        this.freeing = freeing;
        getStyleClass().add("resources-section");
        heading.getStyleClass().add("resources-place");
        heading.setMinWidth(0);
        meters.getStyleClass().add("resources-meters");
        uses.getStyleClass().add("resources-uses");
        notebooks.getStyleClass().add("resources-notebooks");
        notebooks.setText(texts.get("notebooks"));
        none.setText(texts.get("notebooks.none"));
        for (var each : List.of(notebooks, none, meters, uses)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        getChildren().addAll(heading, meters, line, notebooks, none, uses);
    }

    private static Label line() {
        var label = new Label();
        label.getStyleClass().add("resources-line");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    void show(Section section) {
        heading.setText(section.heading());
        line.setText(section.isKnown() ? section.line() : texts.get("looking"));
        line.setVisible(!line.getText().isEmpty());
        boolean hasFigures = !section.meters().isEmpty();
        notebooks.setVisible(hasFigures);
        none.setVisible(hasFigures && section.uses().isEmpty());
        meters.setVisible(hasFigures);
        uses.setVisible(!section.uses().isEmpty());
        keep(meters, section.meters(), Meter::key, meterViews, MeterView::new, MeterView::show);
        keep(
                uses,
                section.uses(),
                UseRow::key,
                useViews,
                () -> new UseView(texts, freeing),
                UseView::show);
    }

    /// Lets a box show these, each in the node that it had before.
    private static <T, V extends Node> void keep(
            VBox box,
            List<T> now,
            Function<T, String> key,
            Map<String, V> known,
            Supplier<V> fresh,
            BiConsumer<V, T> show) {
        known.keySet().retainAll(now.stream().map(key).collect(Collectors.toSet()));
        var views = now.stream().map(it -> view(it, key, known, fresh, show)).toList();
        if (!box.getChildren().equals(views)) {
            box.getChildren().setAll(views);
        }
    }

    private static <T, V extends Node> V view(
            T it,
            Function<T, String> key,
            Map<String, V> known,
            Supplier<V> fresh,
            BiConsumer<V, T> show) {
        var view = known.computeIfAbsent(key.apply(it), _ -> fresh.get());
        show.accept(view, it);
        return view;
    }
}
