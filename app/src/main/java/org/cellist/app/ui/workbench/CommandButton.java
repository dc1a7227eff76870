package org.cellist.app.ui.workbench;

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
final class CommandButton extends Button {

    private static final Duration TOOLTIP_DELAY = Duration.millis(600);

    private CommandButton(Command command, String styleClass) {
        getStyleClass().setAll(styleClass);
        setMinWidth(Region.USE_PREF_SIZE);
        setFocusTraversable(false);
        disableProperty().bind(Bindings.not(command.possible()));
        setOnAction(_ -> command.run());
    }

    /// A button with words, and an icon where there is one.
    static CommandButton labelled(
            Command command, Texts texts, @Nullable Node icon, String styleClass) {
        var button = new CommandButton(command, styleClass);
        button.setText(texts.get("button." + command.key()));
        button.setGraphic(icon);
        button.setTooltip(tooltip(command, texts));
        return button;
    }

    /// A button with an icon alone; its words are in its tooltip.
    static CommandButton iconOnly(Command command, Texts texts, Node icon, String styleClass) {
        var button = new CommandButton(command, styleClass);
        button.setGraphic(icon);
        button.setTooltip(tooltip(command, texts));
        button.setAccessibleText(texts.get("command." + command.key()));
        return button;
    }

    static MenuItem menuItem(Command command, Texts texts) {
        var item = new MenuItem(texts.get("command." + command.key()));
        item.disableProperty().bind(Bindings.not(command.possible()));
        item.setAccelerator(command.keys());
        item.setOnAction(_ -> command.run());
        return item;
    }

    private static Tooltip tooltip(Command command, Texts texts) {
        var words = texts.get("command." + command.key());
        var keys = command.keys();
        var tooltip = new Tooltip(keys == null ? words : words + "  " + keys.getDisplayText());
        tooltip.setShowDelay(TOOLTIP_DELAY);
        return tooltip;
    }
}
