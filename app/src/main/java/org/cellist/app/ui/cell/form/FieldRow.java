package org.cellist.app.ui.cell.form;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.form.Field;
import org.cellist.app.notebook.form.Parameter;
import org.cellist.app.text.Texts;

/// One variable: its name, its control, and below a word about what cannot be written.
///
/// Confined to the JavaFX Application Thread.
final class FieldRow extends Region implements FieldControl.Answers {

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final double WIDEST_CONTROL = 380;
    private static final double LABEL_GAP = 12;
    private static final double PROBLEM = 18;

    private final FormListener listener;
    private final FieldControl control;
    private final Label name = new Label();
    private final Label problem = new Label();
    private Parameter parameter;
    private double labelWidth;

    FieldRow(Parameter parameter, FormListener listener) {
        this.parameter = parameter;
        this.listener = listener;
        control = FieldControl.of(parameter.field(), this);
        name.setText(parameter.name());
        name.setTooltip(new Tooltip(parameter.name()));
        name.setLabelFor(control.target());
        name.getStyleClass().add("form-name");
        control.target().setAccessibleText(parameter.name());
        problem.getStyleClass().add("form-problem");
        problem.setVisible(false);
        getStyleClass().add("form-row");
        getChildren().addAll(name, control.node(), problem);
        control.show(parameter);
    }

    FieldControl control() {
        return control;
    }

    /// Takes what the code has now. Returns false when another kind of control is needed.
    ///
    /// Whoever is just writing keeps the control, even if what is written so far looks like another
    /// kind of value.
    boolean show(Parameter now) {
        var asBefore = now.withField(parameter.field());
        boolean isShown =
                control.shown().flatMap(asBefore::literal).equals(Optional.of(now.written()));
        boolean isSameKind = now.field().equals(parameter.field());
        if (!now.name().equals(parameter.name()) || !(isSameKind || (isShown && isFocusWithin()))) {
            return false;
        }
        parameter = asBefore;
        refuse(false);
        if (!isShown || control instanceof SliderControl) {
            control.show(asBefore);
        }
        return true;
    }

    // ---- what a person gives

    @Override
    public void give(String value) {
        var literal = parameter.literal(value);
        refuse(literal.isEmpty());
        if (literal.isPresent() && !literal.get().equals(parameter.written())) {
            listener.valueGiven(parameter, literal.get());
        }
    }

    /// What was refused gives way to what the code has.
    @Override
    public void done() {
        if (problem.isVisible() && !isFocusWithin()) {
            refuse(false);
            control.show(parameter);
        }
        listener.valuesDone();
    }

    private void refuse(boolean isRefused) {
        if (problem.isVisible() != isRefused) {
            problem.setText(isRefused ? Texts.of("cell").get(problemKey()) : "");
            problem.setVisible(isRefused);
            control.target().pseudoClassStateChanged(REFUSED, isRefused);
            requestLayout();
        }
    }

    private String problemKey() {
        return parameter.field() instanceof Field.Numeric(var isWhole)
                ? (isWhole ? "form.integer" : "form.number")
                : "form.raw";
    }

    // ---- layout

    double labelWidth() {
        return Math.ceil(name.prefWidth(-1));
    }

    void setLabelWidth(double width) {
        if (labelWidth != width) {
            labelWidth = width;
            requestLayout();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return FormMetrics.ROW + (problem.isVisible() ? PROBLEM : 0);
    }

    @Override
    protected void layoutChildren() {
        double left = labelWidth + LABEL_GAP;
        double room = Math.max(0, getWidth() - left);
        name.resizeRelocate(0, 0, labelWidth, FormMetrics.ROW);
        boolean isBox = control instanceof CheckControl;
        double wide = isBox ? control.node().prefWidth(-1) : Math.min(room, WIDEST_CONTROL);
        control.node().resizeRelocate(left, 0, Math.min(room, wide), FormMetrics.ROW);
        problem.resizeRelocate(left, FormMetrics.ROW, room, PROBLEM);
    }
}
