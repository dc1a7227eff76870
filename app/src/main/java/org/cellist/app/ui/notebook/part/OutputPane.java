package org.cellist.app.ui.notebook.part;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.OutputArea;
import org.cellist.app.ui.output.find.OutputFindBar;
import org.cellist.app.ui.output.form.OutputForms;
import org.cellist.app.ui.output.image.BundlePictures;
import org.cellist.app.ui.output.image.PictureSource;
import org.cellist.app.ui.output.image.PictureZoom;
import org.cellist.app.ui.output.image.Pictures;
import org.cellist.app.ui.output.image.ZoomTools;
import org.cellist.app.ui.output.port.OutputContext;
import org.jspecify.annotations.Nullable;

/// What stands in a window of outputs: all of them one below the other, or the one picture that it
/// was opened for, to be zoomed and moved. Between two runs, when there is none, it says so.
///
/// Confined to the JavaFX Application Thread.
final class OutputPane extends BorderPane {

    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final PictureZoom zoom;
    private final Node tools;
    private final OutputArea area = new OutputArea(0, _ -> {});
    private final ScrollPane scroller = new ScrollPane(area);
    private final Label nothing = new Label(Texts.of("output").get("outputsGone"));

    OutputPane(Pictures pictures) {
        zoom = new PictureZoom(pictures);
        tools = new ZoomTools(zoom);
        getStyleClass().add("output-pane");
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        scroller.setFitToWidth(true);
        scroller.getStyleClass().add("output-scroller");
        nothing.getStyleClass().add("output-quiet");
    }

    /// Shows outputs.
    ///
    /// @param chosen the one that the window was opened for; null when it is not there
    void show(CellOutputs outputs, @Nullable CellOutput chosen, OutputContext context) {
        var picture = chosen == null ? null : picture(chosen);
        if (picture != null) {
            zoom.show(picture);
            hold(zoom, tools);
        } else if (outputs.items().isEmpty()) {
            area.parked();
            hold(nothing, null);
        } else {
            area.show(outputs, context);
            hold(scroller, null);
        }
    }

    private void hold(Node content, @Nullable Node above) {
        if (!content.equals(getCenter())) {
            setCenter(content);
            setTop(above);
        }
    }

    private static @Nullable PictureSource picture(CellOutput output) {
        return OutputForms.isPicture(output) && output instanceof CellOutput.Rich rich
                ? BundlePictures.best(rich.data()).orElse(null)
                : null;
    }

    /// Opens the bar that finds text in the outputs; a picture has none.
    private void find() {
        if (!scroller.equals(getCenter())) {
            return;
        }
        if (getTop() instanceof OutputFindBar bar) {
            bar.enter();
            return;
        }
        var bar = new OutputFindBar(area, this::reveal, () -> setTop(null));
        setTop(bar);
        bar.enter();
    }

    private void reveal(Bounds inScene) {
        double room = scroller.getViewportBounds().getHeight();
        double surplus = area.getHeight() - room;
        var place = area.sceneToLocal(inScene);
        if (surplus > 0) {
            scroller.setVvalue(Math.clamp((place.getCenterY() - room / 2) / surplus, 0, 1));
        }
    }

    private void key(KeyEvent event) {
        if (FIND.match(event)) {
            find();
            event.consume();
        }
    }

    /// Gives keys to what is shown.
    void focusContent() {
        if (getCenter() != null) {
            getCenter().requestFocus();
        }
    }

    /// Lets go of everything that costs memory or time.
    void parked() {
        area.parked();
        zoom.parked();
    }
}
