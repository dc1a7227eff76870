package org.cellist.app.ui.cell.form;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The top of a form: its title, and the button that hides the code or shows it. A double click on
/// the title does the same.
///
/// Confined to the JavaFX Application Thread.
final class FormHeader extends Region {

    private static final double BUTTON = 28;

    private final Label title = new Label();
    private final Button button = new Button();
    private boolean hidesCode;

    FormHeader(Runnable toggle) {
        title.setWrapText(true);
        title.getStyleClass().add("form-title");
        title.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                        toggle.run();
                    }
                });
        button.getStyleClass().setAll("cell-tool", "form-code-button");
        button.setFocusTraversable(false);
        button.setOnAction(_ -> toggle.run());
        label();
        getChildren().addAll(title, button);
    }

    void show(String text, boolean isCodeHidden) {
        title.setText(text);
        if (hidesCode != isCodeHidden) {
            hidesCode = isCodeHidden;
            label();
        }
        requestLayout();
    }

    private void label() {
        var words = Texts.of("cell").get(hidesCode ? "form.show" : "form.hide");
        button.setGraphic(Icons.of(hidesCode ? Feather.CODE : Feather.EYE_OFF, Icons.SMALL));
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? width : Math.max(0, width - BUTTON);
        return Math.max(FormMetrics.HEADER, Math.ceil(title.prefHeight(room)));
    }

    @Override
    protected void layoutChildren() {
        double room = Math.max(0, getWidth() - BUTTON);
        title.resizeRelocate(0, 0, room, getHeight());
        button.resizeRelocate(room, 0, BUTTON, FormMetrics.HEADER);
    }
}
