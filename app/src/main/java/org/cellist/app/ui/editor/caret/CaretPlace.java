package org.cellist.app.ui.editor.caret;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;

/// Where the caret of the editor with the keys is. Confined to the JavaFX Application Thread.
public final class CaretPlace {

    private CaretPlace() {}

    /// Returns the caret's place on the screen.
    ///
    /// @param focused what has the keys
    /// @return null where that is no editor, or its caret is not in sight
    public static @Nullable Bounds onScreen(@Nullable Node focused) {
        return focused instanceof GenericStyledArea<?, ?, ?> area
                ? area.getCaretBounds().orElse(null)
                : null;
    }
}
