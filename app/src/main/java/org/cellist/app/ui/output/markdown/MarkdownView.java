package org.cellist.app.ui.output.markdown;

import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.kernel.protocol.MimeBundle;

/// Shows formatted text.
///
/// Confined to the JavaFX Application Thread.
public final class MarkdownView extends Region {

    private final TextFlow flow = new TextFlow();

    public MarkdownView() {
        getStyleClass().add("markdown-view");
        getChildren().add(flow);
    }

    /// Shows a text in place of the one before.
    ///
    /// @param attachments file name to its MIME bundle, for `attachment:name`
    public void show(String source, Map<String, MimeBundle> attachments, OutputContext context) {
        flow.getChildren().setAll(new Text(source));
    }

    /// Lets go of everything that costs memory or time, because the view is out of sight.
    public void parked() {
        flow.getChildren().clear();
    }

    /// Guesses the height of a text that is not shown, in pixels. Cheap.
    public static double estimatedHeight(String source, double width) {
        return source.lines().count() * 24;
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
