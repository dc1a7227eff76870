package org.cellist.app.ui.workbench.scratch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.fx.Keyable;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.keys.KeyPlace;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.page.Scratch;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.command.Command;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.cellist.app.ui.workbench.parts.Part;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The pages of a window and, to their right, what is tried out beside the one in front. A closed
/// pane loses nothing: what is in it belongs to the notebook's page.
///
/// Confined to the JavaFX Application Thread.
public final class ScratchBeside extends SplitPane {

    private static final double FIRST_WIDTH = 400;
    private static final double SMALLEST_SHARE = 0.45; // of the pages, when the pane opens

    private final Node pages;
    private final ObservableValue<@Nullable NotebookPage> front;
    private final ScratchPane pane;
    private final ReadOnlyObjectWrapper<@Nullable NotebookPage> keyPage =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private @Nullable Scratch keyScratch; // that was told so
    private double width = FIRST_WIDTH;
    private boolean hasKeys;

    /// @param pages what fills the window while the pane is closed
    /// @param front the page in front, which commands go to unless the pane has the keys
    public ScratchBeside(Node pages, ObservableValue<@Nullable NotebookPage> front, Texts texts) {
        this.pages = pages;
        this.front = front;
        this.pane = new ScratchPane(texts);
        getStyleClass().addAll("page-split", "scratch-split");
        getItems().add(pages);
        setResizableWithParent(pane, false);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveByEscape);
        front.subscribe(_ -> refresh());
        Nested.in(sceneProperty(), Scene::focusOwnerProperty).subscribe(this::keysMoved);
    }

    /// Gives the pane its buttons, from the left.
    public void begin(Function<WindowCommand, Command> commands) {
        pane.add(commands.apply(WindowCommand.SCRATCH_INSERT), Icons.of(Feather.CORNER_DOWN_LEFT));
        pane.add(commands.apply(WindowCommand.SCRATCH_CLEAR), Icons.of(Feather.TRASH_2));
        pane.add(commands.apply(WindowCommand.SCRATCH_CLOSE), Icons.of(Feather.X));
    }

    /// The page that keys and commands go to: that of the pane or the one in front; null when there
    /// is none.
    public ReadOnlyObjectProperty<@Nullable NotebookPage> keyPageProperty() {
        return keyPage.getReadOnlyProperty();
    }

    /// Whether the pane is shown.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    private @Nullable Scratch scratch() {
        var page = front.getValue();
        return page == null ? null : page.scratch();
    }

    // ---- what a person asks for

    /// Opens the pane and gives it the keys; closes it when it has them.
    public void toggle() {
        if (open.get() && hasKeys) {
            close();
        } else {
            open();
            enter();
        }
    }

    /// Closes the pane. Its keys go to the page in front.
    public void close() {
        if (open.get()) {
            width = pane.getWidth();
            getItems().remove(pane);
            open.set(false);
            refresh();
            leave();
        }
    }

    /// Puts the code that is selected in the pane into cells of the notebook in front.
    public void insertIntoNotebook() {
        var scratch = scratch();
        var page = front.getValue();
        if (scratch == null || page == null) {
            return;
        }
        scratch.page().commitComposition();
        var cells =
                scratch.page().selectedCells().stream()
                        .filter(cell -> !cell.source().isBlank())
                        .<Cell>map(cell -> NewNotebook.cell(cell.type(), cell.source()))
                        .toList();
        if (!cells.isEmpty()) {
            page.insertCells(cells);
            page.focus();
        }
    }

    /// Copies the code that is selected in the notebook in front into the pane, and opens it.
    public void takeSelected() {
        var page = front.getValue();
        if (page != null) {
            page.commitComposition();
            var cells = page.selectedCells();
            onScratch(scratch -> scratch.take(cells));
        }
    }

    /// Empties the pane, and opens it.
    public void clear() {
        onScratch(Scratch::clear);
    }

    /// Puts code into the pane and runs it there, for a person to see, to stop and to run again.
    public void run(String code) {
        onScratch(
                scratch -> {
                    scratch.take(List.of(NewNotebook.cell(CellType.CODE, code)));
                    scratch.page().perform(PageCommand.RUN);
                });
    }

    private void onScratch(Consumer<Scratch> action) {
        var scratch = scratch();
        if (scratch != null) {
            open();
            action.accept(scratch);
            enter();
        }
    }

    // ---- the pane

    /// The pane, while it is open.
    public Optional<Part> part() {
        return open.get() ? Optional.of(new Part(pane, this::enter)) : Optional.empty();
    }

    /// Opens the pane. The keys stay where they are.
    public void open() {
        if (!open.get()) {
            getItems().add(pane);
            open.set(true);
            refresh();
            double share = getWidth() > 0 ? 1 - width / getWidth() : 0;
            setDividerPosition(0, Math.max(SMALLEST_SHARE, share));
            applyCss(); // else what is new cannot have the keys yet
            layout();
        }
    }

    private void enter() {
        var scratch = scratch();
        if (scratch != null) {
            var page = scratch.page();
            boolean isEmpty = page.selectedCells().isEmpty();
            page.focus();
            page.perform(isEmpty ? PageCommand.INSERT_CODE_BELOW : PageCommand.EDIT);
        } else {
            pane.requestFocus(); // it says that there is nothing to try out
        }
    }

    private void leave() {
        var page = front.getValue();
        if (page != null) {
            page.focus();
        }
    }

    /// The notebook in front, or whether the pane is shown, is another one.
    private void refresh() {
        pane.show(open.get() ? scratch() : null);
        hasKeys &= open.get() && scratch() != null;
        tellKeyPage();
    }

    // ---- keys

    /// Escape that no text and no output wanted.
    private void leaveByEscape(KeyEvent event) {
        var page = keyPage.get();
        boolean isCommand = page != null && page.keyPlaces(event).contains(KeyPlace.COMMAND);
        if (event.getCode() == KeyCode.ESCAPE && isCommand) {
            leave();
            event.consume();
        }
    }

    /// Where else the keys go, as to a dialog or a bar, they are still the same page's.
    private void keysMoved(@Nullable Node owner) {
        if (Keyable.isWithin(owner, pane)) {
            hasKeys = scratch() != null;
        } else if (Keyable.isWithin(owner, pages)) {
            hasKeys = false;
        }
        tellKeyPage();
    }

    private void tellKeyPage() {
        var scratch = hasKeys ? scratch() : null;
        if (keyScratch != null && !keyScratch.equals(scratch)) {
            keyScratch.setHasKeys(false);
        }
        if (scratch != null) {
            scratch.setHasKeys(true);
        }
        keyScratch = scratch;
        keyPage.set(scratch == null ? front.getValue() : scratch.page());
    }
}
