package org.cellist.app.ui.notebook.layout;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.sheet.CopyLine;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Shows a note over the page, and goes by itself where it may.
///
/// Confined to the JavaFX Application Thread.
public final class NoteBar extends HBox {

    private static final Duration PASSING = Duration.seconds(6);

    private final PauseTransition passing = new PauseTransition(PASSING);

    /// @param close takes it away
    public NoteBar(PageNote note, Runnable close) {
        var text = new Label(note.text());
        text.setWrapText(true);
        text.getStyleClass().add("note-text");
        var words = new VBox(text);
        words.getStyleClass().add("note-words");
        setHgrow(words, Priority.ALWAYS);
        var line = note.line();
        if (line != null) {
            words.getChildren().add(new CopyLine(line));
        }
        var cross = new Button("", Icons.of(Feather.X, Icons.SMALL));
        cross.getStyleClass().setAll("find-button");
        cross.setTooltip(new Tooltip(Texts.of("format").get("close")));
        cross.setAccessibleText(Texts.of("format").get("close"));
        cross.setFocusTraversable(false);
        cross.setOnAction(_ -> close.run());
        getStyleClass().add("page-notice");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().addAll(words, cross);
        passing.setOnFinished(_ -> close.run());
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                passing.stop();
                            } else if (!note.staysOpen()) {
                                passing.playFromStart();
                            }
                        });
    }
}
