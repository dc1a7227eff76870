package org.cellist.app.ui.workbench.notice;

import javafx.animation.PauseTransition;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.cellist.app.text.Texts;

/// The outline of a notebook, shown while one is read for longer than 300 ms.
///
/// Confined to the JavaFX Application Thread.
public final class LoadingPage extends VBox {

    private static final Duration UNTIL_SHOWN = Duration.millis(300);
    private static final double[] HEIGHTS = {26, 16, 80, 120, 60};

    public LoadingPage() {
        getStyleClass().add("loading-page");
        setVisible(false);
        setAccessibleText(Texts.of("workbench").get("loading"));
        for (double height : HEIGHTS) {
            var plate = new Region();
            plate.getStyleClass().add("loading-plate");
            plate.setMinHeight(height);
            getChildren().add(plate);
        }
        var wait = new PauseTransition(UNTIL_SHOWN);
        wait.setOnFinished(_ -> setVisible(true));
        wait.play();
    }
}
