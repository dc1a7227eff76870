package org.cellist.app.ui.workbench.command;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.cellist.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// A command as a button or as a line of a menu.
///
/// Confined to the JavaFX Application Thread.
public final class CommandButton extends Button {

    private static final Duration TOOLTIP_DELAY = Duration.millis(600);

    private CommandButton(Command command, String styleClass) {
        getStyleClass().setAll(styleClass);
        setMinWidth(Region.USE_PREF_SIZE);
        setFocusTraversable(false);
        disableProperty().bind(Bindings.not(command.possible()));
        setOnAction(_ -> command.run());
    }

    /// A button with words, and an icon where there is one.
    public static CommandButton labelled(
            Command command, Texts texts, @Nullable Node icon, String styleClass) {
        var button = new CommandButton(command, styleClass);
        button.setText(texts.get("button." + command.id()));
        button.setGraphic(icon);
        button.setTooltip(tooltip(command, texts));
        return button;
    }

    /// A button with an icon alone; its words are in its tooltip.
    public static CommandButton iconOnly(
            Command command, Texts texts, Node icon, String styleClass) {
        var button = new CommandButton(command, styleClass);
        button.setGraphic(icon);
        button.setTooltip(tooltip(command, texts));
        button.setAccessibleText(texts.get(command.textKey()));
        return button;
    }

    public static MenuItem menuItem(Command command, Texts texts) {
        var item = new MenuItem(texts.get(command.textKey()));
        item.disableProperty().bind(Bindings.not(command.possible()));
        var keys = command.shownKeys().get();
        if (!keys.isEmpty()) {
            item.setAccelerator(new ShownKeys(keys));
        }
        item.setOnAction(_ -> command.run());
        return item;
    }

    /// Says the keys that ask for it when the words come up: a person may have changed them.
    private static Tooltip tooltip(Command command, Texts texts) {
        var words = texts.get(command.textKey());
        var tooltip = new Tooltip(words);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        tooltip.setOnShowing(
                _ -> tooltip.setText((words + "  " + command.shownKeys().get()).strip()));
        return tooltip;
    }
}
