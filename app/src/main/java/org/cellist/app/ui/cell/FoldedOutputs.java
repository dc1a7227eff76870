package org.cellist.app.ui.cell;

import javafx.scene.control.Button;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The quiet line in place of outputs that are collapsed. A click opens them.
///
/// Confined to the JavaFX Application Thread.
final class FoldedOutputs extends Button {

    /// Height in pixels.
    static final double HEIGHT = 24;

    FoldedOutputs(Runnable opens) {
        super(Texts.of("cell").get("folded.outputs"));
        getStyleClass().setAll("folded-outputs");
        setGraphic(Icons.of(Feather.CHEVRON_RIGHT, Icons.SMALL));
        setFocusTraversable(false);
        setOnAction(_ -> opens.run());
    }
}
