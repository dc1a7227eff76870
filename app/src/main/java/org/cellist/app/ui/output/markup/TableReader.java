package org.cellist.app.ui.output.markup;

import java.util.ArrayList;
import java.util.Optional;
import org.cellist.app.ui.output.rich.Block.Side;
import org.cellist.app.ui.output.rich.InlineStyle;
import org.cellist.app.ui.output.rich.Table;
import org.jsoup.nodes.Element;

/// Reads tables. Blocks in cells become lines.
///
/// Confined to one thread.
final class TableReader {

    private static final int MOST_CELLS = 500_000;
    private static final int WIDEST_SPAN = 200;

    private final WordReader words;
    private final InlineStyle style;
    private int cells;
    private int columns;

    /// @param style that the words inherit
    TableReader(WordReader words, InlineStyle style) {
        this.words = words;
        this.style = style;
    }

    /// Returns a table; empty when it has no cells. Of a very large one, the first rows.
    Optional<Table> read(Element table) {
        boolean isData = table.hasClass("dataframe");
        var head = new ArrayList<Table.Row>();
        var body = new ArrayList<Table.Row>();
        boolean inHead = true;
        for (var row : table.select("tr")) {
            if (!isOf(row, table)) {
                continue;
            }
            inHead = inHead && isHead(row);
            var read = row(row, isData);
            columns = Math.max(columns, read.cells().stream().mapToInt(Table.Cell::columns).sum());
            (inHead ? head : body).add(read);
            if ((long) (head.size() + body.size()) * columns > MOST_CELLS || cells > MOST_CELLS) {
                break;
            }
        }
        return cells == 0 ? Optional.empty() : Optional.of(new Table(head, body, isData));
    }

    /// Returns whether a row is of this table, not of one inside it.
    private static boolean isOf(Element row, Element table) {
        var parent = row.parent();
        while (parent != null && !parent.normalName().equals("table")) {
            parent = parent.parent();
        }
        return table.equals(parent);
    }

    private static boolean isHead(Element row) {
        var parent = row.parent();
        boolean inThead = parent != null && parent.normalName().equals("thead");
        return inThead
                || (row.childrenSize() > 0
                        && row.children().stream().allMatch(c -> c.normalName().equals("th")));
    }

    private Table.Row row(Element row, boolean isData) {
        var side = sideOf(row, isData ? Side.RIGHT : Side.LEFT);
        var read = new ArrayList<Table.Cell>();
        for (var cell : row.children()) {
            if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
                read.add(cell(cell, side));
                cells++;
            }
        }
        return new Table.Row(read);
    }

    private Table.Cell cell(Element cell, Side side) {
        var reader = new InlineReader(words, false);
        var inner = InlineTags.applied(cell, style, words);
        cell.childNodes().forEach(child -> reader.read(child, inner));
        return new Table.Cell(
                reader.finishShort(),
                cell.normalName().equals("th"),
                sideOf(cell, side),
                span(cell.attr("colspan")),
                span(cell.attr("rowspan")));
    }

    private static Side sideOf(Element element, Side otherwise) {
        var side = StyleText.side(element.attr("align"), otherwise);
        var declared = StyleText.declarations(element.attr("style"));
        return StyleText.side(declared.getOrDefault("text-align", ""), side);
    }

    private static int span(String value) {
        boolean isNumber = value.matches("[1-9][0-9]{0,4}");
        return isNumber ? Math.min(WIDEST_SPAN, Integer.parseInt(value)) : 1;
    }
}
