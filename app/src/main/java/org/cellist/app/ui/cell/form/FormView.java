package org.cellist.app.ui.cell.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.form.Form;
import org.cellist.app.notebook.form.Parameter;
import org.cellist.app.ui.output.markdown.MarkdownView;
import org.cellist.app.ui.output.port.OutputContext;

/// A form: its title, its variables with their controls, and the texts between them.
///
/// Rows that still fit are kept from one form to the next, so that nobody who writes in one loses
/// the caret.
///
/// Confined to the JavaFX Application Thread.
public final class FormView extends Region {

    private static final double NARROWEST_LABEL = 64;
    private static final double WIDEST_LABEL = 260;
    private static final double LABEL_PART = 0.4;

    private final FormListener listener;
    private final FormHeader header;
    private final List<Region> rows = new ArrayList<>();

    public FormView(FormListener listener) {
        this.listener = listener;
        header = new FormHeader(listener::codeToggled);
        getStyleClass().add("form-view");
        getChildren().add(header);
        addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
        addEventHandler(KeyEvent.KEY_PRESSED, FormView::keepKey);
        focusWithinProperty()
                .addListener(
                        (_, _, isWithin) -> {
                            if (isWithin && isReachedByKey()) {
                                listener.entered();
                            }
                        });
    }

    /// Shows a form in place of the one before.
    ///
    /// @param hidesCode whether the form stands in place of the code
    /// @param context where texts are shown
    public void show(Form form, boolean hidesCode, OutputContext context) {
        header.show(form.title() == null ? "" : heading(form.title().text()), hidesCode);
        if (!update(form, context)) {
            boolean hadFocus = isFocusWithin();
            build(form, context);
            if (hadFocus) {
                focusFirst();
            }
        }
        requestLayout();
    }

    /// Some write their title as a Markdown heading.
    private static String heading(String title) {
        return title.replaceFirst("^#{1,6}\\s+", "");
    }

    private boolean update(Form form, OutputContext context) {
        if (rows.size() != form.items().size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            boolean fits =
                    switch (form.items().get(i)) {
                        case Parameter parameter ->
                                rows.get(i) instanceof FieldRow row && row.show(parameter);
                        case Form.Note(var text) -> {
                            boolean isNote = rows.get(i) instanceof MarkdownView;
                            if (rows.get(i) instanceof MarkdownView note) {
                                note.show(text, Map.of(), context);
                            }
                            yield isNote;
                        }
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private void build(Form form, OutputContext context) {
        parkNotes();
        rows.clear();
        for (var item : form.items()) {
            rows.add(
                    switch (item) {
                        case Parameter parameter -> row(parameter);
                        case Form.Note(var text) -> {
                            var note = new MarkdownView();
                            note.show(text, Map.of(), context);
                            yield note;
                        }
                    });
        }
        getChildren().setAll(header);
        getChildren().addAll(rows);
    }

    /// A control that a key leads to comes into sight. One that is clicked stays where it is.
    private FieldRow row(Parameter parameter) {
        var row = new FieldRow(parameter, listener);
        row.focusWithinProperty()
                .addListener(
                        (_, _, isWithin) -> {
                            if (isWithin && isReachedByKey()) {
                                reveal(row);
                            }
                        });
        return row;
    }

    private void reveal(Region row) {
        listener.reveal(row.getLayoutY(), row.getLayoutY() + row.getHeight());
    }

    /// Lets go of everything that costs memory or time. The view is not used again.
    public void park() {
        parkNotes();
    }

    private void parkNotes() {
        for (var row : rows) {
            if (row instanceof MarkdownView note) {
                note.parked();
            }
        }
    }

    /// Gives keys to the first control. Returns false when there is none.
    public boolean focusFirst() {
        for (var row : rows) {
            if (row instanceof FieldRow field) {
                field.control().target().requestFocus();
                reveal(field);
                return true;
            }
        }
        return false;
    }

    // ---- keys

    /// A window that appears gives its focus to whatever it finds first.
    private boolean isReachedByKey() {
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        return owner != null && owner.isFocusVisible();
    }

    /// The document's history is the form's, too: a field's own would know nothing of the code.
    private void filterKey(KeyEvent event) {
        listener.entered();
        if (event.getCode() == KeyCode.ESCAPE && !hasOpenList()) {
            listener.escapePressed();
            event.consume();
        }
    }

    private boolean hasOpenList() {
        return rows.stream()
                .anyMatch(
                        row ->
                                row instanceof FieldRow field
                                        && field.control().node() instanceof ComboBoxBase<?> box
                                        && box.isShowing());
    }

    /// Keys that a control leaves alone are no commands of the page.
    private static void keepKey(KeyEvent event) {
        boolean isPlain =
                !event.isControlDown()
                        && !event.isAltDown()
                        && !event.isMetaDown()
                        && !event.getCode().isFunctionKey()
                        && event.getCode() != KeyCode.TAB;
        if (isPlain) {
            event.consume();
        }
    }

    // ---- layout

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = inner(width);
        double height = 2 * FormMetrics.INSET_Y + header.prefHeight(inner);
        for (var row : rows) {
            height += FormMetrics.GAP + Math.ceil(row.prefHeight(inner));
        }
        return height;
    }

    private static double inner(double width) {
        return Math.max(0, width - 2 * FormMetrics.INSET_X);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double inner = inner(getWidth());
        double labels = labelWidth(inner);
        double y = FormMetrics.INSET_Y;
        double height = header.prefHeight(inner);
        header.resizeRelocate(FormMetrics.INSET_X, y, inner, height);
        y += height;
        for (var row : rows) {
            if (row instanceof FieldRow field) {
                field.setLabelWidth(labels);
            }
            height = Math.ceil(row.prefHeight(inner));
            row.resizeRelocate(FormMetrics.INSET_X, y + FormMetrics.GAP, inner, height);
            y += FormMetrics.GAP + height;
        }
    }

    /// Names stand in one column, as wide as the longest needs.
    private double labelWidth(double inner) {
        double widest = NARROWEST_LABEL;
        for (var row : rows) {
            if (row instanceof FieldRow field) {
                widest = Math.max(widest, field.labelWidth());
            }
        }
        return Math.min(widest, Math.min(WIDEST_LABEL, inner * LABEL_PART));
    }
}
