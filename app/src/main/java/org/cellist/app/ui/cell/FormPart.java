package org.cellist.app.ui.cell;

import java.util.Optional;
import javafx.event.EventTarget;
import javafx.scene.Node;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.notebook.form.CellView;
import org.cellist.app.notebook.form.Form;
import org.cellist.app.notebook.form.Parameter;
import org.cellist.app.notebook.model.EditorId;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.SetCellMetadata;
import org.cellist.app.ui.cell.form.FormListener;
import org.cellist.app.ui.cell.form.FormView;
import org.jspecify.annotations.Nullable;

/// The form of the code cell that is shown, for as long as its source has one. The view is made
/// for the cell and dropped with it.
///
/// Confined to the JavaFX Application Thread.
final class FormPart {

    private final CellContext context;
    private final EditorId id = EditorId.next();
    private String source = ""; // the one that was read last
    private @Nullable Form form;
    private CellView shown = CellView.CODE;
    private @Nullable FormView view;
    private boolean isGiven; // a value that no run has seen

    FormPart(CellContext context) {
        this.context = context;
    }

    /// Shows what the cell has now. Costs next to nothing when its source is the one shown.
    void show(CellViewModel model) {
        var cell = model.cell();
        boolean isNew = !cell.source().equals(source);
        if (isNew) {
            source = cell.source();
            form = model.form().orElse(null);
        }
        var now = form;
        var before = shown;
        shown = now == null ? CellView.CODE : CellView.of(now, cell.metadata());
        if (now == null || shown == CellView.CODE) {
            drop();
            return;
        }
        boolean isMade = view == null;
        if (view == null) {
            view = new FormView(new Listener(model));
        }
        if (isNew || isMade || shown != before) {
            view.show(now, shown == CellView.FORM, context.outputs().getValue());
        }
    }

    /// A run that somebody asked for takes all values along, and needs no other after it.
    void executionChanged(CellExecution execution) {
        isGiven &= !(execution instanceof CellExecution.Queued);
    }

    void park() {
        drop();
        isGiven = false;
        source = "";
        form = null;
        shown = CellView.CODE;
    }

    private void drop() {
        if (view != null) {
            view.park();
            view = null;
        }
    }

    @Nullable FormView view() {
        return view;
    }

    boolean hidesCode() {
        return shown == CellView.FORM;
    }

    /// Returns where the form stands; empty without one.
    Optional<FormPlace> place(double width) {
        var now = form;
        return now == null || view == null
                ? Optional.empty()
                : Optional.of(FormPlace.of(now, hidesCode(), width));
    }

    /// Returns whether something happens within the form, to which keys go already.
    boolean keeps(EventTarget target) {
        var node = target instanceof Node inner ? inner : null;
        while (node != null && !node.equals(view)) {
            node = node.getParent();
        }
        return node != null && view != null && view.isFocusWithin();
    }

    /// Makes edits of what a person does in the form.
    private final class Listener implements FormListener {

        private final CellViewModel model;

        Listener(CellViewModel model) {
            this.model = model;
        }

        @Override
        public void valueGiven(Parameter parameter, String literal) {
            if (parameter.isIn(model.cell().source())) {
                isGiven = true;
                int length = parameter.written().length();
                model.actions()
                        .apply(new EditSource(model.id(), parameter.start(), length, literal, id));
            }
        }

        @Override
        public void valuesDone() {
            if (isGiven && form != null && form.runsByItself()) {
                isGiven = false;
                model.runAgain();
            }
        }

        @Override
        public void codeToggled() {
            var now = form;
            if (now != null) {
                var metadata = CellView.toggled(now, model.cell().metadata());
                model.actions().apply(new SetCellMetadata(model.id(), metadata));
            }
        }

        @Override
        public void entered() {
            model.actions().enterForm(model.id());
        }

        @Override
        public void reveal(double top, double bottom) {
            double above = view == null ? CellRow.GAP : CellRow.topOf(view);
            model.actions().reveal(model.id(), above + top, above + bottom);
        }

        @Override
        public void escapePressed() {
            model.actions().leaveEditing();
        }
    }
}
