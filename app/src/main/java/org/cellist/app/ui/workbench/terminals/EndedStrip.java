package org.cellist.app.ui.workbench.terminals;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.kernel.runtime.terminal.TerminalEnd;

/// Says below a screen how its program ended, and what can be done now.
///
/// Confined to the JavaFX Application Thread.
final class EndedStrip extends HBox {

    EndedStrip(TerminalEnd how, TerminalTab tab, TerminalsView view) {
        var texts = Texts.of("terminal");
        getStyleClass().add("terminal-ended");
        var words = new Label(words(how, texts));
        words.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        boolean isLost = how instanceof TerminalEnd.Lost;
        var again = new Button(texts.get(isLost ? "ended.anew" : "ended.again"));
        again.setOnAction(_ -> view.addLike(tab));
        var close = new Button(texts.get("ended.close"));
        close.setOnAction(_ -> view.close(tab));
        getChildren().addAll(words, space, again, close);
    }

    private static String words(TerminalEnd how, Texts texts) {
        return switch (how) {
            case TerminalEnd.Exited(int code) -> texts.get("ended.code", code);
            case TerminalEnd.Ended() -> texts.get("ended.plain");
            case TerminalEnd.Gone() -> texts.get("ended.gone");
            case TerminalEnd.Lost(var why) ->
                    why.isEmpty() ? texts.get("ended.lost") : texts.get("ended.lost.why", why);
        };
    }
}
