package org.cellist.app.ui.output.terminal;

import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.ansi.CharColumns;
import org.cellist.app.ui.output.ansi.StyledLine;
import org.cellist.app.ui.output.find.Expandable;
import org.cellist.app.ui.output.find.Searchable;
import org.cellist.app.ui.output.find.TextMatches;
import org.cellist.app.ui.output.rows.RowSource;
import org.cellist.app.ui.output.rows.RowsView;
import org.cellist.app.ui.theme.ChosenType;
import org.jspecify.annotations.Nullable;

/// Shows terminal text: colours, progress bars, columns that stay aligned.
///
/// A stream that grows costs what was added. At most [#MOST_ROWS] rows are in sight, the rest
/// scrolls inside; only rows in sight have nodes. The newest part of a long stream is shown, the
/// earlier one when somebody scrolls to its top or asks for it.
///
/// Confined to the JavaFX Application Thread.
public final class TerminalView extends Region implements Searchable, Expandable {

    /// Rows in sight at most; more scroll inside.
    public static final int MOST_ROWS = 30;

    /// A search reads no more of a text than these.
    private static final int MOST_EXPANDED_LINES = 50_000;

    private MonoMetrics metrics = MonoMetrics.now();
    private final TextWindow window;
    private final WrappedRows wrapped = new WrappedRows();
    private final RowsView<TerminalRow> rows;
    private final boolean isStream;
    private @Nullable HBox more;
    private final TerminalSelection selection = new TerminalSelection();
    private final FoundText found = new FoundText();
    private long droppedShown;

    private TerminalView(boolean isStream) {
        this.isStream = isStream;
        this.window = new TextWindow(isStream);
        this.rows = new RowsView<>(new Rows(), metrics.rowHeight(), MOST_ROWS);
        getStyleClass().add("terminal-view");
        getChildren().add(rows);
        if (isStream) {
            rows.followEnd();
            rows.onTop(() -> showMoreIfHidden());
        }
        new TerminalMouse(this, rows).install();
        ChosenType.follow(this, this::setAnew);
    }

    /// From one row to the next, in pixels.
    public static double rowHeight() {
        return ChosenType.code().rowHeight();
    }

    /// Letters have other sizes than before.
    private void setAnew() {
        metrics = MonoMetrics.now();
        rows.renew(metrics.rowHeight());
        requestLayout();
    }

    /// A view of a stream, or of what else is read from its end: begins there and follows it.
    public static TerminalView ofStream() {
        return new TerminalView(true);
    }

    /// A view of a text that is complete: begins at its top.
    public static TerminalView ofText() {
        return new TerminalView(false);
    }

    /// Shows a text; one that continues the text before is taken from where that ended.
    public void show(StreamText text) {
        if (window.show(text)) {
            grown();
        } else {
            renewed();
        }
        updateMore();
    }

    TerminalSelection selection() {
        return selection;
    }

    void selectionChanged() {
        rows.rowsChanged(0);
    }

    String selectedText() {
        return selection.textOf(window.screen());
    }

    void selectAll() {
        long dropped = window.screen().droppedLines();
        int last = window.screen().lineCount() - 1;
        selection.select(
                new TextPlace(dropped, 0),
                new TextPlace(dropped + last, window.screen().line(last).columns()));
        selectionChanged();
    }

    /// Returns the place nearest to a point of the rows.
    TextPlace placeAt(double x, double y) {
        int row = rows.rowAt(y);
        int line = wrapped.lineOf(row);
        int column = (int) Math.round((x + rows.sideways()) / metrics.columnWidth());
        int inLine = wrapped.columnOf(row) + Math.max(0, Math.min(wrapped.wrapColumns(), column));
        return new TextPlace(
                window.screen().droppedLines() + line, Math.min(inLine, line(line).columns()));
    }

    /// Selects words, and scrolls to them here.
    ///
    /// @param later how many times the same words stand after them
    /// @return the upper edge of their row, in pixels of this view; empty when they are not shown
    public OptionalDouble showFound(String words, int later) {
        int left = later;
        for (int index = lineCount() - 1; index >= 0; index--) {
            var text = line(index).text();
            for (int at = text.lastIndexOf(words); at >= 0; at = text.lastIndexOf(words, at - 1)) {
                if (left == 0) {
                    return OptionalDouble.of(select(index, at, words));
                }
                left--;
                if (at == 0) {
                    break; // before the start there is the start again
                }
            }
        }
        clearFound();
        return OptionalDouble.empty();
    }

    private double select(int index, int at, String words) {
        long line = window.screen().droppedLines() + index;
        int column = CharColumns.of(line(index).text().substring(0, at));
        selection.select(
                new TextPlace(line, column), new TextPlace(line, column + CharColumns.of(words)));
        int row = wrapped.firstRowOf(index) + column / Math.max(1, wrapped.wrapColumns());
        rows.reveal(row);
        selectionChanged();
        return rows.getLayoutY() + rows.topOf(row);
    }

    @Override
    public boolean expand() {
        boolean mayGrow = window.hidesSomething() && lineCount() < MOST_EXPANDED_LINES;
        if (mayGrow) {
            showMore();
        }
        return mayGrow;
    }

    @Override
    public int find(TextMatches matches) {
        int count = found.find(lineCount(), this::line, window.screen().droppedLines(), matches);
        rows.rowsChanged(0);
        return count;
    }

    @Override
    public @Nullable Bounds stand(int index) {
        var place = found.stand(index);
        rows.rowsChanged(0);
        if (place == null) {
            return null;
        }
        int line = (int) (place.line() - window.screen().droppedLines());
        int row = wrapped.firstRowOf(line) + place.column() / Math.max(1, wrapped.wrapColumns());
        rows.reveal(row);
        double top = rows.getLayoutY() + rows.topOf(row);
        return new BoundingBox(0, top, getWidth(), metrics.rowHeight());
    }

    /// Selects nothing any more.
    public void clearFound() {
        if (!selection.isEmpty()) {
            selection.clear();
            selectionChanged();
        }
    }

    StyledLine lineOf(TextPlace place) {
        return line((int) (place.line() - window.screen().droppedLines()));
    }

    private StyledLine line(int index) {
        return window.screen().line(Math.max(0, Math.min(lineCount() - 1, index)));
    }

    /// A new line at the very end shows nothing yet, and takes no room.
    private int lineCount() {
        int count = window.screen().lineCount();
        boolean emptyEnd = count > 1 && window.screen().line(count - 1).text().isEmpty();
        return emptyEnd ? count - 1 : count;
    }

    private void showMoreIfHidden() {
        if (window.hidesSomething()) {
            showMore();
        }
    }

    private void showMore() {
        int before = wrapped.rowCount();
        window.showMore();
        selection.clear();
        wrapAgain(wrapped.wrapColumns());
        droppedShown = window.screen().droppedLines();
        window.screen().takeChangedFrom();
        rows.rowsPrepended(Math.max(0, wrapped.rowCount() - before));
        updateMore();
    }

    private void grown() {
        long dropped = window.screen().droppedLines();
        int goneRows = wrapped.drop((int) (dropped - droppedShown));
        droppedShown = dropped;
        int from = window.screen().takeChangedFrom();
        int firstRow = wrapped.update(from, lineCount(), this::columnsOf);
        if (goneRows > 0) {
            rows.rowsDropped(goneRows);
        } else {
            rows.rowsChanged(firstRow);
        }
    }

    private void renewed() {
        selection.clear();
        droppedShown = window.screen().droppedLines();
        window.screen().takeChangedFrom();
        wrapAgain(wrapped.wrapColumns());
        rows.rowsChanged(0);
    }

    private void wrapAgain(int columns) {
        wrapped.wrapAt(columns, lineCount(), this::columnsOf);
    }

    private int columnsOf(int line) {
        return window.screen().line(line).columns();
    }

    private void updateMore() {
        boolean hides = window.hidesSomething();
        if (hides && more == null) {
            more = strip();
            getChildren().add(more);
        } else if (!hides && more != null) {
            getChildren().remove(more);
            more = null;
        } else {
            return;
        }
        requestLayout();
    }

    private HBox strip() {
        var texts = Texts.of("output");
        var link = new Hyperlink(texts.get(isStream ? "showEarlier" : "showMore"));
        link.setOnAction(_ -> showMore());
        var words = new Label(texts.get(isStream ? "earlierHidden" : "restHidden"));
        var strip = new HBox(words, link);
        strip.getStyleClass().add("terminal-more");
        return strip;
    }

    private void fitTo(double width) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        if (inner <= 0) {
            return;
        }
        int columns = metrics.columnsIn(inner);
        if (columns != wrapped.wrapColumns()) {
            wrapAgain(columns);
            rows.rowsChanged(0);
        }
    }

    private double moreHeight(double width) {
        return more == null ? 0 : Math.ceil(more.prefHeight(width));
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width > 0) {
            fitTo(width);
        }
        return snappedTopInset()
                + moreHeight(width)
                + rows.prefHeight(width)
                + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        fitTo(getWidth());
        double left = snappedLeftInset();
        double width = getWidth() - left - snappedRightInset();
        double top = snappedTopInset();
        double rest = getHeight() - top - snappedBottomInset();
        double strip = moreHeight(width);
        if (more != null) {
            more.resizeRelocate(left, top, width, strip);
        }
        rows.resizeRelocate(left, top + strip, width, rest - strip);
    }

    /// The rows of the screen's lines.
    private final class Rows implements RowSource<TerminalRow> {

        @Override
        public int count() {
            return wrapped.rowCount();
        }

        @Override
        public TerminalRow create() {
            return new TerminalRow(metrics);
        }

        @Override
        public void fill(TerminalRow node, int row) {
            int index = wrapped.lineOf(row);
            var line = window.screen().line(index);
            int from = wrapped.columnOf(row);
            List<RowPiece> pieces = RowPiece.of(line, from, wrapped.wrapColumns());
            var selected = selection.in(window.screen().droppedLines() + index, line.columns());
            node.show(pieces, selected == null ? null : inRow(selected, from));
            long place = window.screen().droppedLines() + index;
            node.mark(found.in(place, from, from + wrapped.wrapColumns()));
        }

        private ColumnRange inRow(ColumnRange range, int from) {
            return new ColumnRange(
                    Math.max(0, range.from() - from),
                    Math.max(0, Math.min(wrapped.wrapColumns(), range.to() - from)));
        }
    }
}
