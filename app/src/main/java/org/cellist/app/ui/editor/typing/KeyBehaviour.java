package org.cellist.app.ui.editor.typing;

import javafx.scene.input.KeyEvent;

/// One behaviour of the keyboard in an editor.
///
/// Confined to the JavaFX Application Thread.
public interface KeyBehaviour {

    /// Returns true if it has dealt with the key, so that nobody else must.
    boolean handle(KeyEvent event);
}
