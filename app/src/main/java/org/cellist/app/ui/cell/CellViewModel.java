package org.cellist.app.ui.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.notebook.form.Form;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.EditorId;
import org.cellist.app.notebook.model.NotebookChange.SourceChanged;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.SetCellView;
import org.cellist.app.notebook.outline.CellParts;
import org.cellist.app.ui.editor.SourceEdit;
import org.cellist.app.ui.editor.caret.CaretsAround;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// The state of one cell as its view needs it, and the requests the view may make.
///
/// Keeps no truth of its own: the notebook tells it what the cell is now.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class CellViewModel {

    private final CellActions actions;
    private final ReadOnlyObjectWrapper<Cell> cell;
    private final ReadOnlyObjectWrapper<CellExecution> execution;
    private final ReadOnlyObjectWrapper<@Nullable AskedInput> input = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty selected = new SimpleBooleanProperty();
    private final BooleanProperty several = new SimpleBooleanProperty();
    private final BooleanProperty lead = new SimpleBooleanProperty();
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<SectionState> section =
            new SimpleObjectProperty<>(SectionState.OPEN);
    private final BooleanProperty stale = new SimpleBooleanProperty();
    private final BooleanProperty ran = new SimpleBooleanProperty();
    private final IntegerProperty openedOutputs = new SimpleIntegerProperty();
    private @Nullable Consumer<SourceChanged> sourceFollower;

    /// Whether the source is known to have no `@`, without which there is no form.
    private boolean isPlain;

    /// @param cell as it is now
    public CellViewModel(Cell cell, CellExecution execution, CellActions actions) {
        this.cell = new ReadOnlyObjectWrapper<>(cell);
        this.execution = new ReadOnlyObjectWrapper<>(execution);
        this.actions = actions;
    }

    public CellId id() {
        return cell.get().id();
    }

    public Cell cell() {
        return cell.get();
    }

    public CellType type() {
        return cell.get().type();
    }

    public CellActions actions() {
        return actions;
    }

    // ---- what the notebook tells

    /// The cell is this now.
    public void show(Cell now) {
        isPlain = false;
        cell.set(now);
    }

    /// Text was replaced.
    ///
    /// @param now the cell with the new text
    public void sourceChanged(SourceChanged change, Cell now) {
        isPlain = isPlain && staysPlain(change, now);
        cell.set(now);
        if (sourceFollower != null) {
            sourceFollower.accept(change);
        }
    }

    /// The change may be one of several that were made together.
    private boolean staysPlain(SourceChanged change, Cell now) {
        int more = change.inserted().length() - change.removedLength();
        return change.inserted().indexOf('@') < 0
                && now.source().length() == cell().source().length() + more;
    }

    /// Returns the form that the source describes. Looks through a source without one only once,
    /// however much is typed into it: a long one takes its time.
    public Optional<Form> form() {
        if (isPlain) {
            return Optional.empty();
        }
        var source = cell().source();
        isPlain = source.indexOf('@') < 0;
        return isPlain ? Optional.empty() : Form.in(source);
    }

    public void executionChanged(CellExecution now) {
        execution.set(now);
    }

    /// The cell asks for a line of text; null when it no longer does.
    public void inputChanged(@Nullable AskedInput asked) {
        input.set(asked);
    }

    // ---- what the view shows

    /// Each new version of the cell.
    public ReadOnlyObjectProperty<Cell> cellProperty() {
        return cell.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<CellExecution> executionProperty() {
        return execution.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable AskedInput> inputProperty() {
        return input.getReadOnlyProperty();
    }

    /// Whether the cell is among those that commands act on.
    public BooleanProperty selectedProperty() {
        return selected;
    }

    /// Whether the cell is one of several that commands act on.
    public BooleanProperty severalProperty() {
        return several;
    }

    /// Whether keys go to it, or to its text.
    public BooleanProperty leadProperty() {
        return lead;
    }

    /// Whether keys go to its text.
    public BooleanProperty editingProperty() {
        return editing;
    }

    /// Whether a Markdown cell shows its source, or a code cell what is collapsed in it.
    public BooleanProperty openProperty() {
        return open;
    }

    /// Returns whether the source of a code cell is collapsed on this page.
    public boolean hidesSource() {
        return type() == CellType.CODE && !open.get() && CellParts.hidesSource(cell().metadata());
    }

    /// Returns whether the outputs of a code cell are collapsed on this page.
    public boolean hidesOutputs() {
        return !open.get() && CellParts.hidesOutputs(cell().metadata());
    }

    /// What the section hides that the cell's heading begins.
    public ObjectProperty<SectionState> sectionProperty() {
        return section;
    }

    /// Whether the source has changed since the cell ran.
    public BooleanProperty staleProperty() {
        return stale;
    }

    /// Whether the cell has run as a whole since the notebook was opened.
    public BooleanProperty ranProperty() {
        return ran;
    }

    /// How many of the outputs between the first and the last ones a person has opened.
    public IntegerProperty openedOutputsProperty() {
        return openedOutputs;
    }

    /// The number of the run whose outputs are shown, as the prompt shows it; `[ ]` before the
    /// first run, `[*]` while it waits or runs.
    public String prompt() {
        return switch (execution.get()) {
            case CellExecution.Queued _, CellExecution.Running _ -> "[*]";
            case CellExecution.NotRun _,
                    CellExecution.Done _,
                    CellExecution.PartDone _,
                    CellExecution.Failed _ -> {
                var count = cell.get() instanceof CodeCell code ? code.executionCount() : null;
                yield "[" + Objects.requireNonNullElse(count, " ") + "]";
            }
        };
    }

    /// Tells the view that shows this cell of each change of its text; null for no view.
    public void followSource(@Nullable Consumer<SourceChanged> follower) {
        sourceFollower = follower;
    }

    // ---- what the view asks for

    /// Replaces text.
    ///
    /// @param editor the editor that shows the change already
    public void editSource(int offset, int removedLength, String inserted, EditorId editor) {
        actions.apply(new EditSource(id(), offset, removedLength, inserted, editor));
    }

    /// Replaces text in several places as one step, one edit after the other.
    ///
    /// @param editor the editor that shows the changes already
    void editSource(List<SourceEdit> edits, CaretsAround carets, EditorId editor) {
        var all = new ArrayList<NotebookEdit>();
        for (var edit : edits) {
            var inserted = edit.inserted();
            all.add(new EditSource(id(), edit.offset(), edit.removedLength(), inserted, editor));
        }
        actions.apply(new NotebookEdit.Group(all), carets);
    }

    /// Shows the source, which is collapsed.
    public void showSource() {
        setView(CellParts.withSourceHidden(cell().metadata(), false));
    }

    /// Shows the outputs, which are collapsed.
    public void showOutputs() {
        setView(CellParts.withOutputsHidden(cell().metadata(), false));
    }

    private void setView(JsonObject metadata) {
        actions.apply(new SetCellView(id(), metadata));
    }

    /// Runs the cell once more, if it has been run as a whole since the notebook was opened: what
    /// runs by itself must have been wanted once.
    public void runAgain() {
        if (ran.get()) {
            actions.run(id());
        }
    }
}
