package org.cellist.app.ui.workbench.terminals;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The tab of one terminal: its name, and a button that closes it.
///
/// Confined to the JavaFX Application Thread.
final class TerminalTabView extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /// @param choose brings it to the front
    /// @param close closes it
    TerminalTabView(TerminalTab tab, Texts texts, Runnable choose, Runnable close) {
        getStyleClass().add("terminal-tab");
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        accessibleTextProperty().bind(tab.nameProperty());
        var name = new Label();
        name.textProperty().bind(tab.nameProperty());
        var button = new Button("", Icons.of(Feather.X));
        button.getStyleClass().setAll("terminal-tab-close");
        button.setFocusTraversable(false);
        button.setAccessibleText(texts.get("close", tab.nameProperty().get()));
        button.setOnAction(_ -> close.run());
        getChildren().addAll(name, button);
        addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (event.getButton() == MouseButton.MIDDLE) {
                        close.run();
                    } else {
                        choose.run();
                    }
                    event.consume();
                });
    }

    void setFront(boolean isFront) {
        pseudoClassStateChanged(SELECTED, isFront);
    }
}
