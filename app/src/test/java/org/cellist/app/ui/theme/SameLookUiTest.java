package org.cellist.app.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class SameLookUiTest {

    private final Look look = new Look(List.of());

    @Test
    void aSecondWindowMovesAsLittleAsTheFirst(Fx fx) {
        var leader = fx.prepare(this::scene);
        fx.run(() -> Look.still(leader, true));
        var second = fx.prepare(() -> new Scene(new StackPane()));

        fx.run(() -> SameLook.follow(second, leader));
        assertTrue(isStill(fx, second));

        fx.run(() -> Look.still(leader, false));
        assertFalse(isStill(fx, second));

        fx.run(() -> Look.still(leader, true));
        assertTrue(isStill(fx, second));
        assertEquals(
                1,
                fx.call(
                        () ->
                                second.getRoot().getStyleClass().stream()
                                        .filter("still"::equals)
                                        .count()));
    }

    @Test
    void aSecondWindowHasTheLettersOfTheFirst(Fx fx) {
        var leader = fx.prepare(this::scene);
        var second = fx.prepare(() -> new Scene(new StackPane()));
        fx.run(() -> SameLook.follow(second, leader));

        fx.run(
                () -> {
                    ChosenType.use(new Typography(CodeType.own(20, 160), 14, 0));
                    look.dress(leader, Theme.LIGHT);
                });

        assertEquals(3, fx.call(() -> second.getStylesheets().size()));
        assertEquals(
                fx.call(() -> List.copyOf(leader.getStylesheets())),
                fx.call(() -> List.copyOf(second.getStylesheets())));
    }

    private Scene scene() {
        var scene = new Scene(new StackPane());
        look.dress(scene, Theme.LIGHT);
        return scene;
    }

    private static boolean isStill(Fx fx, Scene scene) {
        return fx.call(
                () ->
                        scene.getRoot().getStyleClass().contains("still")
                                && scene.getPreferences().isReducedMotion());
    }
}
