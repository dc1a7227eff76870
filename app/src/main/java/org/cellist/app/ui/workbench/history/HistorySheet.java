package org.cellist.app.ui.workbench.history;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.image.Pictures;
import org.cellist.app.ui.output.work.RenderWorker;
import org.cellist.app.ui.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/// Builds the sheet of a notebook's history: the versions at the left, at the right what differs
/// between the chosen one and what is open now.
///
/// Confined to the JavaFX Application Thread.
public final class HistorySheet {

    private static final double WIDTH = 1060;
    private static final double HEIGHT = 500;
    private static final double TIMELINE_WIDTH = 236;
    private static final String LEFT = "−  ";

    private final Texts texts = Texts.of("history");
    private final HistoryViewModel model;
    private final HistoryWords words;
    private final RenderWorker worker;
    private final ListView<TimelineRow> timeline = new ListView<>();
    private final ListView<DiffRow> differences = new ListView<>();
    private final Label quiet = new Label();
    private final Label told = new Label();
    private final Label then = new Label();
    private final Sheet sheet;
    private final Button restoreAll;
    private final Button saveCopy;

    private HistorySheet(HistoryViewModel model, HistoryWords words, String name, Chooser chooser) {
        this.model = model;
        this.words = words;
        worker = new RenderWorker("history", 1, model.past().fx());
        sheet = new Sheet(texts.get("title", name), texts.get("purpose"), body(), WIDTH);
        restoreAll = sheet.addAside(texts.get("restore.all"), model::restoreAll);
        saveCopy =
                sheet.addAside(
                        texts.get("copy"),
                        () -> chooser.save(name, file -> model.saveCopy(file, told::setText)));
        sheet.addAside(texts.get("compare"), () -> chooser.open(this::compareWith));
        sheet.addCancel(texts.get("close"), this::close);
        model.shownProperty().subscribe(this::show);
        model.timeline().subscribe(() -> model.past().fx().execute(this::selectNewest));
        model.load();
    }

    /// Returns the sheet, ready to be opened once.
    ///
    /// @param name the notebook's
    /// @param today the present day
    /// @param chooser asks for files
    public static Sheet of(HistoryViewModel model, String name, LocalDate today, Chooser chooser) {
        var words = new HistoryWords(Texts.of("history"), model.zone(), today);
        return new HistorySheet(model, words, name, chooser).sheet;
    }

    /// Asks a person for files; does not call back when they choose none.
    public interface Chooser {

        /// Asks for a file to save to.
        void save(String name, Consumer<Path> then);

        /// Asks for a notebook.
        void open(Consumer<Path> then);
    }

    private void close() {
        model.close();
        worker.close();
    }

    private Node body() {
        timeline.setItems(model.timeline());
        timeline.getStyleClass().addAll("history-timeline", "sheet-focus");
        timeline.setAccessibleText(texts.get("versions"));
        timeline.setCellFactory(_ -> new TimelineCell(model, words));
        timeline.setMinWidth(TIMELINE_WIDTH);
        timeline.setPrefWidth(TIMELINE_WIDTH);
        timeline.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        var pictures = new Pictures(worker);
        differences.getStyleClass().add("history-differences");
        differences.setAccessibleText(texts.get("differences"));
        differences.setCellFactory(
                _ -> new DiffCell(words, pictures, model::isOfFile, model::restore));
        quiet.getStyleClass().add("history-quiet");
        quiet.setWrapText(true);
        told.getStyleClass().add("history-told");
        told.setWrapText(true);
        told.managedProperty().bind(told.textProperty().isNotEmpty());
        var right = new VBox(legend(), new StackPane(differences, quiet), told);
        VBox.setVgrow(right.getChildren().get(1), Priority.ALWAYS);
        right.getStyleClass().add("history-right");
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        var body = new HBox(timeline, right);
        body.getStyleClass().add("history-body");
        body.setPrefHeight(HEIGHT);
        body.setMinHeight(0);
        return body;
    }

    private Node legend() {
        then.setText(LEFT + texts.get("legend.then"));
        then.getStyleClass().addAll("diff-removed", "history-legend");
        var now = new Label("+  " + texts.get("legend.now"));
        now.getStyleClass().addAll("diff-added", "history-legend");
        for (var label : new Label[] {then, now}) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        var row = new HBox(then, now);
        row.getStyleClass().add("history-legends");
        return row;
    }

    private void choose(@Nullable TimelineRow row) {
        told.setText("");
        if (row instanceof TimelineRow.Entry(var version)) {
            then.setText(LEFT + texts.get("legend.then"));
            restoreAll.setText(texts.get("restore.all"));
            model.choose(version);
        }
    }

    private void compareWith(Path file) {
        timeline.getSelectionModel().clearSelection();
        then.setText(LEFT + texts.get("legend.file", String.valueOf(file.getFileName())));
        restoreAll.setText(texts.get("take.all"));
        model.choose(file);
    }

    private void show(Shown now) {
        boolean isCompared = now instanceof Shown.Compared;
        boolean differs = now instanceof Shown.Compared compared && !compared.rows().isEmpty();
        restoreAll.setDisable(!differs);
        saveCopy.setDisable(!isCompared || model.isOfFile());
        if (now instanceof Shown.Reading) {
            quiet.setText(differences.getItems().isEmpty() ? texts.get("reading") : "");
            return;
        }
        quiet.setText(
                switch (now) {
                    case Shown.Nothing _ -> texts.get("nothing");
                    case Shown.Damaged _ -> texts.get("damaged");
                    case Shown.Reading _ -> "";
                    case Shown.Unreadable(var why) -> why;
                    case Shown.Compared compared ->
                            compared.rows().isEmpty()
                                    ? texts.get(model.isOfFile() ? "same.file" : "same")
                                    : "";
                });
        if (now instanceof Shown.Compared compared) {
            differences.getItems().setAll(compared.rows());
        } else {
            differences.getItems().clear();
        }
    }

    /// The newest is chosen first; its day stands above it. Done after the list has seen its rows.
    private void selectNewest() {
        boolean isNew = timeline.getSelectionModel().getSelectedIndex() < 0;
        if (isNew && !timeline.getItems().isEmpty()) {
            timeline.getSelectionModel().select(1);
        }
    }
}
