package org.cellist.app.ui.cell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.notebook.model.EditorId;
import org.cellist.app.notebook.model.NotebookChange.SourceChanged;
import org.cellist.app.ui.cell.drop.PathLiterals;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.CodeEditor;
import org.cellist.app.ui.editor.EditorListener;
import org.cellist.app.ui.editor.EditorMetrics;
import org.cellist.app.ui.editor.SourceEdit;
import org.cellist.app.ui.editor.caret.CaretsAround;
import org.cellist.app.ui.editor.fold.FoldedCells;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.jspecify.annotations.Nullable;

/// The soft plate with a cell's source on it.
///
/// Keys go to the document through the view model; what others change there comes back here. An
/// edit carries this editor's id, by which its echo is known.
///
/// Confined to the JavaFX Application Thread.
final class SourcePlate extends Region {

    private static final double BORDER = 1;

    private final CodeEditor editor;
    private final EditorId id = EditorId.next();
    private final ObservableValue<FoundMarks> found;
    private final ObservableValue<ProblemMarks> problems;
    private final FoldedCells folded;
    private BooleanSupplier pasting = () -> false;
    private @Nullable BiFunction<List<Path>, Integer, String> dropping;
    private @Nullable CellViewModel model;
    private Subscription following = Subscription.EMPTY;

    SourcePlate(CellContext context) {
        editor = new CodeEditor(context.highlighter());
        editor.setVim(context.vim());
        found = context.found();
        problems = context.problems();
        folded = context.folded();
        editor.lineNumbers(context.lineNumbers().getValue());
        getStyleClass().add("source-plate");
        getChildren().add(editor);
    }

    CodeEditor editor() {
        return editor;
    }

    /// Sets who is asked before text is pasted; true says that it was dealt with.
    void setPasting(BooleanSupplier pasting) {
        this.pasting = pasting;
    }

    /// Sets what files that are dropped become in the text, of which the place is given; without it
    /// they are not for the text.
    void setDropping(BiFunction<List<Path>, Integer, String> dropping) {
        this.dropping = dropping;
    }

    void show(CellViewModel shown, EditorLanguage language) {
        model = shown;
        editor.setListener(null);
        editor.show(shown.cell().source(), language, folded.of(shown.id()));
        editor.setListener(new Listener(shown));
        shown.followSource(this::sourceChanged);
        following =
                Subscription.combine(
                        found.subscribe(marks -> editor.markFound(marks.in(shown.id()))),
                        problems.subscribe(all -> editor.markProblems(all.in(shown.id()))));
    }

    /// Puts the caret after a range, and returns where it is, in pixels of this plate.
    RowPart show(int start, int end) {
        int last = editor.text().length();
        double top = BORDER + editor.showRange(Math.min(start, last), Math.min(end, last));
        return new RowPart(top, top + EditorMetrics.lineHeight());
    }

    /// Selects a range, as far as the text has it.
    void select(int start, int end) {
        int last = editor.text().length();
        editor.select(Math.min(start, last), Math.min(end, last));
    }

    void park() {
        following.unsubscribe();
        editor.park();
        if (model != null) {
            model.followSource(null);
            model = null;
        }
    }

    private void sourceChanged(SourceChanged change) {
        if (!id.equals(change.editor())) {
            editor.applyChange(change.offset(), change.removedLength(), change.inserted());
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return editor.prefHeight(width < 0 ? width : width - 2 * BORDER) + 2 * BORDER;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        editor.resizeRelocate(BORDER, BORDER, getWidth() - 2 * BORDER, getHeight() - 2 * BORDER);
    }

    /// Hands on what a person does in the editor.
    private final class Listener implements EditorListener {

        private final CellViewModel shown;

        Listener(CellViewModel shown) {
            this.shown = shown;
        }

        @Override
        public void edited(int offset, int removedLength, String inserted) {
            shown.editSource(offset, removedLength, inserted, id);
        }

        @Override
        public void editedTogether(List<SourceEdit> edits, CaretsAround carets) {
            shown.editSource(edits, carets, id);
        }

        @Override
        public boolean pasted() {
            return pasting.getAsBoolean();
        }

        @Override
        public boolean takesFiles(List<Path> files) {
            return dropping != null && PathLiterals.takes(files);
        }

        @Override
        public String dropped(List<Path> files, int offset) {
            return dropping == null ? "" : dropping.apply(files, offset);
        }

        @Override
        public void caretLeft(CaretEdge edge) {
            shown.actions().leave(shown.id(), edge);
        }

        @Override
        public void escapePressed() {
            shown.actions().leaveEditing();
        }

        @Override
        public void focusChanged(boolean focused) {
            if (focused) {
                shown.actions().edit(shown.id());
            }
        }

        @Override
        public void caretMoved(double top, double bottom) {
            double above = CellRow.topOf(SourcePlate.this) + BORDER;
            shown.actions().reveal(shown.id(), above + top, above + bottom);
        }

        @Override
        public void heightChanged() {
            requestLayout();
        }
    }
}
