package org.cellist.app.ui.editor.completion;

import javafx.scene.control.Label;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.editor.markdown.DisplayWidth;
import org.jspecify.annotations.Nullable;

/// A card with what a kernel says about a thing, as high as that is, up to a limit.
///
/// Confined to the JavaFX Application Thread.
final class WordsCard extends Region {

    /// Widths in columns of text.
    static final int NARROW = 78;

    static final int WIDE = 84;

    private static final double GREATEST_HEIGHT = 340;
    private static final double PADDING_X = 12;
    private static final double PADDING_Y = 8;
    private static final double NOTE_HEIGHT = 26;
    private static final double THUMB_WIDTH = 4;
    private static final double LEAST_THUMB = 20;

    private final Texts texts = Texts.of("assist");
    private final int columns;
    private final WordsArea area = new WordsArea();
    private final Label note = new Label();
    private final Region thumb = new Region();
    private String text = "";

    WordsCard(int columns) {
        this.columns = columns;
        getStyleClass().add("assist-card");
        note.getStyleClass().add("assist-note");
        thumb.getStyleClass().add("assist-thumb");
        thumb.setMouseTransparent(true);
        getChildren().addAll(area, note, thumb);
        addEventHandler(ScrollEvent.SCROLL, ScrollEvent::consume);
        area.estimatedScrollYProperty().addListener((_, _, _) -> placeThumb());
        area.totalHeightEstimateProperty().addListener((_, _, _) -> placeThumb());
    }

    void show(InspectionViewModel.Shown shown) {
        var words = shown.words();
        area.show(words);
        area.setVisible(!words.isEmpty());
        text = words.text();
        note.setText(note(shown));
        note.setVisible(!note.getText().isEmpty());
        requestLayout();
    }

    private static int mostRows() {
        return (int) ((GREATEST_HEIGHT - NOTE_HEIGHT - 2 * PADDING_Y) / WordsArea.lineHeight());
    }

    private String note(InspectionViewModel.Shown shown) {
        var why = lack(shown.lack());
        if (!why.isEmpty()) {
            return why;
        }
        if (shown.words().isCut()) {
            return texts.get("inspection.cut");
        }
        boolean canTellMore = columns == WIDE && shown.detail() == InspectionViewModel.BRIEF;
        return canTellMore ? texts.get("inspection.more") : "";
    }

    private String lack(@Nullable Lack lack) {
        return lack == null
                ? ""
                : switch (lack) {
                    case NOTHING -> texts.get("inspection.none");
                    case BUSY -> texts.get("inspection.busy");
                    case NO_KERNEL -> texts.get("inspection.noKernel");
                    case SLOW, LATE -> texts.get("inspection.late");
                    case SERVER_NOTHING -> texts.get("inspection.none.server");
                    case NO_SERVER -> texts.get("completion.none.noServer");
                    case SERVER_STARTS -> texts.get("completion.none.serverStarts");
                    case SERVER_SLOW, SERVER_LATE -> texts.get("completion.none.serverLate");
                };
    }

    /// Copies what is selected; returns whether anything is.
    boolean copySelected() {
        boolean isAny = area.getSelection().getLength() > 0;
        if (isAny) {
            area.copy();
        }
        return isAny;
    }

    void scroll(int pages) {
        area.scrollYBy(pages * (area.getHeight() - WordsArea.lineHeight()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return text.isEmpty()
                ? Math.ceil(note.prefWidth(-1)) + 2 * PADDING_X + 2
                : columnsOf(text) * WordsArea.columnWidth() + 2 * PADDING_X + 2 * THUMB_WIDTH;
    }

    /// A short text needs no wide card.
    private double columnsOf(String words) {
        int longest = words.lines().mapToInt(DisplayWidth::of).max().orElse(0);
        return columns == NARROW ? Math.min(columns, longest + 1) : columns;
    }

    @Override
    protected double computePrefHeight(double width) {
        double noted = note.isVisible() ? NOTE_HEIGHT : 0;
        if (text.isEmpty()) {
            return noted + 2;
        }
        int columnsNow = (int) ((width - 2 * PADDING_X) / WordsArea.columnWidth());
        int rows = WordsArea.rows(text, Math.clamp(columnsNow, 1, columns), mostRows());
        return rows * WordsArea.lineHeight() + 2 * PADDING_Y + noted;
    }

    @Override
    protected void layoutChildren() {
        double noted = note.isVisible() ? NOTE_HEIGHT : 0;
        double height = Math.max(0, getHeight() - noted - 2 * PADDING_Y);
        area.resizeRelocate(PADDING_X, PADDING_Y, getWidth() - PADDING_X - 2 * THUMB_WIDTH, height);
        double noteY = getHeight() - NOTE_HEIGHT - 1;
        note.resizeRelocate(PADDING_X, noteY, getWidth() - 2 * PADDING_X, NOTE_HEIGHT);
        placeThumb();
    }

    private void placeThumb() {
        double all = area.getTotalHeightEstimate();
        double seen = area.getHeight();
        thumb.setVisible(area.isVisible() && all > seen + 1);
        if (thumb.isVisible()) {
            double size = Math.max(LEAST_THUMB, seen * seen / all);
            double way = Math.clamp(area.getEstimatedScrollY() / (all - seen), 0, 1);
            double y = PADDING_Y + (seen - size) * way;
            thumb.resizeRelocate(getWidth() - THUMB_WIDTH - 4, y, THUMB_WIDTH, size);
        }
    }
}
