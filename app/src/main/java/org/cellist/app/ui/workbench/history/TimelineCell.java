package org.cellist.app.ui.workbench.history;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A day of the timeline, or a version: when it was saved, and what it changed.
///
/// Confined to the JavaFX Application Thread.
final class TimelineCell extends ListCell<TimelineRow> {

    private final HistoryViewModel model;
    private final HistoryWords words;
    private final Label day = new Label();
    private final Label time = new Label();
    private final Label summary = new Label();
    private final VBox entry = new VBox(time, summary);
    private Subscription following = Subscription.EMPTY;

    TimelineCell(HistoryViewModel model, HistoryWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("history-entry");
        day.getStyleClass().add("history-day");
        time.getStyleClass().add("history-time");
        summary.getStyleClass().add("history-summary");
        summary.setMinWidth(0);
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable TimelineRow row, boolean empty) {
        super.updateItem(row, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        setDisable(false);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case TimelineRow.Day(var date) -> {
                day.setText(words.day(date));
                setDisable(true);
                setGraphic(day);
            }
            case TimelineRow.Entry(var version) -> {
                time.setText(words.time(version.at()));
                following = model.summary(version).subscribe(this::show);
                setGraphic(entry);
            }
        }
    }

    /// A space keeps the line's height until it is known.
    private void show(@Nullable Summary known) {
        summary.setText(known == null ? " " : words.summary(known));
    }
}
