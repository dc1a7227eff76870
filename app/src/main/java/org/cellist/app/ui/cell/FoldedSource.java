package org.cellist.app.ui.cell;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The quiet line in place of a source that is collapsed: how it begins, and how long it is. A
/// click opens it.
///
/// Confined to the JavaFX Application Thread.
final class FoldedSource extends HBox {

    /// Height in pixels.
    static final double HEIGHT = 32;

    private static final int MOST_SHOWN = 200;

    private final Label begin = new Label();
    private final Label length = new Label();

    FoldedSource(Runnable opens) {
        getStyleClass().add("folded-source");
        setAlignment(Pos.CENTER_LEFT);
        begin.getStyleClass().add("folded-begin");
        begin.setMinWidth(0);
        length.getStyleClass().add("folded-length");
        length.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(Icons.of(Feather.CHEVRON_RIGHT, Icons.SMALL), begin, length);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(event -> clicked(event, opens));
    }

    private static void clicked(MouseEvent event, Runnable opens) {
        boolean isPlain = !event.isShiftDown() && !event.isShortcutDown();
        if (event.getButton() == MouseButton.PRIMARY && isPlain && event.isStillSincePress()) {
            opens.run();
            event.consume();
        }
    }

    void show(String source) {
        var text = source.stripTrailing();
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
        begin.setText(first.substring(0, Math.min(MOST_SHOWN, first.length())));
        length.setText(Texts.of("cell").get("folded.lines", text.lines().count()));
        setAccessibleText(Texts.of("cell").get("folded.show", begin.getText()));
    }
}
