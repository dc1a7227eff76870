package org.cellist.app.ui.editor.completion;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.ChosenType;
import org.jspecify.annotations.Nullable;

/// The list of suggestions. It has ten rows at most, whatever there is to choose from; a line below
/// says where names come from when the kernel did not give them.
///
/// Its width grows with what is seen and does not shrink again before it is closed.
///
/// Confined to the JavaFX Application Thread.
final class CompletionList extends Region {

    static final int MOST_ROWS = 10;
    static final double NAME_INSET = CompletionRow.NAME_X + 1;

    private static final double PADDING = 5;
    private static final double NOTE_HEIGHT = 26;
    private static final double NOTE_X = 12;
    private static final double LEAST_WIDTH = 250;
    private static final double MOST_COLUMNS = 55;
    private static final double THUMB_WIDTH = 4;
    private static final double LEAST_THUMB = 16;

    private final Texts texts = Texts.of("assist");
    private final CompletionViewModel model;
    private final List<CompletionRow> rows = new ArrayList<>();
    private final Label note = new Label();
    private final Region thumb = new Region();
    private List<NameMatch> matches = List.of();
    private int selected;
    private int first;
    private double width;

    CompletionList(CompletionViewModel model) {
        this.model = model;
        getStyleClass().add("assist-list");
        note.getStyleClass().add("assist-note");
        thumb.getStyleClass().add("assist-thumb");
        thumb.setMouseTransparent(true);
        getChildren().addAll(note, thumb);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    /// @param isNew whether the list opens with it
    void show(ShownCompletions shown, boolean isNew) {
        if (isNew) {
            width = shown.matches().isEmpty() ? 0 : LEAST_WIDTH;
            first = 0;
        }
        if (!shown.matches().equals(matches)) {
            first = 0;
        }
        matches = shown.matches();
        selected = shown.selected();
        first = Math.clamp(first, Math.max(0, selected - MOST_ROWS + 1), selected);
        note.setText(words(shown.lack(), matches.isEmpty()));
        note.setVisible(!note.getText().isEmpty());
        showRows();
    }

    private String words(@Nullable Lack lack, boolean isEmpty) {
        if (lack == null) {
            return "";
        }
        return isEmpty
                ? switch (lack) {
                    case NOTHING -> texts.get("completion.none");
                    case BUSY -> texts.get("completion.none.busy");
                    case NO_KERNEL -> texts.get("completion.none.noKernel");
                    case SLOW -> texts.get("completion.none.slow");
                    case LATE -> texts.get("completion.none.late");
                    case SERVER_NOTHING -> texts.get("completion.none");
                    case NO_SERVER -> texts.get("completion.none.noServer");
                    case SERVER_STARTS -> texts.get("completion.none.serverStarts");
                    case SERVER_SLOW -> texts.get("completion.none.serverSlow");
                    case SERVER_LATE -> texts.get("completion.none.serverLate");
                }
                : switch (lack) {
                    case NOTHING -> texts.get("completion.words");
                    case BUSY -> texts.get("completion.words.busy");
                    case NO_KERNEL -> texts.get("completion.words.noKernel");
                    case SLOW -> texts.get("completion.words.slow");
                    case LATE -> texts.get("completion.words.late");
                    case SERVER_NOTHING -> texts.get("completion.words.file");
                    case NO_SERVER -> texts.get("completion.words.noServer");
                    case SERVER_STARTS -> texts.get("completion.words.serverStarts");
                    case SERVER_SLOW -> texts.get("completion.words.serverSlow");
                    case SERVER_LATE -> texts.get("completion.words.serverLate");
                };
    }

    private int rowCount() {
        return Math.min(MOST_ROWS, matches.size());
    }

    private void showRows() {
        while (rows.size() < rowCount()) {
            var row = new CompletionRow();
            int index = rows.size();
            row.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> clicked(index));
            rows.add(row);
            getChildren().add(index, row);
        }
        for (int i = 0; i < rows.size(); i++) {
            boolean isUsed = i < rowCount();
            rows.get(i).setVisible(isUsed);
            if (isUsed) {
                rows.get(i).show(matches.get(first + i), first + i == selected);
            }
        }
        requestLayout();
    }

    private void clicked(int row) {
        model.select(first + row);
        model.accept();
    }

    /// Shows other rows; the choice stays.
    private void scroll(ScrollEvent event) {
        event.consume();
        int last = Math.max(0, matches.size() - MOST_ROWS);
        int next = Math.clamp(first - (long) Math.signum(event.getDeltaY()) * 3, 0, last);
        if (next != first) {
            first = next;
            showRows();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        double wide = note.isVisible() ? note.prefWidth(-1) + 2 * NOTE_X : 0;
        for (int i = 0; i < rowCount(); i++) {
            wide = Math.max(wide, rows.get(i).wholeWidth());
        }
        double most = Math.ceil(MOST_COLUMNS * ChosenType.code().columnWidth());
        width = Math.clamp(Math.ceil(wide) + 2, width, Math.max(width, most));
        return width;
    }

    @Override
    protected double computePrefHeight(double width) {
        double noted = note.isVisible() ? NOTE_HEIGHT : 0;
        double padding = matches.isEmpty() ? 2 : 2 * PADDING;
        return rowCount() * CompletionRow.height() + padding + noted;
    }

    @Override
    protected void layoutChildren() {
        double y = PADDING;
        double bar = matches.size() > MOST_ROWS ? THUMB_WIDTH + 2 : 0;
        for (int i = 0; i < rowCount(); i++) {
            rows.get(i).resizeRelocate(1, y, getWidth() - 2 - bar, CompletionRow.height());
            y += CompletionRow.height();
        }
        double noteY = getHeight() - NOTE_HEIGHT - 1;
        note.resizeRelocate(NOTE_X, noteY, getWidth() - 2 * NOTE_X, NOTE_HEIGHT);
        double all = rowCount() * CompletionRow.height();
        thumb.setVisible(matches.size() > MOST_ROWS);
        double size = Math.max(LEAST_THUMB, all * MOST_ROWS / Math.max(1, matches.size()));
        double way =
                matches.size() <= MOST_ROWS ? 0 : first / (double) (matches.size() - MOST_ROWS);
        double thumbX = getWidth() - THUMB_WIDTH - 4;
        thumb.resizeRelocate(thumbX, PADDING + (all - size) * way, THUMB_WIDTH, size);
    }
}
