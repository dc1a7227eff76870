package org.cellist.app.ui.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.cell.markdown.AttachedPictures;
import org.cellist.app.ui.cell.markdown.AttachedPictures.Made;
import org.cellist.app.ui.cell.markdown.TextPreview;
import org.cellist.app.ui.cell.markdown.TextTools;
import org.cellist.app.ui.editor.CodeEditor;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.jspecify.annotations.Nullable;

/// The source of a Markdown cell with its tools above and its preview beside it or below.
///
/// Confined to the JavaFX Application Thread.
final class TextSource extends Region {

    /// From this width on source and preview stand side by side.
    private static final double WIDE = 900;

    private static final double EDGE = 1;
    private static final double PROBLEM_HEIGHT = 28;
    private static final double PROBLEM_INSET = 14;
    private static final long MEGABYTE = 1L << 20;

    private final CellContext context;
    private final CellViewModel model;
    private final SourcePlate plate;
    private final TextTools tools;
    private final Subscription following;
    private @Nullable TextPreview preview;
    private @Nullable Label problem;

    TextSource(CellContext context, CellViewModel model) {
        this.context = context;
        this.model = model;
        plate = new SourcePlate(context);
        plate.editor().setWrapping(true);
        plate.show(model, EditorLanguage.MARKDOWN);
        plate.setPasting(() -> attach(Clipboard.getSystemClipboard()));
        tools = new TextTools(context.texts().keymap(), this::perform);
        getStyleClass().add("text-source");
        getChildren().addAll(tools, plate);
        following =
                Subscription.combine(
                        context.texts().preview().subscribe(this::previewWanted),
                        model.cellProperty().subscribe((_, _) -> closeProblem()));
    }

    CodeEditor editor() {
        return plate.editor();
    }

    SourcePlate plate() {
        return plate;
    }

    /// Lets go of the cell. The source is not used again.
    void end() {
        following.unsubscribe();
        previewWanted(false);
        plate.setPasting(() -> false);
        plate.park();
    }

    private void perform(TextCommand command) {
        model.actions().edit(model.id());
        plate.editor().perform(command);
    }

    private void previewWanted(boolean isWanted) {
        if (isWanted && preview == null) {
            preview = new TextPreview(model.cellProperty(), context.outputs());
            getChildren().add(preview);
        } else if (!isWanted && preview != null) {
            preview.end();
            getChildren().remove(preview);
            preview = null;
        }
    }

    // ---- pictures

    /// Attaches the pictures that a clipboard holds, where the caret is once they are ready.
    ///
    /// @return false when there are none
    boolean attach(Clipboard content) {
        var pictures = AttachedPictures.isIn(content) ? AttachedPictures.of(content) : null;
        if (pictures == null || pictures.isEmpty()) {
            return false;
        }
        Callable<List<Made>> work =
                () -> {
                    var made = new ArrayList<Made>();
                    for (var picture : pictures) {
                        made.add(picture.call());
                    }
                    return made;
                };
        context.outputs().getValue().kit().worker().submit(work, this::attach);
        return true;
    }

    private void attach(@Nullable List<Made> pictures) {
        if (getParent() == null || !(model.cell() instanceof MarkdownCell cell)) {
            return; // left meanwhile
        }
        var ready = new ArrayList<Made.Ready>();
        var texts = Texts.of("cell");
        var words = pictures == null ? texts.get("picture.unreadable") : "";
        for (var made : pictures == null ? List.<Made>of() : pictures) {
            switch (made) {
                case Made.Ready picture -> ready.add(picture);
                case Made.TooLarge(var bytes) -> words = tooLarge(texts, bytes);
                case Made.Unreadable _ -> words = texts.get("picture.unreadable");
            }
        }
        if (!ready.isEmpty()) {
            plate.editor().commitComposition();
            var at = plate.editor().selection();
            var attaching = AttachedPictures.attaching(cell, at.getStart(), at.getLength(), ready);
            model.actions().apply(attaching.edit());
            plate.editor().moveTo(attaching.caret());
        }
        if (!words.isEmpty()) {
            showProblem(words);
        }
    }

    private static String tooLarge(Texts texts, long bytes) {
        long most = AttachedPictures.LARGEST / MEGABYTE;
        return texts.get("picture.large", Math.ceilDiv(bytes, MEGABYTE), most);
    }

    private void showProblem(String words) {
        closeProblem();
        problem = new Label(words);
        problem.getStyleClass().add("text-problem");
        getChildren().add(problem);
    }

    private void closeProblem() {
        if (problem != null) {
            getChildren().remove(problem);
            problem = null;
        }
    }

    // ---- layout

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = plate.prefHeight(plateWidth(width)) + problemHeight();
        double shown = preview == null ? 0 : preview.prefHeight(width - previewX(width));
        return TextTools.HEIGHT
                + (isBeside(width) ? Math.max(height, shown) : height + shown)
                + EDGE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private boolean isBeside(double width) {
        return preview != null && width >= WIDE;
    }

    private double plateWidth(double width) {
        return isBeside(width) ? Math.floor(width / 2) : width;
    }

    private double previewX(double width) {
        return isBeside(width) ? plateWidth(width) : 0;
    }

    private double problemHeight() {
        return problem == null ? 0 : PROBLEM_HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double wide = plateWidth(width);
        double height = plate.prefHeight(wide);
        tools.resizeRelocate(0, 0, width, TextTools.HEIGHT);
        plate.resizeRelocate(0, TextTools.HEIGHT, wide, height);
        double y = TextTools.HEIGHT + height;
        if (problem != null) {
            problem.resizeRelocate(PROBLEM_INSET, y, wide - 2 * PROBLEM_INSET, PROBLEM_HEIGHT);
        }
        if (preview != null) {
            double x = previewX(width);
            double top = isBeside(width) ? TextTools.HEIGHT : y + problemHeight();
            preview.resizeRelocate(x, top, width - x, Math.max(0, getHeight() - EDGE - top));
        }
    }
}
