package org.cellist.app.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import org.cellist.app.ui.editor.fold.Fold;
import org.cellist.app.ui.editor.fold.FoldMarks;
import org.cellist.app.ui.editor.text.ShownLine;
import org.jspecify.annotations.Nullable;

/// Marks the lines whose blocks are folded, and those that can be while the mouse is beside them.
///
/// Blocks are looked for when the mouse comes, and nodes are made for lines in sight alone. An
/// editor without folds that no mouse points at has none.
///
/// Confined to the JavaFX Application Thread.
final class FoldGutter {

    /// So far right of the beginning of the lines the mouse is beside them, in pixels.
    private static final double REACH = 12;

    private final CodeEditor editor;
    private final EditorArea area;
    private final Folding folding;
    private final HiddenParts hidden;
    private final FoldMarks marks;
    private final Runnable placing = this::place;
    private Map<Integer, Fold> blocks = Map.of(); // by where their first lines end
    private boolean isHovered;
    private boolean isStale;
    private @Nullable Scene followed;

    FoldGutter(CodeEditor editor, EditorArea area, Folding folding, HiddenParts hidden) {
        this.editor = editor;
        this.area = area;
        this.folding = folding;
        this.hidden = hidden;
        marks = new FoldMarks(EditorMetrics::lineHeight, folding::toggle);
        editor.addEventFilter(
                MouseEvent.MOUSE_MOVED, event -> hover(event.getX() < area.textLeft() + REACH));
        editor.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(false));
        area.addLaidOut(() -> isStale = true);
        area.estimatedScrollXProperty().addListener((_, _, _) -> isStale = true);
        area.plainTextChanges().subscribe(_ -> hover(false));
        hidden.setChanged(this::refresh);
        editor.sceneProperty().addListener((_, _, _) -> refresh());
    }

    FoldMarks node() {
        return marks;
    }

    private void hover(boolean isBeside) {
        if (isBeside != isHovered) {
            isHovered = isBeside && folding.canFold();
            refresh();
        }
    }

    /// Looks again which lines are to be marked.
    private void refresh() {
        blocks = isHovered ? blocksByLine() : Map.of();
        boolean isNothing = blocks.isEmpty() && hidden.folds().isEmpty();
        var scene = isNothing ? null : editor.getScene();
        if (followed != null && !followed.equals(scene)) {
            followed.removePostLayoutPulseListener(placing);
        }
        if (scene != null && !scene.equals(followed)) {
            scene.addPostLayoutPulseListener(placing);
        }
        followed = scene;
        isStale = true;
        if (scene == null) {
            marks.getChildren().clear();
            marks.show(new ArrayList<>());
        } else {
            Platform.requestNextPulse();
        }
    }

    private Map<Integer, Fold> blocksByLine() {
        var found = new HashMap<Integer, Fold>();
        folding.blocks().forEach(block -> found.put(block.start(), block));
        return found;
    }

    private void place() {
        if (!isStale) {
            return;
        }
        isStale = false;
        var lines = new ArrayList<FoldMarks.Line>();
        for (var line : area.shownLines()) {
            var folded = hidden.folds().at(line.end()).orElse(null);
            var block = folded == null ? blocks.get(hidden.folds().toWhole(line.end())) : folded;
            if (block != null) {
                lines.add(marked(line, block, folded != null));
            }
        }
        marks.show(lines);
    }

    private FoldMarks.Line marked(ShownLine line, Fold block, boolean isFolded) {
        var end = line.endPlace();
        double gutter = area.textLeft() + area.getEstimatedScrollX() - EditorMetrics.PADDING_X;
        double x = area.getLayoutX() + end.getX();
        boolean isInSight = x > gutter && x < editor.getWidth() - 2 * EditorMetrics.PADDING_X;
        double y = Math.rint(area.getLayoutY() + end.getY());
        return new FoldMarks.Line(block, isFolded, y, gutter, isInSight ? x : -1);
    }
}
