package org.cellist.app.ui.output.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.cellist.app.ui.output.OutputSheets;
import org.cellist.app.ui.output.table.DataGrid.HeadCell;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class DataTableUiTest {

    @Test
    void aTableIsCopiedWithTabsAndItsNames(Fx fx) {
        var table = shown(fx, grid(2, 2));

        assertEquals("\tc1\nr0\t0\nr1\t1", fx.call(table::asText));
    }

    @Test
    void ofThousandsOfRowsThoseInSightHaveNodes(Fx fx) {
        var table = shown(fx, grid(5000, 2));

        int rows = fx.call(() -> table.lookupAll(".body-row").size());
        assertTrue(rows <= DataTable.MOST_ROWS + 2, () -> rows + " rows");
        assertEquals(
                (DataTable.MOST_ROWS + 1) * DataTable.ROW_HEIGHT,
                fx.call(() -> table.prefHeight(500)),
                12);
    }

    @Test
    void ofHundredsOfColumnsThoseInSightHaveNodes(Fx fx) {
        var table = shown(fx, grid(3, 800));

        int texts = fx.call(() -> table.lookupAll(".data-value").size());
        assertTrue(texts < 3 * 60, () -> texts + " values for 2,400");
    }

    @Test
    void numbersStandAtTheRightOfTheirColumn(Fx fx) {
        var table = shown(fx, grid(101, 2));

        var ends =
                fx.call(
                        () ->
                                table.lookupAll(".data-value").stream()
                                        .filter(node -> node.isVisible())
                                        .map(
                                                node ->
                                                        Math.rint(
                                                                ((Text) node)
                                                                        .getBoundsInParent()
                                                                        .getMaxX()))
                                        .distinct()
                                        .toList());
        assertFalse(ends.isEmpty());
        assertTrue(
                ends.stream().mapToDouble(x -> x).max().orElseThrow()
                                - ends.stream().mapToDouble(x -> x).min().orElseThrow()
                        <= 2,
                ends::toString);
    }

    private static DataTable shown(Fx fx, DataGrid grid) {
        var table = fx.prepare(() -> DataTable.of(grid));
        fx.show(fx.prepare(() -> new VBox(table)), 500, 700, Theme.LIGHT, OutputSheets.addresses().toArray(String[]::new));
        return table;
    }

    /// A table whose first column names the rows, and whose others hold the rows' numbers.
    private static DataGrid grid(int rows, int columns) {
        var head = IntStream.range(0, columns).mapToObj(DataTableUiTest::name).toList();
        var body = IntStream.range(0, rows).mapToObj(row -> values(row, columns)).toList();
        var right = IntStream.range(0, columns).mapToObj(column -> column > 0).toList();
        return new DataGrid(List.of(head), body, 1, right);
    }

    private static HeadCell name(int column) {
        return new HeadCell(column == 0 ? "" : "c" + column, column, 1);
    }

    private static List<String> values(int row, int columns) {
        var numbers = Collections.nCopies(columns - 1, String.valueOf(row));
        return IntStream.range(0, columns)
                .mapToObj(column -> column == 0 ? "r" + row : numbers.get(column - 1))
                .toList();
    }
}
