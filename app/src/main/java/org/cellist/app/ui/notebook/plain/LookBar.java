package org.cellist.app.ui.notebook.plain;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.cellist.app.storage.FileKind;
import org.cellist.app.text.Texts;

/// The two looks at a text, of which one is chosen.
///
/// Confined to the JavaFX Application Thread.
final class LookBar extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Button text;
    private final Button other;

    /// @param choose told true for the other look than the text
    LookBar(FileKind kind, Consumer<Boolean> choose) {
        var texts = Texts.of("plain");
        text = button(texts.get("look.text"), () -> choose.accept(false));
        other =
                button(
                        kind == FileKind.TABLE
                                ? texts.get("look.table")
                                : texts.get("look.preview"),
                        () -> choose.accept(true));
        getStyleClass().add("look-bar");
        var both = kind == FileKind.TABLE ? new HBox(other, text) : new HBox(text, other);
        both.getStyleClass().add("look-choice");
        both.setMaxWidth(Region.USE_PREF_SIZE);
        getChildren().add(both);
    }

    void mark(boolean isOther) {
        text.pseudoClassStateChanged(SELECTED, !isOther);
        other.pseudoClassStateChanged(SELECTED, isOther);
    }

    private static Button button(String words, Runnable action) {
        var button = new Button(words);
        button.getStyleClass().setAll("look-button");
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
