package org.cellist.app.ui.cell;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.control.IndexRange;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.ui.cell.drop.PathLiterals;
import org.cellist.app.ui.cell.form.FormView;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.editor.caret.Carets;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.jspecify.annotations.Nullable;

/// A code cell's source: the code on its plate, and its form beside the code or in place of it.
///
/// Code that is hidden is not given to the editor. A source that is collapsed is one quiet line.
///
/// Confined to the JavaFX Application Thread.
final class SourceArea extends Region {

    private final CellContext context;
    private final SourcePlate plate;
    private final FormPart form;
    private @Nullable CellViewModel shown;
    private @Nullable FormView formView;
    private @Nullable FoldedSource folded;
    private boolean hasCode;
    private Subscription following = Subscription.EMPTY;

    SourceArea(CellContext context) {
        this.context = context;
        plate = new SourcePlate(context);
        plate.setDropping(this::literals);
        form = new FormPart(context);
        getStyleClass().add("source-area");
        getChildren().add(plate);
    }

    void show(CellViewModel model) {
        shown = model;
        plate.editor().setAssist(context.assistant(), context.assist().apply(model.id()));
        following =
                Subscription.combine(
                        model.cellProperty().subscribe(_ -> refresh(model)),
                        model.openProperty().subscribe((_, _) -> refresh(model)),
                        model.executionProperty().subscribe(form::executionChanged),
                        context.language().subscribe(this::setLanguage),
                        context.lineNumbers().subscribe(plate.editor()::lineNumbers));
    }

    void park() {
        following.unsubscribe();
        if (hasCode) {
            hasCode = false;
            plate.park();
        }
        form.park();
        folded = null;
        takeParts();
        shown = null;
    }

    private void refresh(CellViewModel model) {
        boolean isFolded = model.hidesSource();
        if (isFolded) {
            form.park();
            folded = folded == null ? new FoldedSource(model::showSource) : folded;
            folded.show(model.cell().source());
        } else {
            folded = null;
            form.show(model);
        }
        takeParts();
        boolean wantsCode = !isFolded && !form.hidesCode();
        if (!wantsCode && hasCode) {
            hideCode(model);
        } else if (wantsCode && !hasCode) {
            hasCode = true;
            plate.show(model, context.language().getValue());
        }
        plate.setVisible(hasCode);
    }

    private void hideCode(CellViewModel model) {
        boolean hadFocus = plate.editor().isEditing();
        hasCode = false;
        plate.park();
        if (hadFocus) {
            model.actions().leaveEditing();
        }
    }

    private void takeParts() {
        formView = form.view();
        var parts = Stream.of(plate, formView, folded).filter(Objects::nonNull).toList();
        if (!getChildren().equals(parts)) {
            getChildren().setAll(parts);
        }
        if (parts.size() > 1 || parts.getFirst() != plate) {
            requestLayout(); // code alone asks itself when it has more lines
        }
    }

    private void setLanguage(EditorLanguage language) {
        if (hasCode) {
            plate.editor().setLanguage(language);
        }
    }

    private String literals(List<Path> files, int offset) {
        var editor = plate.editor();
        var language = PathLiterals.languageAt(editor.text(), offset, editor.language());
        return PathLiterals.of(files, context.outputs().getValue().folder(), language);
    }

    // ---- focus and caret

    boolean keeps(EventTarget target) {
        return form.keeps(target);
    }

    /// Gives keys to the first control where the code is hidden, or to the page without one.
    void focusText() {
        if (hasCode) {
            plate.editor().requestFocus();
        } else if ((formView == null || !formView.focusFirst()) && shown != null) {
            shown.actions().leaveEditing();
        }
    }

    /// Code that is hidden has no caret: its cell is selected instead.
    void focusText(CaretEdge edge) {
        if (hasCode) {
            plate.editor().enterFrom(edge);
        } else if (shown != null) {
            shown.actions().leaveEditing();
        }
    }

    int caret() {
        return hasCode ? plate.editor().caretPosition() : 0;
    }

    void select(Carets carets) {
        if (hasCode) {
            plate.editor().select(carets);
        }
    }

    /// Puts the caret after a range, and returns where it is; null while the code is hidden.
    @Nullable RowPart showSource(int start, int end) {
        return hasCode ? plate.show(start, end).movedBy(plate.getLayoutY()) : null;
    }

    void select(int start, int end) {
        if (hasCode) {
            plate.select(start, end);
        }
    }

    IndexRange selection() {
        return hasCode ? plate.editor().selection() : new IndexRange(0, 0);
    }

    void perform(TextCommand command) {
        if (hasCode) {
            plate.editor().perform(command);
        }
    }

    void commitComposition() {
        if (hasCode) {
            plate.editor().commitComposition();
        }
    }

    // ---- layout

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (folded != null) {
            return FoldedSource.HEIGHT;
        }
        var view = formView;
        var place = form.place(width).orElse(null);
        return view == null || place == null
                ? plate.prefHeight(width)
                : place.height(formHeight(view, place, width), codeHeight(place, width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double codeHeight(FormPlace place, double width) {
        return place == FormPlace.ALONE ? 0 : plate.prefHeight(place.codeWidth(width));
    }

    private static double formHeight(FormView view, FormPlace place, double width) {
        return Math.ceil(view.prefHeight(place.formWidth(width)));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (folded != null) {
            folded.resizeRelocate(0, 0, width, height);
            return;
        }
        var view = formView;
        var place = form.place(width).orElse(null);
        if (view == null || place == null) {
            plate.resizeRelocate(0, 0, width, height);
            return;
        }
        switch (place) {
            case BESIDE -> {
                double code = place.codeWidth(width);
                plate.resizeRelocate(0, 0, code, height);
                view.resizeRelocate(code + FormPlace.GAP, 0, width - code - FormPlace.GAP, height);
            }
            case ABOVE -> {
                double top = formHeight(view, place, width);
                view.resizeRelocate(0, 0, width, top);
                double y = top + FormPlace.GAP;
                plate.resizeRelocate(0, y, width, height - y);
            }
            case ALONE -> view.resizeRelocate(0, 0, width, height);
        }
    }
}
