package org.cellist.app.ui.workbench.parts;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.cellist.app.ui.fx.Keyable;

/// The panes of a window in a ring, which a person walks by keys.
///
/// Confined to the JavaFX Application Thread.
public final class PartRing {

    private final Node window;
    private final Supplier<List<Part>> parts;
    private final Runnable home;

    /// @param parts those that are shown now, in their order
    /// @param home gives the keys to the page in front
    public PartRing(Node window, Supplier<List<Part>> parts, Runnable home) {
        this.window = window;
        this.parts = parts;
        this.home = home;
    }

    /// Goes so many parts on, around the end; from beside all of them to the page in front.
    ///
    /// @param step negative for back
    public void go(int step) {
        var owner = Keyable.owner(window);
        var shown = parts.get();
        for (int i = 0; i < shown.size(); i++) {
            if (Keyable.isWithin(owner, shown.get(i).node())) {
                shown.get(Math.floorMod(i + step, shown.size())).enter().run();
                return;
            }
        }
        home.run();
    }
}
