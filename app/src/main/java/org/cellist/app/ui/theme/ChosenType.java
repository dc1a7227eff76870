package org.cellist.app.ui.theme;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.util.Subscription;

/// The one [Typography] of the program: what is chosen holds in all of its windows.
///
/// Editors, rows of outputs, and what guesses the height of either take their measures from
/// [#now] each time they need them. Whoever has built something with them follows, and builds it
/// anew.
///
/// Confined to the JavaFX Application Thread.
public final class ChosenType {

    private static final ReadOnlyObjectWrapper<Typography> NOW =
            new ReadOnlyObjectWrapper<>(Typography.STANDARD);

    private ChosenType() {}

    public static Typography now() {
        return NOW.get();
    }

    /// Returns how code is set.
    public static CodeType code() {
        return NOW.get().code();
    }

    /// Lets another one hold.
    public static void use(Typography typography) {
        NOW.set(typography);
    }

    /// Calls back with the present one, and with each that holds later.
    public static Subscription follow(Consumer<Typography> changed) {
        return NOW.subscribe(changed);
    }

    /// Calls back when another one holds than when the node was made, or than at the last call: at
    /// once while the node is in a scene, else as soon as it comes into one. Nothing here keeps a
    /// node alive that is in no scene.
    public static void follow(Node node, Runnable changed) {
        new Follower(node, changed);
    }

    /// Follows while its node is in a scene.
    private static final class Follower {

        private final Runnable changed;
        private Typography seen = now();
        private Subscription following = Subscription.EMPTY;

        Follower(Node node, Runnable changed) {
            this.changed = changed;
            node.sceneProperty()
                    .subscribe(
                            scene -> {
                                following.unsubscribe();
                                following =
                                        scene == null
                                                ? Subscription.EMPTY
                                                : NOW.subscribe(this::take);
                            });
        }

        private void take(Typography now) {
            if (!now.equals(seen)) {
                seen = now;
                changed.run();
            }
        }
    }
}
