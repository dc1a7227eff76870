package org.cellist.app.ui.cell;

import java.util.Objects;
import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.ui.cell.form.FormView;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.output.OutputArea;
import org.jspecify.annotations.Nullable;

/// A code cell: its source on a plate, its form beside it or in its place, its outputs below, and
/// the line that asks for input.
///
/// Confined to the JavaFX Application Thread.
final class CodeBody extends Region implements CellBody {

    private static final double OUTPUT_INSET = 14;
    private static final double OUTPUT_GAP = 8;

    private final CellContext context;
    private final SourcePlate plate;
    private final FormPart form;
    private @Nullable CellViewModel shown;
    private @Nullable FormView formView;
    private boolean hasCode;
    private @Nullable OutputArea outputs;
    private @Nullable InputLine input;
    private Subscription following = Subscription.EMPTY;

    CodeBody(CellContext context) {
        this.context = context;
        plate = new SourcePlate(context);
        form = new FormPart(context);
        getStyleClass().add("code-body");
        getChildren().add(plate);
    }

    @Override
    public Region region() {
        return this;
    }

    @Override
    public void show(CellViewModel model) {
        shown = model;
        following =
                Subscription.combine(
                        model.cellProperty().subscribe(_ -> showSource(model)),
                        model.cellProperty().subscribe(_ -> showOutputs(model)),
                        model.inputProperty().subscribe(asked -> showInput(model, asked)),
                        context.outputs().subscribe((_, _) -> showOutputs(model)),
                        context.language().subscribe(this::setLanguage),
                        context.lineNumbers().subscribe(plate.editor()::lineNumbers));
    }

    @Override
    public void park() {
        following.unsubscribe();
        if (hasCode) {
            hasCode = false;
            plate.park();
        }
        form.park();
        showForm();
        shown = null;
        removeOutputs();
        removeInput();
    }

    // ---- code and form

    private void showSource(CellViewModel model) {
        form.show(model);
        showForm();
        if (form.hidesCode() && hasCode) {
            hideCode(model);
        } else if (!form.hidesCode() && !hasCode) {
            hasCode = true;
            plate.show(model, context.language().getValue());
        }
        plate.setVisible(hasCode);
    }

    private void hideCode(CellViewModel model) {
        boolean hadFocus = plate.editor().isEditing();
        hasCode = false;
        plate.park();
        if (hadFocus) {
            model.actions().leaveEditing();
        }
    }

    private void showForm() {
        var view = form.view();
        if (!Objects.equals(view, formView)) {
            if (formView != null) {
                getChildren().remove(formView);
            }
            if (view != null) {
                getChildren().add(1, view);
            }
            formView = view;
        }
        requestLayout();
    }

    private void setLanguage(EditorLanguage language) {
        if (hasCode) {
            plate.editor().setLanguage(language);
        }
    }

    @Override
    public boolean keeps(EventTarget target) {
        return form.keeps(target);
    }

    /// Gives keys to the first control where the code is hidden, and to nothing where there is
    // none.
    @Override
    public void focusText() {
        if (hasCode) {
            plate.editor().requestFocus();
        } else if ((formView == null || !formView.focusFirst()) && shown != null) {
            shown.actions().leaveEditing();
        }
    }

    /// Code that is hidden has no caret: its cell is selected instead.
    @Override
    public void focusText(CaretEdge edge) {
        if (hasCode) {
            plate.editor().enterFrom(edge);
        } else if (shown != null) {
            shown.actions().leaveEditing();
        }
    }

    // ---- the rest

    @Override
    public void focusInput() {
        if (input != null) {
            input.focusField();
        }
    }

    @Override
    public int caret() {
        return hasCode ? plate.editor().caretPosition() : 0;
    }

    @Override
    public void moveCaret(int offset) {
        if (hasCode) {
            plate.editor().moveTo(Math.min(offset, plate.editor().text().length()));
        }
    }

    @Override
    public void commitComposition() {
        if (hasCode) {
            plate.editor().commitComposition();
        }
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
            getChildren().add(formView == null ? 1 : 2, area);
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
        return sourceHeight(width) + below(outputs, inner) + below(input, inner);
    }

    private double sourceHeight(double width) {
        var view = formView;
        var place = form.place(width).orElse(null);
        return view == null || place == null
                ? plate.prefHeight(width)
                : place.height(formHeight(view, place, width), codeHeight(place, width));
    }

    private double codeHeight(FormPlace place, double width) {
        return place == FormPlace.ALONE ? 0 : plate.prefHeight(place.codeWidth(width));
    }

    private static double formHeight(FormView view, FormPlace place, double width) {
        return Math.ceil(view.prefHeight(place.formWidth(width)));
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
        double y = sourceHeight(getWidth());
        placeSource(getWidth(), y);
        y = place(outputs, y);
        place(input, y);
    }

    private void placeSource(double width, double height) {
        var view = formView;
        var place = form.place(width).orElse(null);
        if (view == null || place == null) {
            plate.resizeRelocate(0, 0, width, height);
            return;
        }
        double code = place.codeWidth(width);
        double top = formHeight(view, place, width);
        switch (place) {
            case BESIDE -> {
                plate.resizeRelocate(0, 0, code, height);
                view.resizeRelocate(code + FormPlace.GAP, 0, width - code - FormPlace.GAP, height);
            }
            case ABOVE -> {
                view.resizeRelocate(0, 0, width, top);
                double y = top + FormPlace.GAP;
                plate.resizeRelocate(0, y, width, height - y);
            }
            case ALONE -> view.resizeRelocate(0, 0, width, height);
        }
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
