package org.cellist.app.ui.output;

import javafx.scene.layout.Region;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.ui.output.terminal.TerminalView;
import org.cellist.kernel.protocol.StreamName;

/// A stream's text, which may grow.
///
/// Confined to the JavaFX Application Thread.
final class StreamNode implements OutputNode {

    private final TerminalView view = TerminalView.ofStream();
    private final StreamName name;

    StreamNode(CellOutput.Text output) {
        name = output.name();
        if (name.equals(StreamName.STDERR)) {
            view.getStyleClass().add("stderr");
        }
        view.show(output.text());
    }

    @Override
    public Region region() {
        return view;
    }

    @Override
    public boolean update(CellOutput newer) {
        if (newer instanceof CellOutput.Text text && text.name().equals(name)) {
            view.show(text.text());
            return true;
        }
        return false;
    }

    @Override
    public void parked() {}
}
