package org.cellist.app.ui.workbench.start;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;

/// What the window shows without a notebook: make one, open one, or go on with a recent one.
///
/// Confined to the JavaFX Application Thread.
public final class StartPage extends VBox {

    private static final int MOST = 8;

    private final Supplier<List<Path>> recentFiles;
    private final Consumer<Path> opens;
    private final VBox recent = new VBox();
    private final Texts texts = Texts.of("workbench");

    /// @param recentFiles the latest one first
    /// @param opens opens one of them
    /// @param create makes a new notebook
    /// @param choose lets a person choose a file to open
    public StartPage(
            Supplier<List<Path>> recentFiles,
            Consumer<Path> opens,
            Runnable create,
            Runnable choose) {
        this.recentFiles = recentFiles;
        this.opens = opens;
        getStyleClass().add("start-page");
        var title = new Label(texts.get("start.title"));
        title.getStyleClass().add("start-title");
        var hint = new Label(texts.get("start.hint"));
        hint.getStyleClass().add("start-hint");
        var buttons =
                new HBox(
                        button("start.new", "primary", create),
                        button("start.open", "outlined", choose));
        buttons.getStyleClass().add("start-buttons");
        recent.getStyleClass().add("start-recent");
        getChildren().addAll(title, hint, buttons, recent);
    }

    /// Shows the recent files as they are now.
    public void refresh() {
        recent.getChildren().clear();
        var files = recentFiles.get();
        if (files.isEmpty()) {
            return;
        }
        var heading = new Label(texts.get("start.recent"));
        heading.getStyleClass().add("pane-title");
        recent.getChildren().add(heading);
        files.stream().limit(MOST).map(this::row).forEach(recent.getChildren()::add);
    }

    private Button row(Path file) {
        var row = new RecentFile(file);
        row.setOnAction(_ -> opens.accept(file));
        return row;
    }

    private Button button(String key, String styleClass, Runnable action) {
        var button = new Button(texts.get(key));
        button.getStyleClass().addAll("sheet-button", styleClass);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
