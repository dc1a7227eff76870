package org.cellist.app.ui.cell;

import java.util.Map;
import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.cell.markdown.AttachedPictures;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.editor.caret.Carets;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.output.markdown.MarkdownView;
import org.jspecify.annotations.Nullable;

/// A Markdown cell, as text or as source with a preview; or a raw cell, which is always source.
///
/// Confined to the JavaFX Application Thread.
final class TextBody extends Region implements CellBody {

    private static final double INSET_X = 14;
    private static final double INSET_Y = 8;

    private final CellContext context;
    private @Nullable CellViewModel model;
    private @Nullable SourcePlate plate;
    private @Nullable TextSource source;
    private @Nullable MarkdownView view;
    private @Nullable Label empty;
    private Subscription following = Subscription.EMPTY;

    TextBody(CellContext context) {
        this.context = context;
        getStyleClass().add("text-body");
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(DragEvent.DRAG_OVER, this::dragged);
        addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
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
                        context.outputs().subscribe((_, _) -> refreshText()));
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
        if (shown.cell() instanceof MarkdownCell) {
            source = new TextSource(context, shown);
            plate = source.plate();
            getChildren().add(source);
            return;
        }
        plate = new SourcePlate(context);
        plate.editor().setWrapping(true);
        plate.show(shown, EditorLanguage.PLAIN);
        plate.editor().setPlaceholder(Texts.of("cell").get("raw"));
        getChildren().add(plate);
    }

    private void closeSource() {
        if (source != null) {
            source.end();
            getChildren().remove(source);
            source = null;
        } else if (plate != null) {
            plate.park();
            getChildren().remove(plate);
        }
        plate = null;
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

    private void dragged(DragEvent event) {
        if (takes(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (takes(event)) {
            event.setDropCompleted(attach(event.getDragboard()));
            event.consume();
        }
    }

    private boolean takes(DragEvent event) {
        return model != null
                && model.cell() instanceof MarkdownCell
                && AttachedPictures.isIn(event.getDragboard());
    }

    /// Pictures come to the caret, or to the end of a text whose source is not open.
    @Override
    public boolean attach(Clipboard content) {
        var shown = model;
        boolean takes = shown != null && shown.cell() instanceof MarkdownCell;
        if (shown == null || !takes || !AttachedPictures.isIn(content)) {
            return false;
        }
        if (source == null) {
            shown.actions().edit(shown.id());
            select(Carets.at(Integer.MAX_VALUE));
        }
        return source != null && source.attach(content);
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
    public void select(Carets carets) {
        if (plate != null) {
            plate.editor().select(carets);
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
        return plate == null
                ? null
                : plate.show(start, end).movedBy(source == null ? 0 : plate.getLayoutY());
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
            return (source == null ? plate : source).prefHeight(width);
        }
        Region text = view == null ? empty : view;
        return text == null
                ? 0
                : Math.ceil(text.prefHeight(Math.max(0, width - 2 * INSET_X))) + 2 * INSET_Y;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (plate != null) {
            (source == null ? plate : source).resizeRelocate(0, 0, width, getHeight());
        }
        Region text = view == null ? empty : view;
        if (text != null) {
            text.resizeRelocate(INSET_X, INSET_Y, width - 2 * INSET_X, getHeight() - 2 * INSET_Y);
        }
    }
}
