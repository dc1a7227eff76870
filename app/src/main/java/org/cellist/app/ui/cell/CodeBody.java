package org.cellist.app.ui.cell;

import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.control.IndexRange;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.outline.CellParts;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.editor.caret.Carets;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.output.OutputArea;
import org.cellist.app.ui.output.OutputBox;
import org.jspecify.annotations.Nullable;

/// A code cell: its source, its outputs below, and the line that asks for input.
///
/// Confined to the JavaFX Application Thread.
final class CodeBody extends Region implements CellBody {

    private static final double OUTPUT_INSET = 14;
    private static final double OUTPUT_GAP = 8;

    private final CellContext context;
    private final SourceArea source;
    private @Nullable OutputBox outputs;
    private @Nullable FoldedOutputs folded;
    private @Nullable InputLine input;
    private Subscription following = Subscription.EMPTY;

    CodeBody(CellContext context) {
        this.context = context;
        source = new SourceArea(context);
        getStyleClass().add("code-body");
        getChildren().add(source);
    }

    @Override
    public Region region() {
        return this;
    }

    @Override
    public void show(CellViewModel model) {
        source.show(model);
        following =
                Subscription.combine(
                        model.cellProperty().subscribe(_ -> showOutputs(model)),
                        model.openProperty().subscribe((_, _) -> showOutputs(model)),
                        model.inputProperty().subscribe(asked -> showInput(model, asked)),
                        context.outputs().subscribe((_, _) -> showOutputs(model)),
                        context.found().subscribe(found -> markOutput(found, model)));
    }

    @Override
    public void park() {
        following.unsubscribe();
        source.park();
        fold(null);
        removeOutputs();
        removeInput();
    }

    @Override
    public void focusText() {
        source.focusText();
    }

    @Override
    public void focusText(CaretEdge edge) {
        source.focusText(edge);
    }

    @Override
    public boolean keeps(EventTarget target) {
        return source.keeps(target);
    }

    @Override
    public void focusInput() {
        if (input != null) {
            input.focusField();
        }
    }

    @Override
    public int caret() {
        return source.caret();
    }

    @Override
    public void select(Carets carets) {
        source.select(carets);
    }

    @Override
    public boolean attach(Clipboard content) {
        return false; // only text has attachments
    }

    @Override
    public void perform(TextCommand command) {
        source.perform(command);
    }

    @Override
    public @Nullable RowPart showSource(int start, int end) {
        return source.showSource(start, end);
    }

    @Override
    public void select(int start, int end) {
        source.select(start, end);
    }

    @Override
    public IndexRange selection() {
        return source.selection();
    }

    @Override
    public @Nullable RowPart showOutput(int index, Match match) {
        var place = outputs == null ? null : outputs.showMatch(index, match);
        return outputs == null || place == null
                ? null
                : new RowPart(place.getMinY(), place.getMaxY()).movedBy(outputs.getLayoutY());
    }

    @Override
    public void commitComposition() {
        source.commitComposition();
    }

    private void showOutputs(CellViewModel model) {
        if (!(model.cell() instanceof CodeCell code)) {
            return;
        }
        boolean hasOutputs = !code.outputs().items().isEmpty();
        boolean isFolded = hasOutputs && model.hidesOutputs();
        fold(isFolded ? model : null);
        if (!hasOutputs || isFolded) {
            removeOutputs();
            return;
        }
        var box = outputs;
        if (box == null) {
            var opened = model.openedOutputsProperty();
            var area = new OutputArea(opened.get(), opened::set);
            box = new OutputBox(area, new CellOutputActions(model));
            outputs = box;
            getChildren().add(1, box);
        }
        box.limit(CellParts.limitsOutputs(code.metadata()));
        box.area().show(code.outputs(), context.outputs().getValue());
        markOutput(context.found().getValue(), model);
    }

    /// Guesses the height of a cell that is not shown, in pixels.
    ///
    /// @param lines what is folded in its code
    static double estimatedHeight(CodeCell cell, FoldedCode lines, double width) {
        var metadata = cell.metadata();
        double source =
                CellParts.hidesSource(metadata)
                        ? FoldedSource.HEIGHT
                        : FormPlace.estimatedHeight(cell, lines, width);
        if (cell.outputs().items().isEmpty()) {
            return source;
        }
        if (CellParts.hidesOutputs(metadata)) {
            return source + OUTPUT_GAP + FoldedOutputs.HEIGHT;
        }
        double full = OutputArea.estimatedHeight(cell.outputs(), width - 2 * OUTPUT_INSET);
        boolean isLimited = CellParts.limitsOutputs(metadata);
        return source + OUTPUT_GAP + (isLimited ? OutputBox.limited(full) : full);
    }

    /// Shows the line of outputs that are collapsed; null for none.
    private void fold(@Nullable CellViewModel model) {
        if (model == null && folded != null) {
            getChildren().remove(folded);
            folded = null;
        } else if (model != null && folded == null) {
            folded = new FoldedOutputs(model::showOutputs);
            getChildren().add(1, folded);
        }
    }

    private void markOutput(FoundMarks found, CellViewModel model) {
        if (outputs != null) {
            outputs.area().mark(found.outputIn(model.id()));
        }
    }

    private void removeOutputs() {
        if (outputs != null) {
            outputs.area().parked();
            getChildren().remove(outputs);
            outputs = null;
        }
    }

    private void showInput(CellViewModel model, @Nullable AskedInput asked) {
        boolean hadFocus = input != null && input.hasFocus();
        removeInput();
        if (asked != null) {
            input = new InputLine(asked, model.actions()::answer);
            getChildren().add(input);
        } else if (hadFocus) {
            model.actions().leaveEditing(); // or keys would go to whatever is next in the window
        }
    }

    private void removeInput() {
        if (input != null) {
            getChildren().remove(input);
            input = null;
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width - 2 * OUTPUT_INSET;
        return source.prefHeight(width) + belowSource(inner) + below(input, inner);
    }

    private double belowSource(double width) {
        return folded == null ? below(outputs, width) : OUTPUT_GAP + FoldedOutputs.HEIGHT;
    }

    private static double below(@Nullable Region part, double width) {
        return part == null ? 0 : OUTPUT_GAP + Math.ceil(part.prefHeight(width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double height = source.prefHeight(getWidth());
        source.resizeRelocate(0, 0, getWidth(), height);
        double y = height;
        if (folded != null) {
            double wide = folded.prefWidth(-1);
            folded.resizeRelocate(OUTPUT_INSET, y + OUTPUT_GAP, wide, FoldedOutputs.HEIGHT);
            y += OUTPUT_GAP + FoldedOutputs.HEIGHT;
        }
        y = place(outputs, y);
        place(input, y);
    }

    private double place(@Nullable Region part, double y) {
        if (part == null) {
            return y;
        }
        double inner = getWidth() - 2 * OUTPUT_INSET;
        double height = Math.ceil(part.prefHeight(inner));
        part.resizeRelocate(OUTPUT_INSET, y + OUTPUT_GAP, inner, height);
        return y + OUTPUT_GAP + height;
    }
}
