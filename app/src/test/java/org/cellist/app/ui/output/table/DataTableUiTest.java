package org.cellist.app.ui.output.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
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

        assertEquals("\tc1\nr0\t0\nr1\t1", fx.call(() -> DelimitedText.tabs(table.chosen())));
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

    @Test
    void aClickOnANameSortsUpwardsThenDownwardsThenNotAtAll(Fx fx) {
        var table = shown(fx, grid(12, 2));

        clickName(fx, table, 1);
        assertEquals("0", first(fx, table));
        clickName(fx, table, 1);
        assertEquals("11", first(fx, table));
        clickName(fx, table, 1);
        assertEquals("\tc1\nr0\t0", text(fx, table).substring(0, 8));
    }

    @Test
    void whatIsWrittenInTheLineNarrowsTheRows(Fx fx) {
        var table = shown(fx, grid(300, 2));

        fx.run(table::openBar);
        fx.run(() -> ((TextField) table.lookup(".table-words")).setText("r29"));

        assertEquals(11, fx.call(() -> table.chosen().body().size()));
        assertEquals("11 of 300 rows", fx.call(() -> label(table, ".table-bar .table-count")));
        fx.run(() -> ((Button) table.lookup(".table-bar-button")).fire());
        assertEquals(300, fx.call(() -> table.chosen().body().size()));
        assertNull(fx.call(() -> table.lookup(".table-bar")));
    }

    @Test
    void aTableThatIsShownAgainIsAsItWasLeft(Fx fx) {
        var states = new TableStates();
        var grid = grid(5, 2);
        var owner = new Object();
        var before = fx.prepare(() -> new DataTable(grid, states.of(owner, 0)));
        fx.run(() -> before.arrange(Arrangement.AS_IT_CAME.sortedBy(1, false)));

        var again = fx.prepare(() -> new DataTable(grid, states.of(owner, 0)));
        var other = fx.prepare(() -> new DataTable(grid, states.of(new Object(), 0)));

        assertEquals("4", fx.call(() -> again.chosen().body().getFirst().get(1)));
        assertEquals("0", fx.call(() -> other.chosen().body().getFirst().get(1)));
    }

    @Test
    void cellsAreSelectedFromOneClickToTheNextWithShiftAndByAllKeys(Fx fx) {
        var table = shown(fx, grid(5, 3));

        fx.run(() -> pressAt(table, 60, 56, false));
        fx.run(() -> pressAt(table, 100, 82, true));
        assertEquals("1\t1\n2\t2", fx.call(() -> DelimitedText.tabsOfBody(table.chosen())));

        fx.run(table::selectAll);
        assertEquals(5, fx.call(() -> table.chosen().body().size()));
    }

    @Test
    void reachedByTabItBeginsAtItsFirstCellAndArrowsGoOn(Fx fx) {
        var table = shown(fx, grid(5, 3));

        reach(fx, table);
        assertFalse(fx.call(table::selectionIsEmpty));
        fx.robot().type(KeyCode.RIGHT, KeyCode.DOWN);

        assertEquals("1", fx.call(() -> DelimitedText.tabsOfBody(table.chosen())));
    }

    @Test
    void afterEscapeArrowsBeginAgain(Fx fx) {
        var table = shown(fx, grid(5, 3));
        reach(fx, table);
        fx.robot().type(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.ESCAPE);
        assertTrue(fx.call(table::selectionIsEmpty));

        fx.robot().type(KeyCode.RIGHT, KeyCode.DOWN);

        assertEquals("1", fx.call(() -> DelimitedText.tabsOfBody(table.chosen())));
    }

    @Test
    void itsRowsAreSortedByKeysAlone(Fx fx) {
        var table = shown(fx, grid(5, 3));
        reach(fx, table);
        fx.robot().type(KeyCode.RIGHT);

        fx.robot().push(KeyCode.ALT, KeyCode.DOWN);
        fx.settle();
        fx.robot().type(KeyCode.DOWN, KeyCode.ENTER); // the second line: downwards
        fx.settle();

        assertEquals("4", first(fx, table));
    }

    private static void reach(Fx fx, DataTable table) {
        fx.run(() -> table.requestFocusTraversal(TraversalDirection.NEXT));
    }

    /// @param x in the scene, whose corner the table's is
    private static void pressAt(DataTable table, double x, double y, boolean shift) {
        var pressed =
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        shift,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null);
        rows(table).fireEvent(pressed);
    }

    private static void clickName(Fx fx, DataTable table, int index) {
        var name =
                fx.call(
                        () ->
                                table.lookupAll(".head-row .data-head").stream()
                                        .filter(node -> ((Text) node).getText().equals("c" + index))
                                        .findFirst()
                                        .map(node -> node.localToScreen(node.getLayoutBounds()))
                                        .orElseThrow());
        fx.robot().clickOn(name.getCenterX(), name.getCenterY());
    }

    private static Node rows(DataTable table) {
        return table.lookup(".rows-view");
    }

    private static String label(DataTable table, String selector) {
        return ((Label) table.lookup(selector)).getText();
    }

    private static String text(Fx fx, DataTable table) {
        return fx.call(() -> DelimitedText.tabs(table.chosen()));
    }

    private static String first(Fx fx, DataTable table) {
        return fx.call(() -> table.chosen().body().getFirst().get(1));
    }

    private static DataTable shown(Fx fx, DataGrid grid) {
        var table = fx.prepare(() -> new DataTable(grid, new TableStates().of(grid, 0)));
        fx.show(
                fx.prepare(() -> new VBox(table)),
                500,
                700,
                Theme.LIGHT,
                OutputSheets.addresses().toArray(String[]::new));
        return table;
    }

    /// A table whose first column names the rows, and whose others hold the rows' numbers.
    private static DataGrid grid(int rows, int columns) {
        var head = IntStream.range(0, columns).mapToObj(DataTableUiTest::name).toList();
        var body = IntStream.range(0, rows).mapToObj(row -> values(row, columns)).toList();
        var right = IntStream.range(0, columns).mapToObj(column -> column > 0).toList();
        return new DataGrid(List.of(head), body, 1, right, Set.of());
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
