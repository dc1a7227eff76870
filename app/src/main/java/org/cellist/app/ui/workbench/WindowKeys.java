package org.cellist.app.ui.workbench;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.cellist.app.ui.keys.KeyDispatcher;
import org.cellist.app.ui.keys.KeyPlace;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.terminal.TerminalScreen;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.jspecify.annotations.Nullable;

/// What keys mean in the window: nothing under a dialog; in a terminal only what no program could
/// want; else what they mean everywhere and in the page in front.
///
/// Confined to the JavaFX Application Thread.
///
/// @param covered whether a dialog has the keys
/// @param page the page that has the keys
/// @param shown told of keys that begin a command, as they are read; empty for none
record WindowKeys(
        ObservableBooleanValue covered,
        ObservableValue<@Nullable NotebookPage> page,
        WorkbenchCommands commands,
        Consumer<String> shown)
        implements KeyDispatcher.Target {

    @Override
    public Set<KeyPlace> places(KeyEvent event) {
        if (covered.get() || TerminalScreen.wants(event)) {
            return EnumSet.noneOf(KeyPlace.class);
        }
        var places = EnumSet.of(KeyPlace.WINDOW);
        var now = page.getValue();
        if (now != null) {
            places.addAll(now.keyPlaces(event));
        }
        return places;
    }

    @Override
    public boolean drops(KeyEvent event) {
        var now = page.getValue();
        return !covered.get() && now != null && !TerminalScreen.wants(event) && now.dropsKey(event);
    }

    @Override
    public void perform(String command) {
        commands.run(command);
    }

    @Override
    public void begun(String keys) {
        shown.accept(keys);
    }

    /// A mouse's buttons at the side mean what they mean in a browser.
    void walk(MouseEvent press) {
        if (press.getButton() == MouseButton.BACK) {
            commands.of(WindowCommand.GO_BACK).run();
        } else if (press.getButton() == MouseButton.FORWARD) {
            commands.of(WindowCommand.GO_FORWARD).run();
        }
    }
}
