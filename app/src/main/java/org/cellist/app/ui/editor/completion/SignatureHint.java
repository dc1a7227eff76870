package org.cellist.app.ui.editor.completion;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.cellist.app.ui.theme.ChosenType;

/// One line with the signature of a call, and the parameter at the caret emphasised. Of many
/// parameters only those around it are shown.
///
/// Confined to the JavaFX Application Thread.
final class SignatureHint extends Region {

    /// Free space above and below the letters together.
    private static final double SPACE = 9;

    private static final double PADDING_X = 10;
    private static final int MOST_UNITS = 90;

    private final TextFlow flow = new TextFlow();

    SignatureHint() {
        flow.getStyleClass().add("assist-call");
        getStyleClass().add("assist-hint");
        setMouseTransparent(true);
        getChildren().add(flow);
    }

    /// Returns the height of every hint, in pixels.
    static double height() {
        return ChosenType.code().rowHeight() + SPACE;
    }

    void show(SignatureViewModel.Shown shown) {
        var parameters = shown.signature().parameters();
        int current = shown.current();
        int first = Math.max(0, current);
        int last = first;
        int units = length(parameters, first);
        while (units < MOST_UNITS && (first > 0 || last < parameters.size() - 1)) {
            if (last < parameters.size() - 1) {
                units += length(parameters, ++last);
            }
            if (first > 0 && units < MOST_UNITS) {
                units += length(parameters, --first);
            }
        }
        var pieces = new ArrayList<Text>();
        pieces.add(piece(shown.signature().name() + "(", "name"));
        if (first > 0) {
            pieces.add(piece("…, ", "rest"));
        }
        for (int i = first; i <= last && i < parameters.size(); i++) {
            pieces.add(piece(parameters.get(i).text(), i == current ? "current" : "rest"));
            if (i < parameters.size() - 1) {
                pieces.add(piece(", ", "rest"));
            }
        }
        pieces.add(piece(last < parameters.size() - 1 ? "…)" : ")", "name"));
        flow.getChildren().setAll(pieces);
        requestLayout();
    }

    private static int length(List<Signature.Parameter> parameters, int index) {
        return index < parameters.size() ? parameters.get(index).text().length() + 2 : 0;
    }

    private static Text piece(String words, String styleClass) {
        var piece = new Text(words);
        piece.getStyleClass().addAll("assist-text", styleClass);
        return piece;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(flow.prefWidth(-1)) + 2 * PADDING_X;
    }

    @Override
    protected double computePrefHeight(double width) {
        return height();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * PADDING_X;
        double height = flow.prefHeight(-1);
        flow.resizeRelocate(
                PADDING_X, (height() - height) / 2, Math.max(width, flow.prefWidth(-1)), height);
    }
}
