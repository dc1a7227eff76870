package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.command.CommandButton;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.cellist.app.ui.workbench.start.RecentFile;
import org.kordamp.ikonli.feather.Feather;

/// Files in the side pane: make, open, and the recent ones.
///
/// Confined to the JavaFX Application Thread.
final class FilesView extends VBox {

    private final WorkbenchViewModel model;
    private final Texts texts;
    private final VBox recent = new VBox();

    FilesView(WorkbenchViewModel model, WorkbenchCommands commands, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("pane");
        var title = new Label(texts.get("files.title"));
        title.getStyleClass().add("pane-title");
        var buttons =
                new HBox(
                        CommandButton.labelled(
                                commands.of(WindowCommand.NEW),
                                texts,
                                Icons.of(Feather.PLUS, Icons.SMALL),
                                "pane-button"),
                        CommandButton.labelled(
                                commands.of(WindowCommand.OPEN),
                                texts,
                                Icons.of(Feather.FOLDER, Icons.SMALL),
                                "pane-button"));
        buttons.getStyleClass().add("pane-buttons");
        buttons.getChildren().forEach(button -> button.setFocusTraversable(true));
        getChildren().addAll(title, buttons, recent);
        model.recentProperty().subscribe(this::show);
    }

    private void show(List<Path> files) {
        recent.getChildren().clear();
        if (files.isEmpty()) {
            var empty = new Label(texts.get("files.empty"));
            empty.getStyleClass().add("pane-empty");
            empty.setWrapText(true);
            empty.setMinHeight(Region.USE_PREF_SIZE);
            recent.getChildren().add(empty);
        }
        for (var file : files) {
            var row = new RecentFile(file);
            row.setOnAction(_ -> model.open(List.of(file)));
            recent.getChildren().add(row);
        }
    }
}
