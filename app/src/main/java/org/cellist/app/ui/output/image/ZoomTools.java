package org.cellist.app.ui.output.image;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The buttons above a picture that can be zoomed.
///
/// Confined to the JavaFX Application Thread.
public final class ZoomTools extends HBox {

    public ZoomTools(PictureZoom zoom) {
        getStyleClass().add("zoom-tools");
        setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        tool("zoomOut", Feather.ZOOM_OUT, zoom::zoomOut),
                        tool("zoomIn", Feather.ZOOM_IN, zoom::zoomIn),
                        tool("zoomFull", null, zoom::fullSize),
                        tool("zoomFit", null, zoom::fit));
    }

    /// @param icon null for one that shows its words
    private static Button tool(String key, @Nullable Feather icon, Runnable action) {
        var words = Texts.of("output").get(key);
        var button = new Button();
        button.getStyleClass().setAll("zoom-tool");
        if (icon == null) {
            button.setText(words);
        } else {
            button.setGraphic(Icons.of(icon));
            button.setAccessibleText(words);
            button.setTooltip(new Tooltip(words));
        }
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
