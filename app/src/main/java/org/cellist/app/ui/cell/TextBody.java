package org.cellist.app.ui.cell;

import java.util.Map;
import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.cell.markdown.TextPreview;
import org.cellist.app.ui.cell.markdown.TextTools;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.output.markdown.MarkdownView;
import org.jspecify.annotations.Nullable;

/// A Markdown cell, as text or as source with a preview; or a raw cell, which is always source.
///
/// Confined to the JavaFX Application Thread.
final class TextBody extends Region implements CellBody {

    private static final double INSET_X = 14;
    private static final double INSET_Y = 8;

    /// From this width on source and preview stand side by side.
    private static final double WIDE = 900;

    private final CellContext context;
    private @Nullable CellViewModel model;
    private @Nullable SourcePlate plate;
    private @Nullable TextTools tools;
    private @Nullable TextPreview preview;
    private @Nullable MarkdownView view;
    private @Nullable Label empty;
    private Subscription following = Subscription.EMPTY;

    TextBody(CellContext context) {
        this.context = context;
        getStyleClass().add("text-body");
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    @Override
    public Region region() {
        return this;
    }

    @Override
    public void show(CellViewModel shown) {
        model = shown;
        following =
                Subscription.combine(
                        shown.openProperty().subscribe(_ -> refresh()),
                        shown.cellProperty().subscribe(_ -> refreshText()),
                        context.outputs().subscribe((_, _) -> refreshText()),
                        context.texts().preview().subscribe((_, _) -> refreshPreview()));
    }

    @Override
    public void park() {
        following.unsubscribe();
        closeSource();
        closeText();
        model = null;
    }

    private boolean showsSource(CellViewModel shown) {
        return shown.openProperty().get() || !(shown.cell() instanceof MarkdownCell);
    }

    private void refresh() {
        var shown = model;
        if (shown == null) {
            return;
        }
        if (showsSource(shown)) {
            closeText();
            if (plate == null) {
                openSource(shown);
            }
        } else {
            closeSource();
            showText(shown.cell());
        }
    }

    private void refreshText() {
        if (model != null && plate == null) {
            showText(model.cell());
        }
    }

    private void openSource(CellViewModel shown) {
        var made = new SourcePlate(context);
        made.editor().setWrapping(true);
        boolean isMarkdown = shown.cell() instanceof MarkdownCell;
        made.show(shown, isMarkdown ? EditorLanguage.MARKDOWN : EditorLanguage.PLAIN);
        if (!isMarkdown) {
            made.editor().setPlaceholder(Texts.of("cell").get("raw"));
        }
        plate = made;
        getChildren().add(made);
        if (isMarkdown) {
            tools = new TextTools(context.texts().keymap(), command -> perform(shown, command));
            getChildren().add(tools);
            getStyleClass().add("composing");
            refreshPreview();
        }
    }

    private void perform(CellViewModel shown, TextCommand command) {
        shown.actions().edit(shown.id());
        perform(command);
    }

    private void refreshPreview() {
        boolean isWanted = tools != null && context.texts().preview().getValue();
        if (isWanted && preview == null && model != null) {
            preview = new TextPreview(model.cellProperty(), context.outputs());
            getChildren().add(preview);
        } else if (!isWanted) {
            closePreview();
        }
    }

    private void closePreview() {
        if (preview != null) {
            preview.end();
            getChildren().remove(preview);
            preview = null;
        }
    }

    private void closeSource() {
        if (plate != null) {
            plate.park();
            getChildren().removeAll(plate, tools);
            plate = null;
            tools = null;
            closePreview();
            getStyleClass().remove("composing");
        }
    }

    private void showText(Cell cell) {
        if (cell.source().isBlank()) {
            closeText();
            empty = new Label(Texts.of("cell").get("empty"));
            empty.getStyleClass().add("empty-text");
            getChildren().add(empty);
            return;
        }
        if (view == null) {
            closeText();
            view = new MarkdownView();
            getChildren().add(view);
        }
        view.show(
                cell.source(),
                cell instanceof MarkdownCell markdown ? markdown.attachments() : Map.of(),
                context.outputs().getValue());
    }

    private void closeText() {
        if (view != null) {
            view.parked();
            getChildren().remove(view);
            view = null;
        }
        if (empty != null) {
            getChildren().remove(empty);
            empty = null;
        }
    }

    private void clicked(MouseEvent event) {
        boolean isDouble = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
        if (isDouble && model != null && plate == null) {
            model.actions().edit(model.id());
            event.consume();
        }
    }

    @Override
    public void focusText() {
        if (plate != null) {
            plate.editor().requestFocus();
        }
    }

    @Override
    public void focusText(CaretEdge edge) {
        if (plate != null) {
            plate.editor().enterFrom(edge);
        }
    }

    @Override
    public boolean keeps(EventTarget target) {
        return false; // only code has forms
    }

    @Override
    public void focusInput() {
        // No text asks.
    }

    @Override
    public int caret() {
        return plate == null ? 0 : plate.editor().caretPosition();
    }

    @Override
    public void moveCaret(int offset) {
        if (plate != null) {
            plate.editor().moveTo(Math.min(offset, plate.editor().text().length()));
        }
    }

    @Override
    public void perform(TextCommand command) {
        if (plate != null) {
            plate.editor().perform(command);
        }
    }

    @Override
    public @Nullable RowPart showSource(int start, int end) {
        return plate == null ? null : plate.show(start, end).movedBy(top());
    }

    @Override
    public void select(int start, int end) {
        if (plate != null) {
            plate.select(start, end);
        }
    }

    @Override
    public IndexRange selection() {
        return plate == null ? new IndexRange(0, 0) : plate.editor().selection();
    }

    @Override
    public @Nullable RowPart showOutput(int index, Match match) {
        return null;
    }

    @Override
    public void commitComposition() {
        if (plate != null) {
            plate.editor().commitComposition();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (plate != null) {
            return heightOfSource(plate, width);
        }
        Region text = view == null ? empty : view;
        return text == null
                ? 0
                : Math.ceil(text.prefHeight(Math.max(0, width - 2 * INSET_X))) + 2 * INSET_Y;
    }

    private double heightOfSource(SourcePlate source, double width) {
        double height = source.prefHeight(plateWidth(width));
        double shown = preview == null ? 0 : preview.prefHeight(previewWidth(width));
        double edge = tools == null ? 0 : 1;
        return top() + (isBeside(width) ? Math.max(height, shown) : height + shown) + edge;
    }

    /// The upper edge of the source.
    private double top() {
        return tools == null ? 0 : TextTools.HEIGHT;
    }

    private boolean isBeside(double width) {
        return preview != null && width >= WIDE;
    }

    private double plateWidth(double width) {
        return isBeside(width) ? Math.floor(width / 2) : width;
    }

    private double previewWidth(double width) {
        return isBeside(width) ? width - plateWidth(width) : width;
    }

    private void layOutSource(SourcePlate source, double width) {
        double top = top();
        double wide = plateWidth(width);
        if (tools == null) {
            source.resizeRelocate(0, 0, width, getHeight());
            return;
        }
        double height = source.prefHeight(wide);
        tools.resizeRelocate(0, 0, width, top);
        source.resizeRelocate(0, top, wide, height);
        if (preview != null) {
            boolean isBeside = isBeside(width);
            double y = isBeside ? top : top + height;
            preview.resizeRelocate(
                    isBeside ? wide : 0, y, previewWidth(width), getHeight() - 1 - y);
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (plate != null) {
            layOutSource(plate, width);
        }
        Region text = view == null ? empty : view;
        if (text != null) {
            text.resizeRelocate(INSET_X, INSET_Y, width - 2 * INSET_X, getHeight() - 2 * INSET_Y);
        }
    }
}
