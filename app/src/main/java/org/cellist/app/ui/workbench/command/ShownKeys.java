package org.cellist.app.ui.workbench.command;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys as a menu shows them at the right of a line. They match nothing: the window's dispatcher
/// is who listens.
///
/// Immutable.
final class ShownKeys extends KeyCombination {

    private final String text;

    ShownKeys(String text) {
        this.text = text;
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getDisplayText() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownKeys shown && text.equals(shown.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
