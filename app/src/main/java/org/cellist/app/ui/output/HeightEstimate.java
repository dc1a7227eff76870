package org.cellist.app.ui.output;

import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.ui.output.terminal.TerminalView;

/// Guesses how high outputs will be, from as little of them as possible. Immutable.
final class HeightEstimate {

    private static final double RICH = 120;

    private HeightEstimate() {}

    static double of(CellOutputs outputs, double width) {
        double height = 0;
        for (var output : outputs.items()) {
            height += of(output);
        }
        return height;
    }

    private static double of(CellOutput output) {
        return switch (output) {
            case CellOutput.Text _ -> TerminalView.ROW_HEIGHT * 2;
            case CellOutput.Failed failed ->
                    TerminalView.ROW_HEIGHT
                            * Math.min(TerminalView.MOST_ROWS, failed.traceback().size());
            case CellOutput.Rich _ -> RICH;
            case CellOutput.Unknown _ -> TerminalView.ROW_HEIGHT;
        };
    }
}
