package org.cellist.app.ui.workbench.terminals;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.terminal.TerminalScreen;
import org.cellist.app.ui.terminal.emulation.Way;

/// Says below a screen that the way to its program is broken and tried again, and when it is back.
/// It goes when a person types, and by itself where nothing was lost.
///
/// Confined to the JavaFX Application Thread.
final class WayStrip extends HBox {

    private static final Duration SHOWN = Duration.seconds(5);

    private final Texts texts = Texts.of("terminal");
    private final Label words = new Label();
    private final Button now = new Button(texts.get("broken.now"));
    private final Tooltip why = new Tooltip();
    private final PauseTransition end = new PauseTransition(SHOWN);

    /// @param hurry tries at once
    WayStrip(TerminalScreen screen, Runnable hurry) {
        getStyleClass().add("terminal-ended");
        words.setMinWidth(0);
        why.setWrapText(true);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        now.setFocusTraversable(false);
        now.setOnAction(_ -> hurry.run());
        end.setOnFinished(_ -> show(false));
        getChildren().addAll(words, space, now);
        screen.wayProperty().subscribe(this::say);
    }

    private void say(Way way) {
        end.stop();
        boolean isBroken = way instanceof Way.Broken;
        now.setVisible(isBroken);
        words.setTooltip(isBroken ? why : null);
        switch (way) {
            case Way.Whole() -> show(false);
            case Way.Broken(var reason, int waiting) -> {
                words.setText(
                        waiting == 0 ? texts.get("broken") : texts.get("broken.waiting", waiting));
                why.setText(reason);
                show(true);
            }
            case Way.Back(boolean isInDoubt) -> {
                words.setText(texts.get(isInDoubt ? "back.doubt" : "back"));
                show(true);
                if (!isInDoubt) {
                    end.playFromStart();
                }
            }
        }
    }

    private void show(boolean isShown) {
        setVisible(isShown);
        setManaged(isShown);
    }
}
