package org.cellist.app.ui.keys;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Whether the texts of cells have Vim's keys, and what those say to the window and ask of it.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class VimChoice {

    private final BooleanProperty on = new SimpleBooleanProperty();
    private final StringProperty shown = new SimpleStringProperty("");
    private Consumer<String> commands = _ -> {};

    public BooleanProperty onProperty() {
        return on;
    }

    /// The mode of the text that has the keys, and what was begun in it; empty without one.
    public StringProperty shownProperty() {
        return shown;
    }

    /// Sets who runs commands by their names.
    public void setCommands(Consumer<String> commands) {
        this.commands = commands;
    }

    /// Runs a command of the window or the page.
    public void run(String command) {
        commands.accept(command);
    }
}
