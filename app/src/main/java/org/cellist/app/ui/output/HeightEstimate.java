package org.cellist.app.ui.output;

import java.util.List;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.ui.output.image.BundlePictures;
import org.cellist.app.ui.output.markdown.MarkdownView;
import org.cellist.app.ui.output.table.DataTable;
import org.cellist.app.ui.output.terminal.TerminalView;
import org.cellist.kernel.protocol.MimeBundle;

/// Guesses how high outputs will be, from as little of them as possible. Immutable.
final class HeightEstimate {

    private static final double RICH = 120;
    private static final double GAP = 8;
    private static final double LINE = 17;
    private static final double HTML_BYTES_PER_PIXEL = 6;
    private static final double WIDTH = 800;

    /// How much of a representation is looked at, in bytes.
    private static final int LOOKED_AT = 8 * 1024;

    private HeightEstimate() {}

    static double of(CellOutputs outputs, double width) {
        var items = outputs.items();
        var shown = ShownOutputs.of(items, 0);
        double height = shown.hidden() > 0 ? LINE + GAP : 0;
        for (var places : List.of(shown.first(), shown.last())) {
            for (int place : places) {
                height += of(items.get(place), width) + GAP;
            }
        }
        return Math.max(0, height - GAP);
    }

    static double of(CellOutput output) {
        return of(output, WIDTH);
    }

    private static double of(CellOutput output, double width) {
        return switch (output) {
            case CellOutput.Text text -> rows(text.text().lines(TerminalView.MOST_ROWS));
            case CellOutput.Failed failed ->
                    rows(failed.traceback().stream().mapToInt(HeightEstimate::linesOf).sum());
            case CellOutput.Rich rich -> of(rich.data(), width);
            case CellOutput.Unknown _ -> TerminalView.rowHeight();
        };
    }

    private static double of(MimeBundle bundle, double width) {
        var html = bundle.data().get("text/html");
        if (html != null) {
            int tableRows = html.count("<tr", DataTable.MOST_ROWS + 1, LOOKED_AT);
            return tableRows == 0
                    ? Math.clamp(html.sizeBytes() / HTML_BYTES_PER_PIXEL, LINE, RICH)
                    : tableRows * DataTable.ROW_HEIGHT;
        }
        var picture = BundlePictures.heightAt(bundle, width);
        if (picture.isPresent()) {
            return picture.getAsDouble();
        }
        var markdown = bundle.text("text/markdown");
        if (markdown.isPresent()) {
            return MarkdownView.estimatedHeight(markdown.get(), width);
        }
        var plain = bundle.data().get("text/plain");
        if (plain == null || bundle.data().containsKey("application/json")) {
            return RICH;
        }
        return rows(1 + plain.count("\\n", TerminalView.MOST_ROWS, LOOKED_AT));
    }

    private static double rows(int count) {
        return TerminalView.rowHeight() * Math.max(1, Math.min(TerminalView.MOST_ROWS, count));
    }

    private static int linesOf(String text) {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }
}
