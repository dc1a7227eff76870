package org.cellist.app.ui.workbench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.keys.KeyPlace;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.page.PageProblems;
import org.cellist.app.ui.page.PageSelection;
import org.cellist.app.ui.page.PageSite;
import org.jspecify.annotations.Nullable;

/// A page that holds one text field and notes what is asked of it.
final class FakePage implements NotebookPage {

    final List<String> asked = new ArrayList<>();
    final ReadOnlyObjectWrapper<PageSelection> selection;
    @Nullable PagePlace place;
    PageSite site = PageSite.NOWHERE;
    private final FakeDocument document;
    private final ReadOnlyObjectWrapper<PageProblems> problems =
            new ReadOnlyObjectWrapper<>(PageProblems.NONE);
    private @Nullable FakeScratch scratch; // made when it is first asked for
    private @Nullable StackPane area; // made for a window only: it needs JavaFX

    FakePage(FakeDocument document) {
        this.document = document;
        int cells = document.notebook().cells().size();
        var first = cells == 0 ? null : document.notebook().cells().getFirst().id();
        selection =
                new ReadOnlyObjectWrapper<>(
                        cells == 0 ? PageSelection.NONE : new PageSelection(first, 0, 1, cells));
    }

    @Override
    public Node view() {
        if (area == null) {
            area = new StackPane(new TextField());
            area.setFocusTraversable(true);
        }
        return area;
    }

    @Override
    public ReadOnlyObjectProperty<PageSelection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<PageProblems> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    @Override
    public void focus() {
        view().requestFocus();
    }

    @Override
    public boolean can(PageCommand command) {
        return document.isNotebook() || command != PageCommand.RUN;
    }

    @Override
    public void show(CellId cell) {
        asked.add("show " + cell.value());
    }

    @Override
    public void perform(PageCommand command) {
        asked.add(command.id());
    }

    @Override
    public void insertCells(List<Cell> cells) {
        asked.add("insertCells " + cells.stream().map(Cell::source).toList());
    }

    @Override
    public List<Cell> selectedCells() {
        return document.notebook().cells();
    }

    @Override
    public @Nullable FakeScratch scratch() {
        if (scratch == null && document.isNotebook()) {
            scratch = new FakeScratch();
        }
        return scratch;
    }

    @Override
    public void takeDragged(@Nullable Object gestureSource, boolean copies) {
        asked.add("takeDragged");
    }

    @Override
    public void showText(CellId cell, int start, int end) {
        asked.add("showText " + cell.value() + " " + start + " " + end);
    }

    @Override
    public void showLine(int line, int column) {
        asked.add("showLine " + line + " " + column);
    }

    @Override
    public @Nullable PagePlace place() {
        return place;
    }

    @Override
    public void show(PagePlace there) {
        asked.add("show " + there.cell().value() + " " + there.offset());
        place = there;
    }

    @Override
    public void setSite(PageSite now) {
        site = now;
    }

    @Override
    public Set<KeyPlace> keyPlaces(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl
                ? EnumSet.noneOf(KeyPlace.class)
                : EnumSet.of(KeyPlace.PAGE, KeyPlace.COMMAND);
    }

    @Override
    public boolean dropsKey(KeyEvent event) {
        return false;
    }

    @Override
    public void commitComposition() {
        asked.add("commitComposition");
    }

    @Override
    public void close() {
        asked.add("close");
    }
}
