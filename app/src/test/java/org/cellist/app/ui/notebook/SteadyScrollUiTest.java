package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.bench.NotebookGenerator;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.ui.notebook.column.VirtualColumn;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Scrolls through 1,000 cells whose heights nobody knows, and looks whether what is read moves
/// by anything but the scrolling.
@Tag("ui")
@ExtendWith(FxExtension.class)
class SteadyScrollUiTest {

    private static final double STEP = 640;
    private static final double MOST = 1;

    @TempDir private Path folder;

    @Test
    void whatIsReadMovesExactlyAsFarAsIsScrolledDownAndUp(Fx fx) throws IOException {
        try (var page = new PageFixture(fx, generated())) {
            double down = worstJump(page, STEP);
            int end = fx.call(() -> page.page.column().position().index());
            double up = worstJump(page, -STEP);

            assertTrue(end > 980, () -> "only scrolled to cell " + end);
            assertEquals(0, fx.call(() -> page.page.column().position().index()));
            assertTrue(down <= MOST, () -> "jumped by " + down + " pixels on the way down");
            assertTrue(up <= MOST, () -> "jumped by " + up + " pixels on the way up");
        }
    }

    /// Scrolls until the end. Returns the largest distance, in pixels, by which a row that was
    /// visible before and after a step moved otherwise than by the step; the step that meets the
    /// end is shorter and does not count.
    private static double worstJump(PageFixture page, double step) {
        double worst = 0;
        double lastStep = 0;
        var column = page.page.column();
        while (true) {
            var before = page.fx.call(() -> places(column));
            var position = page.fx.call(column::position);
            page.fx.run(() -> column.scrollBy(step));
            page.fx.settle();
            var after = page.fx.call(() -> places(column));
            if (position.equals(page.fx.call(column::position))) {
                return worst;
            }
            worst = Math.max(worst, lastStep);
            lastStep = deviation(before, after, step);
        }
    }

    private static double deviation(
            Map<RowKey, Double> before, Map<RowKey, Double> after, double step) {
        return before.entrySet().stream()
                .filter(row -> after.containsKey(row.getKey()))
                .mapToDouble(
                        row -> {
                            double now = after.getOrDefault(row.getKey(), Double.NaN);
                            return Math.abs(now - row.getValue() + step);
                        })
                .max()
                .orElse(0);
    }

    /// Returns where each row with a visible part begins.
    private static Map<RowKey, Double> places(VirtualColumn<RowKey> column) {
        var places = new HashMap<RowKey, Double>();
        double y = -column.position().offset();
        for (int i = column.position().index(); i < column.items().size(); i++) {
            var row = column.items().get(i);
            var node = column.nodeOf(row);
            if (node == null || y > column.getHeight()) {
                break;
            }
            places.put(row, node.getLayoutY());
            y = node.getLayoutY() + node.getHeight();
        }
        return places;
    }

    private List<Cell> generated() throws IOException {
        var file = folder.resolve("generated.ipynb");
        Files.write(file, new NotebookGenerator(1000, 1, 7).bytes().toByteArray());
        var opened = assertInstanceOf(OpenOutcome.Opened.class, new NotebookFiles().open(file));
        return opened.file().notebook().cells();
    }
}
