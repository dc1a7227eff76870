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
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.workbench.command.CommandButton;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.jspecify.annotations.Nullable;

/// The window's menus, made anew each time one is opened.
///
/// Confined to the JavaFX Application Thread.
final class Menus {

    private static final int MOST_RECENT = 10;

    private static final List<PageCommand> CELLS =
            List.of(
                    PageCommand.CUT,
                    PageCommand.COPY,
                    PageCommand.PASTE_BELOW,
                    PageCommand.DUPLICATE_BELOW,
                    PageCommand.MOVE_UP,
                    PageCommand.MOVE_DOWN,
                    PageCommand.SPLIT,
                    PageCommand.MERGE,
                    PageCommand.TO_CODE,
                    PageCommand.TO_TEXT,
                    PageCommand.TOGGLE_FORM_CODE,
                    PageCommand.EDIT_TAGS,
                    PageCommand.EDIT_METADATA,
                    PageCommand.REMOVE);

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

    /// The menu of the tab in front.
    ContextMenu tab() {
        return new ContextMenu(
                item(WindowCommand.CLOSE_TAB),
                new SeparatorMenuItem(),
                item(WindowCommand.TAB_LEFT),
                item(WindowCommand.TAB_RIGHT),
                item(WindowCommand.MOVE_TAB),
                item(WindowCommand.TAB_WINDOW),
                new SeparatorMenuItem(),
                item(WindowCommand.SPLIT_RIGHT),
                item(WindowCommand.SPLIT_DOWN));
    }

    private ContextMenu mainMenu() {
        return new ContextMenu(
                item(WindowCommand.NEW),
                item(WindowCommand.OPEN),
                recent(),
                new SeparatorMenuItem(),
                item(WindowCommand.SAVE),
                item(WindowCommand.SAVE_AS),
                item(WindowCommand.HISTORY),
                item(PageCommand.EDIT_NOTEBOOK_METADATA),
                item(WindowCommand.CLOSE_TAB),
                item(WindowCommand.TAB_WINDOW),
                splits(),
                new SeparatorMenuItem(),
                item(PageCommand.UNDO),
                item(PageCommand.REDO),
                cells(),
                new SeparatorMenuItem(),
                item(PageCommand.FIND),
                item(PageCommand.REPLACE),
                item(WindowCommand.SEARCH_FOLDER),
                item(WindowCommand.GO_TO_CELL),
                item(WindowCommand.INSERT_SNIPPET),
                item(WindowCommand.SAVE_SNIPPET),
                item(WindowCommand.SCRATCH),
                item(WindowCommand.SCRATCH_COPY),
                new SeparatorMenuItem(),
                item(WindowCommand.CHOOSE_RUNTIME),
                item(WindowCommand.TERMINAL),
                new SeparatorMenuItem(),
                item(WindowCommand.PALETTE),
                item(WindowCommand.SIDE_PANE),
                item(WindowCommand.FULL_SCREEN),
                item(WindowCommand.ZOOM_IN),
                item(WindowCommand.ZOOM_OUT),
                item(WindowCommand.ZOOM_RESET),
                item(WindowCommand.KEYS),
                item(WindowCommand.SETTINGS),
                new SeparatorMenuItem(),
                item(WindowCommand.QUIT));
    }

    private ContextMenu runMenu() {
        return new ContextMenu(
                item(PageCommand.RUN_AND_ADVANCE),
                item(PageCommand.RUN_LINES),
                item(PageCommand.RUN_BEFORE),
                item(PageCommand.RUN_AFTER),
                item(PageCommand.RUN_ALL),
                new SeparatorMenuItem(),
                item(WindowCommand.RESTART),
                item(WindowCommand.RESTART_AND_RUN_ALL),
                item(WindowCommand.CONNECT_NOW),
                new SeparatorMenuItem(),
                item(PageCommand.CLEAR_OUTPUTS),
                item(PageCommand.CLEAR_ALL_OUTPUTS));
    }

    private Menu splits() {
        var menu = new Menu(texts.get("menu.split"));
        menu.getItems()
                .addAll(
                        item(WindowCommand.SPLIT_RIGHT),
                        item(WindowCommand.SPLIT_DOWN),
                        item(WindowCommand.MOVE_TAB),
                        item(WindowCommand.NEXT_PART),
                        item(WindowCommand.CLOSE_SPLIT));
        return menu;
    }

    private Menu cells() {
        var menu = new Menu(texts.get("menu.cells"));
        for (var command : CELLS) {
            menu.getItems().add(item(command));
        }
        menu.setDisable(!commands.of(PageCommand.CUT).possible().get());
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

    private MenuItem item(WindowCommand command) {
        return CommandButton.menuItem(commands.of(command), texts);
    }

    private MenuItem item(PageCommand command) {
        return CommandButton.menuItem(commands.of(command), texts);
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
