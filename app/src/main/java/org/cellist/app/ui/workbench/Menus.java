package org.cellist.app.ui.workbench;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.cellist.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// The window's menus, made anew each time one is opened.
///
/// Confined to the JavaFX Application Thread.
final class Menus {

    private static final int MOST_RECENT = 10;

    private final WorkbenchViewModel model;
    private final WorkbenchCommands commands;
    private final Texts texts;
    private @Nullable ContextMenu shown;

    Menus(WorkbenchViewModel model, WorkbenchCommands commands, Texts texts) {
        this.model = model;
        this.commands = commands;
        this.texts = texts;
    }

    /// The button that opens the menu of files and the window.
    Button main(Node icon, String styleClass) {
        return button("menu.main", icon, styleClass, this::mainMenu);
    }

    /// The button that opens what else can be run.
    Button run(Node icon, String styleClass) {
        return button("menu.run", icon, styleClass, this::runMenu);
    }

    private ContextMenu mainMenu() {
        return new ContextMenu(
                item(commands.create),
                item(commands.open),
                recent(),
                new SeparatorMenuItem(),
                item(commands.save),
                item(commands.saveAs),
                item(commands.closeTab),
                new SeparatorMenuItem(),
                item(commands.undo),
                item(commands.redo),
                cells(),
                new SeparatorMenuItem(),
                item(commands.finding.getFirst()),
                item(commands.finding.get(1)),
                item(commands.searchFolder),
                new SeparatorMenuItem(),
                item(commands.chooseRuntime),
                item(commands.sidePane),
                item(commands.fullScreen),
                item(commands.settings));
    }

    private ContextMenu runMenu() {
        return new ContextMenu(
                item(commands.runSelected),
                item(commands.runBefore),
                item(commands.runAfter),
                item(commands.runAll),
                new SeparatorMenuItem(),
                item(commands.restart),
                item(commands.restartAndRunAll),
                new SeparatorMenuItem(),
                item(commands.clearSelected),
                item(commands.clearAll));
    }

    private Menu cells() {
        var menu = new Menu(texts.get("menu.cells"));
        commands.cellChanges.forEach(change -> menu.getItems().add(item(change)));
        menu.setDisable(!commands.cellChanges.getFirst().possible().get());
        return menu;
    }

    private Menu recent() {
        var menu = new Menu(texts.get("menu.recent"));
        for (var file : model.recentProperty().get().stream().limit(MOST_RECENT).toList()) {
            var item = new MenuItem(file.toString());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.open(List.of(file)));
            menu.getItems().add(item);
        }
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }

    private MenuItem item(Command command) {
        return CommandButton.menuItem(command, texts);
    }

    private Button button(String key, Node icon, String styleClass, Supplier<ContextMenu> menu) {
        var button = new Button("", icon);
        button.getStyleClass().setAll(styleClass);
        button.setAccessibleText(texts.get(key));
        button.setFocusTraversable(false);
        button.setOnAction(_ -> toggle(button, menu));
        return button;
    }

    private void toggle(Button owner, Supplier<ContextMenu> menu) {
        var before = shown;
        if (before != null && before.isShowing()) {
            before.hide();
            return;
        }
        var now = menu.get();
        shown = now;
        now.show(owner, Side.BOTTOM, 0, 4);
    }
}
