package org.cellist.app.ui.workbench;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.runtime.RuntimeChip;
import org.cellist.app.ui.runtime.RuntimeMeter;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.command.Command;
import org.cellist.app.ui.workbench.command.CommandButton;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The row above the notebook: insert, run, interrupt, restart, where one stands, and the
/// runtime at the right.
///
/// Confined to the JavaFX Application Thread.
final class ToolbarView extends HBox {

    /// @param machine what is known of where the kernel runs
    /// @param middle fills what is left before the runtime
    ToolbarView(
            WorkbenchCommands commands,
            Menus menus,
            ObservableValue<@Nullable RuntimeState> runtime,
            ObservableValue<RuntimeMeter> machine,
            Region middle,
            Texts texts) {
        getStyleClass().add("toolbar");
        managedProperty().bind(visibleProperty());
        setHgrow(middle, Priority.ALWAYS);
        var line = new Region();
        line.getStyleClass().add("toolbar-line");
        var choose = commands.of(WindowCommand.CHOOSE_RUNTIME);
        var chip = new RuntimeChip(runtime, machine, choose::run);
        chip.setFocusTraversable(false);
        chip.disableProperty().bind(Bindings.not(choose.possible()));
        getChildren()
                .addAll(
                        words(
                                commands.of(PageCommand.INSERT_CODE_BELOW),
                                texts,
                                Icons.of(Feather.PLUS)),
                        words(
                                commands.of(PageCommand.INSERT_TEXT_BELOW),
                                texts,
                                Icons.of(Feather.PLUS)),
                        line,
                        CommandButton.iconOnly(
                                commands.of(PageCommand.RUN_AND_ADVANCE),
                                texts,
                                Icons.run(),
                                "run-button"),
                        icon(commands.of(PageCommand.INTERRUPT), texts, Icons.stop()),
                        icon(
                                commands.of(WindowCommand.RESTART),
                                texts,
                                Icons.of(Feather.ROTATE_CW)),
                        CommandButton.labelled(
                                commands.of(PageCommand.RUN_ALL), texts, null, "toolbar-button"),
                        menus.run(Icons.of(Feather.CHEVRON_DOWN, Icons.SMALL), "toolbar-more"),
                        middle,
                        chip);
    }

    private static Node words(Command command, Texts texts, Node icon) {
        return CommandButton.labelled(command, texts, icon, "toolbar-button");
    }

    private static Node icon(Command command, Texts texts, Node icon) {
        return CommandButton.iconOnly(command, texts, icon, "toolbar-icon");
    }
}
