package org.cellist.app.ui.output;

import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.app.ui.output.terminal.TerminalView;

/// Makes the nodes of outputs.
///
/// Confined to the JavaFX Application Thread.
final class OutputNodes {

    private OutputNodes() {}

    static OutputNode of(CellOutput output, OutputContext context) {
        return switch (output) {
            case CellOutput.Text text -> new StreamNode(text);
            case CellOutput.Failed failed -> failed(failed);
            case CellOutput.Rich rich -> new RichNode(rich, context);
            case CellOutput.Unknown _ ->
                    new OutputNode.Fixed(new QuietLine(Texts.of("output").get("unknownOutput")));
        };
    }

    private static OutputNode failed(CellOutput.Failed failed) {
        var text =
                failed.traceback().isEmpty()
                        ? failed.ename() + ": " + failed.evalue()
                        : String.join("\n", failed.traceback());
        var view = TerminalView.ofStream(); // its end says what is wrong
        view.show(StreamText.of(text));
        view.getStyleClass().add("traceback");
        return new OutputNode.Fixed(view);
    }

    static TerminalView terminal(String text) {
        var view = TerminalView.ofText();
        view.show(StreamText.of(text));
        return view;
    }
}
