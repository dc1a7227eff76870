package org.cellist.app.ui.runtime;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.accelerator.AcceleratorView;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.app.ui.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/// Builds the dialog that chooses a runtime.
///
/// Confined to the JavaFX Application Thread.
public final class PickerSheet {

    private static final double LIST_HEIGHT = 420;

    /// What stands over the first row of a place, in pixels.
    private static final double HEAD_HEIGHT = 32;

    private final Texts texts = Texts.of("runtime");
    private final RuntimeWords words = new RuntimeWords();
    private final PickerViewModel model;
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final PickerAdvice advice;
    private final List<RuntimeRowView> views = new ArrayList<>();
    private final Sheet sheet;
    private final Button attach;
    private @Nullable String revealed; // the key of the row that was brought to sight last
    private boolean isRevealedEarly; // while rows may still come before it

    /// @param environment opens the sheet that makes one; null where none can be made
    private PickerSheet(PickerViewModel model, @Nullable Runnable environment) {
        this.model = model;
        this.advice = new PickerAdvice(model);
        list.getStyleClass().add("runtime-list");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(LIST_HEIGHT);
        scroll.getStyleClass().addAll("runtime-scroll", "sheet-focus");
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        sheet =
                new Sheet(
                        texts.get("picker.title"),
                        model.missing()
                                .map(name -> texts.get("picker.missing", name))
                                .orElse(texts.get("picker.purpose")),
                        below(model),
                        Sheet.WIDE);
        if (environment != null) {
            sheet.addAside(texts.get("picker.environment"), () -> leaveFor(environment));
        }
        var hosts = model.hosts();
        if (hosts != null) {
            sheet.addAside(texts.get("picker.host"), hosts::open);
        }
        var servers = model.servers();
        if (servers != null) {
            sheet.addAside(texts.get("picker.server"), servers::open);
        }
        sheet.addCancel(texts.get("picker.cancel"), model::leave);
        attach = sheet.addPrimary(texts.get("picker.attach"), model::attach);
        list.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .addListener((_, before, now) -> comeBack(before, now));
        scroll.viewportBoundsProperty().addListener((_, _, _) -> revealSelected());
        list.heightProperty().addListener((_, _, _) -> revealSelected());
        model.rows().addListener((ListChangeListener<RuntimeRow>) _ -> fill());
        model.searchingProperty().subscribe(_ -> fill());
        model.selectedProperty().subscribe(this::select);
    }

    private VBox below(PickerViewModel model) {
        var parts = new VBox(scroll, advice);
        var accelerators = model.accelerators();
        if (accelerators != null) {
            var view = new AcceleratorView(accelerators);
            model.selectedProperty().subscribe(row -> view.setVisible(isHere(row)));
            parts.getChildren().add(1, view);
        }
        return parts;
    }

    private static boolean isHere(@Nullable RuntimeRow row) {
        return row != null && row.place() instanceof RuntimeRow.Place.ThisComputer;
    }

    /// A person who comes back to the window may have typed the command that was shown.
    private void comeBack(@Nullable Boolean before, @Nullable Boolean now) {
        if (Boolean.FALSE.equals(before) && Boolean.TRUE.equals(now)) {
            model.lookAgain();
        }
    }

    private void leaveFor(Runnable other) {
        sheet.close();
        model.leave();
        other.run();
    }

    /// Returns the dialog, ready to be opened once.
    public static Sheet of(PickerViewModel model) {
        return new PickerSheet(model, null).sheet;
    }

    /// Returns the dialog, ready to be opened once, with a way to a new environment.
    ///
    /// @param environment opens the sheet that makes one
    public static Sheet of(PickerViewModel model, Runnable environment) {
        return new PickerSheet(model, environment).sheet;
    }

    private void fill() {
        views.clear();
        list.getChildren().clear();
        RuntimeRow.Place place = null;
        for (var row : model.rows()) {
            if (!row.place().equals(place)) {
                place = row.place();
                head(words.heading(place));
            }
            var view = new RuntimeRowView(row, words);
            view.setOnMouseClicked(
                    click -> {
                        model.select(row);
                        if (click.getClickCount() == 2 && model.attach()) {
                            sheet.close();
                        }
                    });
            views.add(view);
            list.getChildren().add(view);
        }
        if (model.searchingProperty().get()) {
            var searching = new Label(texts.get("picker.searching"));
            searching.getStyleClass().add("runtime-searching");
            list.getChildren().add(searching);
        }
        if (isRevealedEarly && !model.searchingProperty().get()) {
            revealed = null; // rows that have come since may have moved it
        }
        select(model.selectedProperty().get());
    }

    private void head(String words) {
        var group = new Label(words);
        group.getStyleClass().add("runtime-group");
        list.getChildren().add(group);
    }

    private void select(@Nullable RuntimeRow selected) {
        views.forEach(view -> view.setSelected(view.row().equals(selected)));
        attach.setDisable(
                selected == null
                        || !(selected.state() instanceof State.Ready
                                || selected.state() instanceof State.Attached));
        revealSelected();
    }

    /// Brings a row to sight once: a person may scroll on while rows come.
    private void revealSelected() {
        var selected = model.selectedProperty().get();
        if (selected != null && !selected.key().equals(revealed)) {
            views.stream()
                    .filter(it -> it.row().equals(selected))
                    .findFirst()
                    .ifPresent(this::reveal);
        }
    }

    private void key(KeyEvent event) {
        int places = places(event.getCode());
        if (places != 0) {
            event.consume();
            model.move(places);
        }
    }

    private int places(KeyCode code) {
        return switch (code) {
            case UP -> -1;
            case DOWN -> 1;
            case HOME -> -views.size();
            case END -> views.size();
            default -> 0;
        };
    }

    private void reveal(RuntimeRowView view) {
        scroll.applyCss(); // rows that have just come
        scroll.layout();
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = list.getHeight() - seen;
        if (seen > 0 && hidden > 0) {
            var place = view.getBoundsInParent();
            double top = Math.min(scroll.getVvalue() * hidden, place.getMinY() - HEAD_HEIGHT);
            scroll.setVvalue(Math.clamp(Math.max(top, place.getMaxY() - seen) / hidden, 0, 1));
        }
        revealed = seen > 0 ? view.row().key() : revealed;
        isRevealedEarly = model.searchingProperty().get();
    }
}
