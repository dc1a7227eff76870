package org.cellist.app.ui.output.rich;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.cellist.app.notebook.find.TextRange;
import org.cellist.app.ui.output.find.Searchable;
import org.cellist.app.ui.output.find.TextMatches;
import org.cellist.app.ui.output.image.PictureView;
import org.cellist.app.ui.output.latex.FormulaView;
import org.cellist.app.ui.output.rich.Block.Side;
import org.jspecify.annotations.Nullable;

/// A paragraph: words, formulas and pictures, wrapped at its width.
///
/// What stands behind words, code's plate and the selection, is drawn from the places at which
/// the words came to lie.
///
/// Confined to the JavaFX Application Thread.
final class RichFlow extends Region implements Searchable {

    /// Stands for a formula or a picture in the flow's text.
    private static final char EMBEDDED = '\ufffc';
    private static final String WORDS = "flow-text"; // the sheets' name of a piece of text

    private record Span(int start, int end, Path ground) {}

    private final TextFlow flow = new TextFlow();
    private final Path codeGround = ground("code-ground");
    private final Path markGround = ground("mark-ground");
    private final Path foundGround = ground("found-ground");
    private final Path currentGround = ground("found-current-ground");
    private final Path selection = ground("text-selection");
    private final Path focusRing = ground("link-focus");
    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> copied = new ArrayList<>();

    private List<TextRange> found = List.of();
    private int current = -1;
    private int selectedFrom;
    private int selectedTo;
    private int focusedFrom;
    private int focusedTo;

    RichFlow(Side side) {
        getStyleClass().add("rich-flow");
        flow.getStyleClass().add("rich-text");
        flow.setTextAlignment(
                switch (side) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTRE -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        getChildren()
                .addAll(
                        codeGround,
                        markGround,
                        foundGround,
                        currentGround,
                        selection,
                        flow,
                        focusRing);
    }

    private static Path ground(String styleClass) {
        var path = new Path();
        path.setManaged(false);
        path.setMouseTransparent(true);
        path.getStyleClass().add(styleClass);
        return path;
    }

    /// Adds words. Returns where they begin.
    int add(Text words, InlineStyle style) {
        int start = text.length();
        text.append(words.getText());
        words.getStyleClass().add(WORDS);
        flow.getChildren().add(words);
        if (style.has(InlineStyle.CODE) || style.has(InlineStyle.KEY)) {
            addSpan(start, codeGround);
        } else if (style.has(InlineStyle.MARKED)) {
            addSpan(start, markGround);
        }
        return start;
    }

    /// What follows on the same ground stands on one.
    private void addSpan(int start, Path ground) {
        var before = spans.isEmpty() ? null : spans.getLast();
        boolean goesOn = before != null && before.end == start && before.ground.equals(ground);
        int from = goesOn ? spans.removeLast().start : start;
        spans.add(new Span(from, text.length(), ground));
    }

    /// Adds something that is no text.
    ///
    /// @param words what it becomes when it is copied
    void add(Node node, String words) {
        text.append(EMBEDDED);
        copied.add(words);
        flow.getChildren().add(node);
    }

    /// Replaces the words by coloured ones; the text must be the same.
    void recolour(List<Text> words) {
        words.forEach(each -> each.getStyleClass().add(WORDS));
        flow.getChildren().setAll(words);
    }

    int length() {
        return text.length();
    }

    String plainText() {
        return text.toString();
    }

    /// Returns a part of the text as it is copied: formulas as their source.
    String copied(int from, int to) {
        var part = new StringBuilder();
        int embedded = 0;
        for (int i = 0; i < to; i++) {
            char c = text.charAt(i);
            if (c == EMBEDDED && embedded < copied.size()) {
                part.append(i >= from ? copied.get(embedded) : "");
                embedded++;
            } else if (i >= from) {
                part.append(c);
            }
        }
        return part.toString();
    }

    /// Returns the place in the text nearest to a point of this flow.
    int placeAt(double x, double y) {
        var hit = flow.getHitInfo(new Point2D(x - flow.getLayoutX(), y - flow.getLayoutY()));
        return Math.max(0, Math.min(length(), hit.getInsertionIndex()));
    }

    void select(int from, int to) {
        if (from != selectedFrom || to != selectedTo) {
            selectedFrom = from;
            selectedTo = to;
            drawSelection();
        }
    }

    /// Draws a ring around the words of the link that has the focus.
    void showFocus(int from, int to) {
        focusedFrom = from;
        focusedTo = to;
        drawFocus();
    }

    @Override
    public int find(TextMatches matches) {
        found = matches.in(plainText());
        current = -1;
        drawFound();
        return found.size();
    }

    @Override
    public @Nullable Bounds stand(int index) {
        current = index;
        if (index >= 0) {
            Folds.openAround(this);
        }
        drawFound();
        return index < 0 ? null : currentGround.getBoundsInParent();
    }

    private void drawFound() {
        foundGround.getElements().clear();
        currentGround.getElements().clear();
        for (int i = 0; i < found.size(); i++) {
            var range = found.get(i);
            var ground = i == current ? currentGround : foundGround;
            ground.getElements().addAll(flow.getRangeShape(range.start(), range.end(), false));
        }
    }

    private void drawSelection() {
        selection.getElements().clear();
        if (selectedTo > selectedFrom) {
            selection.getElements().setAll(flow.getRangeShape(selectedFrom, selectedTo, false));
        }
    }

    private void drawFocus() {
        focusRing.getElements().clear();
        if (focusedTo > focusedFrom) {
            focusRing.getElements().setAll(flow.getRangeShape(focusedFrom, focusedTo, false));
        }
    }

    private void drawGrounds() {
        codeGround.getElements().clear();
        markGround.getElements().clear();
        for (var span : spans) {
            span.ground.getElements().addAll(flow.getRangeShape(span.start, span.end, false));
        }
    }

    /// Lets pictures and formulas shrink to the room there is: a flow does not do that for them.
    private void fit(double width) {
        for (var child : flow.getChildren()) {
            switch (child) {
                case PictureView picture -> picture.setRoom(width);
                case FormulaView formula -> formula.setRoom(width);
                default -> {}
            }
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + Math.ceil(flow.prefWidth(-1)) + snappedRightInset();
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
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
        if (inner > 0) {
            fit(inner);
        }
        return snappedTopInset() + flow.prefHeight(inner) + snappedBottomInset();
    }

    @Override
    public double getBaselineOffset() {
        return snappedTopInset() + flow.getBaselineOffset();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        flow.resizeRelocate(left, top, width, getHeight() - top - snappedBottomInset());
        flow.layout();
        for (var path :
                List.of(codeGround, markGround, foundGround, currentGround, selection, focusRing)) {
            path.setLayoutX(left);
            path.setLayoutY(top);
        }
        drawGrounds();
        drawFound();
        drawSelection();
        drawFocus();
    }
}
