package org.cellist.app.ui.notebook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.session.CellSession;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.editor.caret.Carets;
import org.cellist.app.ui.editor.completion.AssistLayer;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.keys.KeyPlace;
import org.cellist.app.ui.notebook.column.VirtualColumn;
import org.cellist.app.ui.notebook.drag.CellDragging;
import org.cellist.app.ui.notebook.metadata.MetadataDesk;
import org.cellist.app.ui.notebook.part.OutputWindows;
import org.cellist.app.ui.notebook.part.PageZoom;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.page.PageProblems;
import org.cellist.app.ui.page.PageSelection;
import org.cellist.app.ui.page.PageSite;
import org.cellist.app.ui.page.Scratch;
import org.jspecify.annotations.Nullable;

/// The page of one notebook: its cells in a virtual list.
///
/// While no text is edited the page itself has the focus, or an output that was clicked; the keys
/// that the output leaves alone are then commands.
///
/// Confined to the JavaFX Application Thread.
public final class NotebookView extends Region implements NotebookPage {

    private static final double TOP = 6; // so that the first cell's tools are clear of the edge
    private static final double BOTTOM = 120;

    private final PageScratch.Later scratch;
    private final NotebookViewModel model;
    private final PageCommands commands;
    private final VirtualColumn<RowKey> column;
    private final CellDragging<RowKey> dragging;
    private final PageOutputs outputs;
    private final OutputWindows windows;
    private final Screen screen = new Screen();
    private final PageFrame frame;
    private final AssistLayer assistLayer = new AssistLayer();
    private final Subscription following;
    private final FocusPlace.HeldKeys held = new FocusPlace.HeldKeys(this);
    private boolean pinsForm;

    public NotebookView(CellSession session, PageServices services) {
        scratch = new PageScratch.Later(session, services, this);
        model = new NotebookViewModel(session, services.clipboard());
        var links = new PageLinks(session.store(), services.browser(), this::jump);
        outputs = new PageOutputs(session, services, links);
        windows = new OutputWindows(session, outputs.contextProperty());
        var context = new RowContext(session, services);
        var shared = context.ofRows(model, outputs, assistLayer);
        column = new VirtualColumn<>(new RowNodes(model, shared, this::keepFocusOf), TOP, BOTTOM);
        var found = new FoundOnPage(this, model, column, this::row);
        var metadata = new MetadataDesk.Context(session, services.highlighter(), services.drafts());
        frame = new PageFrame(this, session, model, found, metadata);
        context.follow(frame);
        commands = new PageCommands(model, session, column, frame);
        getStyleClass().add("notebook-view");
        dragging = new CellDragging<>(this, column, new PageDragSite(model, this::pinRows));
        getChildren().addAll(column, assistLayer, dragging.marks());
        setFocusTraversable(true);
        model.setScreen(screen);
        following =
                Subscription.combine(
                        model.visibleProperty().subscribe(this::showCells),
                        new PageZoom(column, services.size(), () -> row(model.lead())).follow(this),
                        Nested.in(sceneProperty(), Scene::focusOwnerProperty)
                                .subscribe(this::focusMoved));
        new FocusPlace.TabKeys(this, model, column).install();
    }

    private void showCells(List<CellId> cells) {
        if (cells.isEmpty() != column.items().size() <= 1) {
            column.renew(new RowKey.End());
        }
        column.setItems(RowKey.of(cells));
    }

    // ---- keys

    @Override
    public Set<KeyPlace> keyPlaces(KeyEvent event) {
        return FocusPlace.keyPlaces(event, this, model);
    }

    @Override
    public boolean dropsKey(KeyEvent event) {
        return held.drops(event);
    }

    @Override
    public boolean can(PageCommand command) {
        return commands.can(command);
    }

    /// After a command the page has the focus, and no longer the output that was clicked.
    @Override
    public void perform(PageCommand command) {
        var before = FocusPlace.owner(this);
        commands.perform(command);
        if (before != null && FocusPlace.isOutput(before, this) && FocusPlace.hasKeys(before)) {
            requestFocus();
        }
    }

    // ---- focus

    /// A text is left for an output or for an answer, too.
    private void focusMoved(@Nullable Node owner) {
        FocusPlace.mark(this, owner);
        boolean isElsewhereHere =
                owner != null && !equals(owner) && FocusPlace.isWithin(owner, this);
        if (isElsewhereHere && !FocusPlace.isInEditor(owner)) {
            model.textLeft();
            pinRows();
        } else if (pinsForm) {
            pinRows();
        }
    }

    /// The focus of a row that goes would wander to whatever is next in the window.
    private void keepFocusOf(Region row) {
        if (FocusPlace.hasKeys(row)) {
            requestFocus();
        }
    }

    /// Keeps the rows that have the focus, or may get it.
    private void pinRows() {
        var pinned = new HashSet<RowKey>();
        var form = FocusPlace.cellOfForm(FocusPlace.owner(this));
        pinsForm = form != null;
        for (var cell : new CellId[] {model.editing(), model.asking(), form, dragging.grabbed()}) {
            if (cell != null) {
                pinned.add(new RowKey.OfCell(cell));
            }
        }
        column.pin(pinned);
    }

    // ---- the page

    @Override
    public PageFrame view() {
        return frame;
    }

    @Override
    public ReadOnlyObjectProperty<PageSelection> selectionProperty() {
        return model.selectionProperty();
    }

    @Override
    public void focus() {
        requestFocus();
        var editing = model.editing();
        if (editing != null) {
            var parent = frame.getParent();
            if (parent != null) {
                parent.layout(); // a page that is new has no rows yet
            }
            screen.focusText(editing, null);
        }
    }

    @Override
    public ReadOnlyObjectProperty<PageProblems> problemsProperty() {
        return frame.language().problemsProperty();
    }

    @Override
    public void show(CellId cell) {
        model.select(cell);
        column.scrollToTop(new RowKey.OfCell(cell));
    }

    @Override
    public @Nullable PagePlace place() {
        return scratch.place(frame.place());
    }

    @Override
    public void show(PagePlace place) {
        scratch.show(place, frame);
    }

    @Override
    public void setSite(PageSite site) {
        frame.setSite(scratch.sharing(site));
    }

    private void jump(CellId cell) {
        frame.leave();
        show(cell);
    }

    @Override
    public void insertCells(List<Cell> cells) {
        model.copyCommands().insertBelow(cells);
    }

    @Override
    public List<Cell> selectedCells() {
        return model.copyCommands().selected();
    }

    @Override
    public void takeDragged(@Nullable Object gestureSource, boolean copies) {
        dragging.take(gestureSource, model.afterSelection(), copies);
    }

    @Override
    public void showText(CellId cell, int start, int end) {
        frame.edit(cell, start, end);
    }

    @Override
    public @Nullable Scratch scratch() {
        return scratch.get();
    }

    /// Changes of several cells at once.
    CopyCommands copies() {
        return model.copyCommands();
    }

    @Override
    public void commitComposition() {
        frame.metadata().commitComposition();
        var row = row(model.editing());
        if (row != null) {
            row.commitComposition();
        }
    }

    @Override
    public boolean hasUnapplied() {
        return frame.metadata().hasUnapplied();
    }

    @Override
    public void close() {
        scratch.close();
        following.unsubscribe();
        windows.close();
        frame.close();
        model.close();
        outputs.close();
        column.setItems(List.of());
    }

    /// The list, for measurements.
    VirtualColumn<RowKey> column() {
        return column;
    }

    private @Nullable CellRow row(@Nullable CellId cell) {
        return cell != null && column.nodeOf(new RowKey.OfCell(cell)) instanceof CellRow row
                ? row
                : null;
    }

    @Override
    protected void layoutChildren() {
        getChildren().forEach(each -> each.resizeRelocate(0, 0, getWidth(), getHeight()));
    }

    /// What the view model asks of this view.
    private final class Screen implements NotebookScreen {

        @Override
        public void openOutputs(CellId cell, int index) {
            windows.open(cell, index, getScene());
        }

        @Override
        public void tell(String words) {
            frame.tell(words);
        }

        @Override
        public void reveal(CellId cell) {
            column.reveal(new RowKey.OfCell(cell));
        }

        @Override
        public void reveal(CellId cell, double top, double bottom) {
            column.revealPart(new RowKey.OfCell(cell), top, bottom);
        }

        @Override
        public void focusText(CellId cell, @Nullable CaretEdge edge) {
            held.release();
            pinRows();
            if (row(cell) == null) {
                column.layout(); // it may be in sight, and new
            }
            if (row(cell) == null) {
                column.reveal(new RowKey.OfCell(cell));
                column.layout();
            }
            var row = row(cell);
            if (row != null && edge != null) {
                row.focusText(edge);
            } else if (row != null) {
                row.focusText();
            }
        }

        @Override
        public @Nullable TextPlace place(CellId cell) {
            var row = row(cell);
            return row != null && FocusPlace.hasKeys(row) ? TextPlace.of(row) : null;
        }

        @Override
        public void select(CellId cell, Carets carets) {
            var row = row(cell);
            if (row != null) {
                row.select(carets);
            }
        }

        @Override
        public void perform(CellId cell, TextCommand command) {
            var row = row(cell);
            if (row != null && FocusPlace.hasKeys(row)) {
                row.perform(command);
            }
        }

        @Override
        public void perform(PageCommand command) {
            NotebookView.this.perform(command);
        }

        @Override
        public boolean attachPasted(CellId cell) {
            var row = row(cell);
            return row != null && row.attach(Clipboard.getSystemClipboard());
        }

        @Override
        public void focusPage() {
            pinRows();
            requestFocus();
        }

        @Override
        public void textGone() {
            focusPage();
            held.hold();
        }

        @Override
        public void questionChanged() {
            pinRows();
            var cell = model.asking();
            if (cell == null || (model.editing() != null && !cell.equals(model.editing()))) {
                return;
            }
            reveal(cell);
            column.layout();
            column.revealEnd(new RowKey.OfCell(cell));
            column.layout();
            var row = row(cell);
            if (row != null && FocusPlace.isFreeFor(NotebookView.this)) {
                row.focusInput();
            }
        }

        @Override
        public void renew(CellId cell) {
            column.renew(new RowKey.OfCell(cell));
        }

        @Override
        public void commitComposition() {
            NotebookView.this.commitComposition();
        }
    }
}
