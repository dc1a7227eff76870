package org.cellist.app.ui.output.rich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.cellist.app.ui.output.markup.Markup;
import org.cellist.app.ui.output.table.DataGrid;
import org.cellist.app.ui.output.table.DataGrid.HeadCell;
import org.junit.jupiter.api.Test;

class PlainTablesTest {

    @Test
    void namesOverSeveralColumnsAndRowsKeepTheirPlaces() {
        var grid =
                grid(
                        """
                        <table class="dataframe"><thead>
                        <tr><th></th><th colspan="2">A</th></tr>
                        <tr><th></th><th>x</th><th>y</th></tr></thead><tbody>
                        <tr><th rowspan="2">k</th><td>1</td><td>2</td></tr>
                        <tr><td>3</td><td>4</td></tr></tbody></table>
                        """);

        assertEquals(
                List.of(
                        List.of(new HeadCell("", 0, 1), new HeadCell("A", 1, 2)),
                        List.of(
                                new HeadCell("", 0, 1),
                                new HeadCell("x", 1, 1),
                                new HeadCell("y", 2, 1))),
                grid.head());
        assertEquals(List.of(List.of("k", "1", "2"), List.of("k", "3", "4")), grid.body());
        assertEquals(Set.of(new DataGrid.Place(1, 0)), grid.repeated());
        assertEquals(1, grid.headColumns());
        assertEquals(List.of(true, true, true), grid.right());
    }

    @Test
    void shortRowsAreFilledUp() {
        var grid = grid("<table class='dataframe'><tr><td>1</td></tr><tr><td>2<td>3</tr></table>");

        assertEquals(List.of(List.of("1", ""), List.of("2", "3")), grid.body());
    }

    private static DataGrid grid(String html) {
        var simple = (Markup.Simple) Markup.read(html);
        return ((Block.Values) simple.blocks().getFirst()).grid();
    }
}
