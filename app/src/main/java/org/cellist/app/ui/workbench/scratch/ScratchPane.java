package org.cellist.app.ui.workbench.scratch;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.page.Scratch;
import org.cellist.app.ui.workbench.command.Command;
import org.cellist.app.ui.workbench.command.CommandButton;
import org.jspecify.annotations.Nullable;

/// What is tried out, below a row of buttons. It says that it is not saved.
///
/// Confined to the JavaFX Application Thread.
final class ScratchPane extends VBox {

    private final Texts texts;
    private final HBox head = new HBox();
    private final StackPane place = new StackPane();
    private final Label nothing = new Label();

    ScratchPane(Texts texts) {
        this.texts = texts;
        getStyleClass().add("scratch-pane");
        head.getStyleClass().add("scratch-head");
        var title = new Label(texts.get("scratch.name"));
        title.getStyleClass().add("pane-title");
        title.setMinWidth(USE_PREF_SIZE);
        var note = new Label(texts.get("scratch.unsaved"));
        note.getStyleClass().add("scratch-note");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getChildren().addAll(title, note, space);
        nothing.setText(texts.get("scratch.none"));
        nothing.setWrapText(true);
        nothing.getStyleClass().addAll("pane-empty", "scratch-none");
        place.setMinSize(0, 0);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(head, place);
    }

    /// Adds a button at the right of the row.
    void add(Command command, Node icon) {
        head.getChildren().add(CommandButton.iconOnly(command, texts, icon, "toolbar-icon"));
    }

    /// Shows what is tried out; null says that nothing can be.
    void show(@Nullable Scratch scratch) {
        place.getChildren().setAll(scratch == null ? nothing : scratch.page().view());
    }
}
