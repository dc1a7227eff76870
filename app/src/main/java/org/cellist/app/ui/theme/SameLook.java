package org.cellist.app.ui.theme;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Dresses the scene of a second window as the first one is, now and whenever that changes.
///
/// Confined to the JavaFX Application Thread.
public final class SameLook {

    private SameLook() {}

    /// Begins to follow. The root of the leading scene stays the same meanwhile.
    public static Subscription follow(Scene scene, Scene leader) {
        InvalidationListener changed = _ -> take(scene, leader);
        var classes = leader.getRoot().getStyleClass();
        leader.getStylesheets().addListener(changed);
        classes.addListener(changed);
        leader.fillProperty().addListener(changed);
        take(scene, leader);
        return () -> {
            leader.getStylesheets().removeListener(changed);
            classes.removeListener(changed);
            leader.fillProperty().removeListener(changed);
        };
    }

    private static void take(Scene scene, Scene leader) {
        if (!scene.getStylesheets().equals(leader.getStylesheets())) {
            scene.getStylesheets().setAll(List.copyOf(leader.getStylesheets()));
        }
        scene.setFill(leader.getFill());
        Look.still(scene, leader.getRoot().getStyleClass().contains(Look.STILL));
        for (var theme : Theme.values()) {
            var own = scene.getRoot().getStyleClass();
            own.remove(theme.styleClass());
            if (leader.getRoot().getStyleClass().contains(theme.styleClass())) {
                own.add(theme.styleClass());
            }
        }
    }
}
