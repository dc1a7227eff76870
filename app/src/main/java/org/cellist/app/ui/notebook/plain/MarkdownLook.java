package org.cellist.app.ui.notebook.plain;

import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.cellist.app.ui.output.markdown.MarkdownView;
import org.cellist.app.ui.output.port.OutputContext;

/// Markdown as formatted text.
///
/// Confined to the JavaFX Application Thread.
final class MarkdownLook implements OtherLook {

    private final MarkdownView view = new MarkdownView();
    private final ScrollPane scroller = new ScrollPane(view);
    private final ObservableValue<OutputContext> context;

    MarkdownLook(ObservableValue<OutputContext> context) {
        this.context = context;
        view.getStyleClass().add("plain-markdown");
        scroller.getStyleClass().add("plain-preview");
        scroller.setFitToWidth(true);
        scroller.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    @Override
    public Region node() {
        return scroller;
    }

    @Override
    public void show(String text) {
        view.show(text, Map.of(), context.getValue());
    }

    @Override
    public void focus() {
        scroller.requestFocus();
    }

    @Override
    public void parked() {
        view.parked();
    }
}
