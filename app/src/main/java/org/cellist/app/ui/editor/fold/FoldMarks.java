package org.cellist.app.ui.editor.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What lies over the lines of an editor that begin blocks: a chevron beside them, and a chip
/// behind those that are folded. A click on either folds the block or opens it.
///
/// Confined to the JavaFX Application Thread.
public final class FoldMarks extends Pane {

    private static final double CHEVRON_WIDTH = 14;
    private static final double CHIP_GAP = 6;
    private static final double CHIP_WIDTH = 22;
    private static final double CHIP_HEIGHT = 13;

    private final DoubleSupplier lineHeight;
    private final Consumer<Fold> toggles;
    private List<Line> shown = List.of();

    /// @param lineHeight the height of a line now, in pixels
    /// @param toggles folds a block, or opens it
    public FoldMarks(DoubleSupplier lineHeight, Consumer<Fold> toggles) {
        this.lineHeight = lineHeight;
        this.toggles = toggles;
        setManaged(false);
        setPickOnBounds(false);
    }

    /// The first line of a block, in pixels. Immutable.
    ///
    /// @param y its upper edge
    /// @param gutter where the chevron begins
    /// @param end where the text ends; negative where that is not in sight
    public record Line(Fold block, boolean isFolded, double y, double gutter, double end) {}

    /// Marks those lines in place of others.
    public void show(List<Line> lines) {
        if (lines.equals(shown)) {
            return;
        }
        shown = List.copyOf(lines);
        var marks = new ArrayList<Label>();
        for (var line : lines) {
            marks.add(chevron(line));
            if (line.isFolded() && line.end() >= 0) {
                marks.add(chip(line));
            }
        }
        getChildren().setAll(marks);
    }

    private Label chevron(Line line) {
        var icon = line.isFolded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN;
        var chevron = new Label("", Icons.of(icon, Icons.SMALL));
        chevron.getStyleClass().add("fold-chevron");
        chevron.setAccessibleText(words(line));
        chevron.resizeRelocate(line.gutter(), line.y(), CHEVRON_WIDTH, lineHeight.getAsDouble());
        return clickable(chevron, line.block());
    }

    private Label chip(Line line) {
        var chip = new Label("⋯");
        chip.getStyleClass().add("fold-chip");
        chip.setAccessibleText(words(line));
        chip.setTooltip(new Tooltip(words(line)));
        double y = line.y() + (lineHeight.getAsDouble() - CHIP_HEIGHT) / 2;
        chip.resizeRelocate(Math.rint(line.end() + CHIP_GAP), y, CHIP_WIDTH, CHIP_HEIGHT);
        return clickable(chip, line.block());
    }

    private Label clickable(Label mark, Fold block) {
        mark.setManaged(false);
        mark.setAccessibleRole(AccessibleRole.BUTTON);
        mark.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        mark.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY) {
                        toggles.accept(block);
                    }
                    event.consume();
                });
        return mark;
    }

    private static String words(Line line) {
        var key = line.isFolded() ? "fold.open" : "fold.close";
        return Texts.of("assist").get(key, line.block().lines());
    }
}
