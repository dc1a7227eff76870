package org.cellist.app.ui.cell;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.metadata.CellTags;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.cell.tag.TagLine;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.EditorMetrics;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.editor.caret.Carets;
import org.cellist.app.ui.editor.fold.FoldedCells;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.output.markdown.MarkdownView;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One cell with the gap above it. Made to be recycled for cells of the same type.
///
/// The tool bar of the selected cell lies in the gap and over the plate's padding, so that it
/// never covers text.
///
/// Confined to the JavaFX Application Thread.
public final class CellRow extends Region {

    /// Free space above a cell, in pixels.
    public static final double GAP = 14;

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass SEVERAL = PseudoClass.getPseudoClass("several");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");
    private static final double LEFT = 8;
    private static final double GUTTER = 58;
    private static final double GUTTER_GAP = 12;
    private static final double RIGHT = 8;
    private static final double TOOLBAR_RIGHT = 10;
    private static final double TOOLBAR_HEIGHT = 24;
    private static final double TOOLBAR_ROOM = 170;
    private static final double INSERT_HEIGHT = 20;
    private static final double GRIP = 20;
    private static final double GRIP_HEIGHT = 40;

    private final CellBody body;
    private final FoldedCells folded;
    private final CellType type;
    private final @Nullable CellGutter gutter;
    private final SectionFold fold = new SectionFold(this);
    private @Nullable CellToolbar toolbar;
    private @Nullable InsertLine insertLine;
    private @Nullable TagLine tagLine; // most cells have none
    private @Nullable CellViewModel model;
    private @Nullable Node grip;
    private boolean isGrabbed;
    private boolean waitsForRelease;
    private Subscription following = Subscription.EMPTY;

    public CellRow(CellContext context, CellType type) {
        this.type = type;
        folded = context.folded();
        boolean isCode = type == CellType.CODE;
        body = isCode ? new CodeBody(context) : new TextBody(context);
        gutter = isCode ? new CellGutter(context.clock()) : null;
        getStyleClass().addAll("cell-row", isCode ? "code-row" : "text-row");
        getChildren().add(body.region());
        if (gutter != null) {
            getChildren().add(gutter);
        }
        hoverProperty().addListener((_, _, _) -> refreshButton());
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> offerInsert(event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> offerInsert(Double.MAX_VALUE));
    }

    /// The type of the cells it can show.
    public CellType type() {
        return type;
    }

    /// Shows a cell, in place of the one before.
    public void show(CellViewModel shown) {
        model = shown;
        body.show(shown);
        if (type == CellType.MARKDOWN) {
            fold.show(shown);
        }
        if (gutter != null) {
            gutter.show(shown);
        }
        following =
                Subscription.combine(
                        shown.selectedProperty()
                                .subscribe(is -> pseudoClassStateChanged(SELECTED, is)),
                        shown.severalProperty()
                                .subscribe(is -> pseudoClassStateChanged(SEVERAL, is)),
                        shown.leadProperty().subscribe(is -> leadChanged(shown, is)),
                        shown.cellProperty()
                                .map(cell -> CellTags.of(cell.metadata()))
                                .subscribe(tags -> showTags(shown, tags)));
    }

    /// Lets go of the cell and of everything that costs memory or time.
    public void park() {
        following.unsubscribe();
        body.park();
        fold.park();
        if (gutter != null) {
            gutter.park();
        }
        remove(toolbar);
        toolbar = null;
        remove(insertLine);
        insertLine = null;
        remove(tagLine);
        tagLine = null;
        isGrabbed = false;
        waitsForRelease = false;
        model = null;
        offerGrip();
    }

    /// The cell that it shows; null while it is spare.
    public @Nullable CellId cell() {
        return model == null ? null : model.id();
    }

    /// Gives keys to the text.
    public void focusText() {
        body.focusText();
    }

    /// Gives keys to the text, with the caret at that end.
    public void focusText(CaretEdge edge) {
        body.focusText(edge);
    }

    /// Gives keys to the line in which the cell's question is answered, if it asks.
    public void focusInput() {
        body.focusInput();
    }

    /// Returns before which character of the source the caret stands.
    public int caret() {
        return body.caret();
    }

    /// Puts the carets of the source there.
    public void select(Carets carets) {
        body.select(carets);
    }

    /// Changes the lines of the source that the selection touches.
    public void perform(TextCommand command) {
        body.perform(command);
    }

    /// Puts the caret after a range of the source, without taking keys, and returns where in this
    /// row the range is; null while the source is not shown.
    public @Nullable RowPart showSource(int start, int end) {
        var part = body.showSource(start, end);
        return part == null ? null : part.movedBy(cellTop());
    }

    /// Selects a match in an output, where that can be done, and returns where in this row it is;
    /// null when the output is not shown.
    public @Nullable RowPart showOutput(int index, Match match) {
        var part = body.showOutput(index, match);
        return part == null ? null : part.movedBy(cellTop());
    }

    /// Selects a range of the source.
    public void select(int start, int end) {
        body.select(start, end);
    }

    /// Returns the range of the source that is selected, or where the caret stands.
    public IndexRange selection() {
        return body.selection();
    }

    /// Returns where a line of the source that ends at `end` ends with what is folded to it.
    public int withFolded(int end) {
        return model == null ? end : folded.of(model.id()).withFolded(model.cell().source(), end);
    }

    /// Brings text that an input method still composes into the document.
    public void commitComposition() {
        body.commitComposition();
    }

    /// Attaches the pictures that a clipboard holds; false when there are none, or none are taken.
    public boolean attach(Clipboard content) {
        return body.attach(content);
    }

    /// Returns how wide a row is whose source has room for so many letters, in pixels.
    public static double widthFor(int columns) {
        double text = columns * EditorMetrics.columnWidth() + 2 * EditorMetrics.PADDING_X;
        return Math.ceil(LEFT + GUTTER + RIGHT + text + 2);
    }

    /// Guesses the height of a row that is not shown, with what is folded in it, in pixels. Cheap.
    public static double estimatedHeight(Cell cell, FoldedCode folded, double width) {
        double room = width - LEFT - GUTTER - RIGHT;
        boolean isTagged = !CellTags.of(cell.metadata()).isEmpty();
        return GAP
                + (isTagged ? TagLine.HEIGHT : 0)
                + switch (cell) {
                    case CodeCell code -> CodeBody.estimatedHeight(code, folded, room);
                    case Cell.MarkdownCell text ->
                            MarkdownView.estimatedHeight(text.source(), room) + 16;
                    case Cell.RawCell raw -> EditorMetrics.heightFor(raw.source()) + 2;
                };
    }

    /// Returns where a part of a row begins, in pixels of the row.
    static double topOf(Node part) {
        double top = 0;
        for (var node = part; node != null && !(node instanceof CellRow); node = node.getParent()) {
            top += node.getLayoutY();
        }
        return top;
    }

    private double cellTop() {
        return tagLine == null ? GAP : GAP + TagLine.HEIGHT;
    }

    private void showTags(CellViewModel shown, List<String> tags) {
        remove(tagLine);
        tagLine = null;
        if (!tags.isEmpty()) {
            var made =
                    new TagLine(
                            tags, () -> shown.actions().perform(shown.id(), PageCommand.EDIT_TAGS));
            tagLine = made;
            getChildren().addFirst(made);
        }
    }

    /// Returns whether the last press took hold of the row beside its text, to drag it.
    public boolean isGrabbed() {
        return isGrabbed;
    }

    private void pressed(MouseEvent event) {
        boolean isPrimary = event.getButton() == MouseButton.PRIMARY;
        isGrabbed = false;
        waitsForRelease = false;
        if (model == null || !isPrimary || body.keeps(event.getTarget())) {
            return;
        }
        boolean isBeside = isBesideText(event);
        isGrabbed = isBeside && !event.isShortcutDown() && !event.isShiftDown();
        if (event.isShortcutDown() && isBeside) {
            model.actions().toggleSelected(model.id());
        } else if (isGrabbed && model.severalProperty().get()) {
            waitsForRelease = true; // all of them may be dragged
        } else {
            model.actions().select(model.id(), event.isShiftDown());
        }
    }

    private void released(MouseEvent event) {
        if (waitsForRelease && event.isStillSincePress() && model != null) {
            model.actions().select(model.id(), false);
        }
        waitsForRelease = false;
    }

    /// Returns whether it happens left of the cell, and not on a button there.
    private static boolean isBesideText(MouseEvent event) {
        return event.getX() < LEFT + GUTTER && !(event.getTarget() instanceof ButtonBase);
    }

    private void leadChanged(CellViewModel shown, boolean isLead) {
        pseudoClassStateChanged(LEAD, isLead);
        if (isLead && toolbar == null) {
            toolbar = new CellToolbar(shown);
            getChildren().add(toolbar);
        } else if (!isLead) {
            remove(toolbar);
            toolbar = null;
        }
        refreshButton();
    }

    private void refreshButton() {
        if (type == CellType.MARKDOWN && model != null) {
            fold.want(isHover() || model.leadProperty().get());
        }
        if (gutter != null && model != null) {
            gutter.wantButton(isHover() || model.leadProperty().get());
        }
        offerGrip();
    }

    /// Shows what the row is dragged by. Most rows are scrolled past and never get one.
    private void offerGrip() {
        boolean isWanted = isHover() && model != null;
        if (isWanted && grip == null) {
            var made = new Label("", Icons.of(Feather.MORE_VERTICAL, Icons.SMALL));
            made.getStyleClass().add("cell-grip");
            made.setTooltip(new Tooltip(Texts.of("cell").get("drag")));
            grip = made;
            getChildren().add(made);
        }
        if (grip != null) {
            grip.setVisible(isWanted);
        }
    }

    private void offerInsert(double y) {
        boolean inGap = y < GAP;
        if (inGap && insertLine == null && model != null) {
            insertLine = new InsertLine(model);
            int below = toolbar == null ? -1 : getChildren().indexOf(toolbar);
            getChildren().add(below < 0 ? getChildren().size() : below, insertLine);
        } else if (!inGap && insertLine != null && !insertLine.isHover()) {
            remove(insertLine);
            insertLine = null;
        }
    }

    void add(Region part) {
        getChildren().add(part);
    }

    void remove(@Nullable Region part) {
        if (part != null) {
            getChildren().remove(part);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return cellTop() + Math.ceil(body.region().prefHeight(bodyWidth(width))) + fold.height();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private static double bodyWidth(double width) {
        return Math.max(0, width - LEFT - GUTTER - RIGHT);
    }

    @Override
    protected void layoutChildren() {
        double left = LEFT + GUTTER;
        double width = bodyWidth(getWidth());
        double top = cellTop();
        double bottom = getHeight() - fold.height();
        body.region().resizeRelocate(left, top, width, bottom - top);
        fold.layout(left, top, bottom);
        if (tagLine != null) {
            double room = width - TOOLBAR_ROOM;
            tagLine.resizeRelocate(left, GAP - 4, Math.max(0, room), TagLine.HEIGHT);
        }
        if (gutter != null) {
            gutter.resizeRelocate(LEFT, top, GUTTER - GUTTER_GAP, getHeight() - top);
        }
        if (grip != null) {
            grip.resizeRelocate(LEFT - 2, top, GRIP, Math.min(GRIP_HEIGHT, getHeight() - top));
        }
        if (toolbar != null) {
            double wide = toolbar.prefWidth(-1);
            double x = left + width - TOOLBAR_RIGHT - wide;
            toolbar.resizeRelocate(x, top - GAP, wide, TOOLBAR_HEIGHT);
        }
        if (insertLine != null) {
            double y = (GAP - INSERT_HEIGHT) / 2;
            insertLine.resizeRelocate(left, y, width, INSERT_HEIGHT);
        }
    }
}
