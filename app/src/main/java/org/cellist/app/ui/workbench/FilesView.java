package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.sheet.SheetLayer;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.command.CommandButton;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.cellist.app.ui.workbench.files.FileSheets;
import org.cellist.app.ui.workbench.files.FoldersView;
import org.cellist.app.ui.workbench.start.RecentFile;
import org.kordamp.ikonli.feather.Feather;

/// Files in the side pane: make, open, the recent ones, and the folders of all places.
///
/// Confined to the JavaFX Application Thread.
final class FilesView extends VBox {

    private static final int MOST_RECENT = 8;

    private final WorkbenchViewModel model;
    private final Texts texts;
    private final VBox recent = new VBox();
    private final Button recentTitle = new Button();
    private final FoldersView folders;

    FilesView(
            WorkbenchViewModel model,
            WorkbenchCommands commands,
            SheetLayer sheets,
            Prompts prompts,
            Texts texts) {
        this.model = model;
        this.texts = texts;
        var questions =
                new FileSheets(
                        sheets, then -> prompts.chooseOpen(null, then), prompts::chooseFolder);
        folders = new FoldersView(model.tools().files(), questions, model::folder, this::open);
        getStyleClass().addAll("pane", "files-pane");
        var title = new Label(texts.get("files.title"));
        title.getStyleClass().add("pane-title");
        VBox.setVgrow(folders, Priority.ALWAYS);
        getChildren().addAll(title, buttons(commands, texts), folders, recentTitle(), recent);
        recent.setVisible(false);
        recent.managedProperty().bind(recent.visibleProperty());
        model.recentProperty().subscribe(this::show);
    }

    private static Node buttons(WorkbenchCommands commands, Texts texts) {
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
        return buttons;
    }

    /// Takes the keys.
    void enter() {
        folders.enter();
    }

    private void open(Path file) {
        model.open(List.of(file));
    }

    private Node recentTitle() {
        recentTitle.setText(texts.get("files.recent"));
        recentTitle.getStyleClass().setAll("files-recent-title");
        recentTitle.setMaxWidth(Double.MAX_VALUE);
        recentTitle.setOnAction(_ -> showRecent(!recent.isVisible()));
        showRecent(false);
        return recentTitle;
    }

    private void showRecent(boolean isShown) {
        recent.setVisible(isShown);
        recentTitle.setGraphic(
                Icons.of(isShown ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT, Icons.SMALL));
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
        for (var file : files.subList(0, Math.min(files.size(), MOST_RECENT))) {
            var row = new RecentFile(file);
            row.setOnAction(_ -> model.open(List.of(file)));
            recent.getChildren().add(row);
        }
    }
}
