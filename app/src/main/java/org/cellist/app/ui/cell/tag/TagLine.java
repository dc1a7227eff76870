package org.cellist.app.ui.cell.tag;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.cellist.app.text.Texts;

/// The tags of a cell in one quiet line above it; a click is a wish to edit them. Made only for
/// cells that have some.
///
/// Confined to the JavaFX Application Thread.
public final class TagLine extends HBox {

    /// Height with the space below it, in pixels.
    public static final double HEIGHT = 22;

    private static final double LONGEST = 220;

    /// @param edit lets a person edit the tags
    public TagLine(List<String> tags, Runnable edit) {
        getStyleClass().add("tag-line");
        setAccessibleText(Texts.of("metadata").get("tags.of", String.join(", ", tags)));
        for (var tag : tags) {
            var chip = new Label(tag);
            chip.getStyleClass().add("tag-chip");
            chip.setMaxWidth(LONGEST);
            chip.setTextOverrun(OverrunStyle.ELLIPSIS);
            getChildren().add(chip);
        }
        setOnMouseClicked(
                click -> {
                    if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                        edit.run();
                    }
                });
    }
}
