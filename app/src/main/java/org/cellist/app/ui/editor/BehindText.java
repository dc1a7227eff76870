package org.cellist.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;
import org.cellist.app.ui.editor.caret.CaretRange;
import org.cellist.app.ui.editor.highlight.BracketMatch;
import org.cellist.app.ui.editor.text.ShownLine;
import org.jspecify.annotations.Nullable;

/// What is painted behind the text of an area: carets and selections beside its own, and frames
/// around brackets.
///
/// RichTextFX binds each further caret to every line that has nodes. Here all of them are one
/// shape, made anew after each layout for the lines in sight, and only while there is something
/// to paint.
///
/// Confined to the JavaFX Application Thread.
final class BehindText {

    private static final PseudoClass UNMATCHED = PseudoClass.getPseudoClass("unmatched");

    private final EditorArea area;
    private final Path selections = new Path();
    private final Path carets = new Path();
    private final Path brackets = new Path();
    private final Runnable placing = this::place;
    private List<CaretRange> ranges = List.of();
    private @Nullable BracketMatch match;
    private @Nullable Scene followed;
    private boolean stale;

    BehindText(EditorArea area) {
        this.area = area;
        selections.setStroke(null);
        carets.setStroke(null);
        brackets.getStyleClass().add("brackets");
        selections.getStyleClass().add("further-selections");
        carets.getStyleClass().add("further-carets");
        area.sceneProperty().addListener((_, _, _) -> follow());
        area.addLaidOut(() -> stale = true);
        area.estimatedScrollXProperty().addListener((_, _, _) -> stale = true);
        area.estimatedScrollYProperty().addListener((_, _, _) -> stale = true);
    }

    /// Paints those carets in place of others.
    void show(List<CaretRange> carets) {
        ranges = carets;
        follow();
    }

    /// Frames a bracket and its partner in place of others; null for none.
    void showBrackets(@Nullable BracketMatch shown) {
        if (!Objects.equals(match, shown)) {
            match = shown;
            brackets.pseudoClassStateChanged(UNMATCHED, shown != null && shown.partner() < 0);
            follow();
        }
    }

    private void follow() {
        boolean isNothing = ranges.isEmpty() && match == null;
        var scene = isNothing ? null : area.getScene();
        if (followed != null && !followed.equals(scene)) {
            followed.removePostLayoutPulseListener(placing);
        }
        if (scene != null && !scene.equals(followed)) {
            scene.addPostLayoutPulseListener(placing);
            addShapes();
        }
        followed = scene;
        stale = true;
        if (scene == null) {
            paint(selections, List.of());
            paint(carets, List.of());
            paint(brackets, List.of());
        } else {
            Platform.requestNextPulse();
        }
    }

    private void addShapes() {
        if (selections.getParent() == null) {
            area.addBehindText(brackets);
            area.addBehindText(carets);
            area.addBehindText(selections);
            carets.visibleProperty()
                    .bind(area.getCaretSelectionBind().getUnderlyingCaret().visibleProperty());
        }
    }

    // ---- after the layout

    /// A blinking caret makes one pulse after the other; most of them move no line.
    private void place() {
        if (!stale) {
            return;
        }
        stale = false;
        var selected = new ArrayList<Bounds>();
        var standing = new ArrayList<Bounds>();
        var framed = new ArrayList<Bounds>();
        var lines = area.shownLines();
        var near = near(lines);
        for (var line : lines) {
            for (var range : near) {
                select(range, line, selected);
                if (range.caret() >= line.start() && range.caret() <= line.end()) {
                    line.addCaret(range.caret(), standing);
                }
            }
            if (match != null) {
                frame(match.bracket(), line, framed);
                frame(match.partner(), line, framed);
            }
        }
        paint(selections, selected);
        paint(carets, standing);
        paint(brackets, framed);
    }

    /// Returns the ranges of which something may be in sight.
    private List<CaretRange> near(List<ShownLine> lines) {
        if (lines.isEmpty() || ranges.isEmpty()) {
            return List.of();
        }
        int start = lines.getFirst().start();
        int end = lines.getLast().end();
        return ranges.stream().filter(each -> each.end() >= start && each.start() <= end).toList();
    }

    private static void select(CaretRange range, ShownLine line, List<Bounds> to) {
        int from = Math.max(range.start(), line.start());
        int until = Math.min(range.end(), line.end());
        boolean goesOn = range.end() > line.end();
        if (from < until || (from == until && goesOn && !range.isEmpty())) {
            line.addRange(from, until, goesOn, to);
        }
    }

    private static void frame(int offset, ShownLine line, List<Bounds> to) {
        if (offset >= line.start() && offset < line.end()) {
            line.addFrame(offset, to);
        }
    }

    /// A shape that is set anew is painted anew, even if it is the same.
    private static void paint(Path shape, List<Bounds> rectangles) {
        if (rectangles.equals(shape.getUserData())) {
            return;
        }
        shape.setUserData(rectangles);
        var elements = new ArrayList<PathElement>();
        for (var each : rectangles) {
            elements.add(new MoveTo(each.getMinX(), each.getMinY()));
            elements.add(new HLineTo(each.getMaxX()));
            elements.add(new VLineTo(each.getMaxY()));
            elements.add(new HLineTo(each.getMinX()));
            elements.add(new ClosePath());
        }
        shape.getElements().setAll(elements);
    }
}
