package org.cellist.app.ui.cell;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.output.OutputArea;
import org.jspecify.annotations.Nullable;

/// A code cell: its source on a plate, its outputs below, and the line that asks for input.
///
/// Confined to the JavaFX Application Thread.
final class CodeBody extends Region implements CellBody {

    private static final double OUTPUT_INSET = 14;
    private static final double OUTPUT_GAP = 8;

    private final CellContext context;
    private final SourcePlate plate;
    private @Nullable OutputArea outputs;
    private @Nullable InputLine input;
    private Subscription following = Subscription.EMPTY;

    CodeBody(CellContext context) {
        this.context = context;
        plate = new SourcePlate(context);
        getStyleClass().add("code-body");
        getChildren().add(plate);
    }

    @Override
    public Region region() {
        return this;
    }

    @Override
    public void show(CellViewModel model) {
        plate.show(model, context.language().getValue());
        plate.editor().setAssist(context.assistant(), context.assist().apply(model.id()));
        following =
                Subscription.combine(
                        model.cellProperty().subscribe(_ -> showOutputs(model)),
                        model.inputProperty().subscribe(asked -> showInput(model, asked)),
                        context.outputs().subscribe((_, _) -> showOutputs(model)),
                        context.language().subscribe(plate.editor()::setLanguage),
                        context.lineNumbers().subscribe(plate.editor()::lineNumbers));
    }

    @Override
    public void park() {
        following.unsubscribe();
        plate.park();
        removeOutputs();
        removeInput();
    }

    @Override
    public void focusText() {
        plate.editor().requestFocus();
    }

    @Override
    public void focusText(CaretEdge edge) {
        plate.editor().enterFrom(edge);
    }

    @Override
    public void focusInput() {
        if (input != null) {
            input.focusField();
        }
    }

    @Override
    public int caret() {
        return plate.editor().caretPosition();
    }

    @Override
    public void moveCaret(int offset) {
        plate.editor().moveTo(Math.min(offset, plate.editor().text().length()));
    }

    @Override
    public void commitComposition() {
        plate.editor().commitComposition();
    }

    private void showOutputs(CellViewModel model) {
        if (!(model.cell() instanceof CodeCell code)) {
            return;
        }
        if (code.outputs().items().isEmpty()) {
            removeOutputs();
            return;
        }
        var area = outputs;
        if (area == null) {
            var opened = model.openedOutputsProperty();
            area = new OutputArea(opened.get(), opened::set);
            outputs = area;
            getChildren().add(1, area);
        }
        area.show(code.outputs(), context.outputs().getValue());
    }

    private void removeOutputs() {
        if (outputs != null) {
            outputs.parked();
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
        return plate.prefHeight(width) + below(outputs, inner) + below(input, inner);
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
        double height = plate.prefHeight(getWidth());
        plate.resizeRelocate(0, 0, getWidth(), height);
        double y = height;
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
