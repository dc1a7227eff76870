package org.cellist.app.ui.cell.form;

import atlantafx.base.controls.ProgressSliderSkin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.form.Field;
import org.cellist.app.notebook.form.Parameter;

/// A slider with its value beside it. Done is it when it is let go, and at each key.
///
/// Confined to the JavaFX Application Thread.
final class SliderControl implements FieldControl {

    private static final double VALUE_WIDTH = 64;

    private final Field.Slider ends;
    private final Slider slider = new Slider();
    private final Label value = new Label();
    private final HBox box = new HBox(slider, value);
    private boolean silent;

    SliderControl(Field.Slider ends, Answers answers) {
        this.ends = ends;
        slider.setMin(ends.min().doubleValue());
        slider.setMax(ends.max().doubleValue());
        slider.setBlockIncrement(ends.step().doubleValue());
        slider.setMinWidth(0);
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.getStyleClass().add("small");
        HBox.setHgrow(slider, Priority.ALWAYS);
        value.getStyleClass().add("form-value");
        value.setMinWidth(VALUE_WIDTH);
        value.setMaxWidth(VALUE_WIDTH);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("form-slider");
        slider.valueProperty().addListener((_, _, _) -> moved(answers));
        slider.valueChangingProperty()
                .addListener(
                        (_, _, isDragged) -> {
                            if (!isDragged) {
                                place(Double.parseDouble(stepped()));
                                answers.done();
                            }
                        });
    }

    private void place(double at) {
        silent = true;
        slider.setValue(at);
        silent = false;
    }

    private void moved(Answers answers) {
        if (!silent) {
            answers.give(stepped());
            if (!slider.isValueChanging()) {
                answers.done();
            }
        }
    }

    /// Returns the step that is nearest, exactly: sums of fractions would show their rounding.
    private String stepped() {
        var last = steps(ends.max(), RoundingMode.FLOOR);
        var steps = steps(BigDecimal.valueOf(slider.getValue()), RoundingMode.HALF_UP).min(last);
        return ends.min().add(ends.step().multiply(steps)).stripTrailingZeros().toPlainString();
    }

    private BigDecimal steps(BigDecimal to, RoundingMode rounding) {
        return to.subtract(ends.min()).divide(ends.step(), 0, rounding);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Node target() {
        return slider;
    }

    /// While it is dragged the thumb follows the mouse and not the steps.
    @Override
    public void show(Parameter parameter) {
        value.setText(parameter.written());
        if (!slider.isValueChanging()) {
            place(parameter.value().map(SliderControl::number).orElse(slider.getMin()));
        }
    }

    private static double number(String literal) {
        return Double.parseDouble(literal.replace("_", ""));
    }

    @Override
    public Optional<String> shown() {
        return Optional.of(stepped());
    }
}
