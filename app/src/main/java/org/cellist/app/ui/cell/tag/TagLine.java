package org.cellist.app.ui.cell.tag;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;

/// The tags of a cell in one quiet line above it; a click is a wish to edit them. Where not all
/// fit, it says how many more there are. Made only for cells that have some.
///
/// Confined to the JavaFX Application Thread.
public final class TagLine extends Region {

    /// Height with the space below it, in pixels.
    public static final double HEIGHT = 22;

    private static final double LONGEST = 220;
    private static final double GAP = 5;

    private final List<Label> chips;
    private final Label more = new Label();
    private final Tooltip others = new Tooltip();

    /// @param edit lets a person edit the tags
    public TagLine(List<String> tags, Runnable edit) {
        getStyleClass().add("tag-line");
        setAccessibleText(Texts.of("metadata").get("tags.of", String.join(", ", tags)));
        chips = tags.stream().map(TagLine::chip).toList();
        more.getStyleClass().add("tag-chip");
        more.setTooltip(others);
        more.setVisible(false);
        getChildren().addAll(chips);
        getChildren().add(more);
        setOnMouseClicked(
                click -> {
                    if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                        edit.run();
                    }
                });
    }

    private static Label chip(String tag) {
        var chip = new Label(tag);
        chip.getStyleClass().add("tag-chip");
        chip.setTextOverrun(OverrunStyle.ELLIPSIS);
        return chip;
    }

    @Override
    protected void layoutChildren() {
        int shown = fitting();
        int left = chips.size() - shown;
        double x = 0;
        for (int i = 0; i < chips.size(); i++) {
            var chip = chips.get(i);
            chip.setVisible(i < shown);
            if (i < shown) {
                x = place(chip, x, widthOf(chip));
            }
        }
        more.setVisible(left > 0);
        if (left > 0) {
            tell(left);
            place(more, x, more.prefWidth(-1));
        }
    }

    private double place(Label chip, double x, double width) {
        double room = Math.max(0, getWidth() - x);
        chip.resizeRelocate(x, 0, Math.min(width, room), chip.prefHeight(-1));
        return x + width + GAP;
    }

    /// Returns how many chips fit, with what says how many more there are behind them.
    private int fitting() {
        double all = chips.stream().mapToDouble(chip -> widthOf(chip) + GAP).sum() - GAP;
        if (all <= getWidth()) {
            return chips.size();
        }
        tell(chips.size());
        double room = getWidth() - more.prefWidth(-1);
        int fit = 0;
        for (double x = 0; fit < chips.size(); fit++) {
            x += widthOf(chips.get(fit)) + GAP;
            if (x > room) {
                return fit;
            }
        }
        return fit;
    }

    private void tell(int left) {
        more.setText("+" + left);
        var hidden = chips.subList(chips.size() - left, chips.size());
        others.setText(String.join("\n", hidden.stream().map(Label::getText).toList()));
    }

    private static double widthOf(Label chip) {
        return Math.ceil(Math.min(LONGEST, chip.prefWidth(-1)));
    }
}
