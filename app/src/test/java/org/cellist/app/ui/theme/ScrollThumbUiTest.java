package org.cellist.app.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ui")
@ExtendWith(FxExtension.class)
class ScrollThumbUiTest {

    private static final double MILLION = 1_000_000;
    private static final double SEEN = 20; // pixels

    @ParameterizedTest
    @CsvSource({
        "VERTICAL, 300, 0.000001, 20", // which way, length of the bar, share in sight, shortest
        "HORIZONTAL, 300, 0.000001, 20",
        "VERTICAL, 300, 0.5, 120",
        "VERTICAL, 30, 0.000001, 10"
    })
    void theThumbIsLongEnoughToBeDraggedFromEndToEnd(
            Orientation way, double length, double share, double shortest, Fx fx) {
        var bar = fx.prepare(ScrollBar::new);
        fx.run(() -> bar.setOrientation(way));
        fx.run(
                () ->
                        bar.setPrefSize(
                                way == Orientation.VERTICAL ? 12 : length,
                                way == Orientation.VERTICAL ? length : 12));
        fx.show(new Pane(bar), 400, 400);

        fx.run(() -> ScrollThumb.show(bar, 0, MILLION, share));
        fx.settle();
        double first = start(way, thumb(bar));
        assertTrue(length(way, thumb(bar)) >= shortest, () -> thumb(bar).toString());
        assertTrue(first < SEEN, () -> thumb(bar).toString());

        fx.run(() -> ScrollThumb.show(bar, MILLION, MILLION, share));
        fx.settle();
        double last = start(way, thumb(bar)) + length(way, thumb(bar));
        assertEquals(length, last, SEEN);
    }

    private static Bounds thumb(ScrollBar bar) {
        var thumb = bar.lookup(".thumb");
        return bar.sceneToLocal(thumb.localToScene(thumb.getLayoutBounds()));
    }

    private static double length(Orientation way, Bounds bounds) {
        return way == Orientation.VERTICAL ? bounds.getHeight() : bounds.getWidth();
    }

    private static double start(Orientation way, Bounds bounds) {
        return way == Orientation.VERTICAL ? bounds.getMinY() : bounds.getMinX();
    }
}
