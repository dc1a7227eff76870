package org.cellist.app.ui.workbench.history;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.cellist.app.notebook.diff.CellDiff;
import org.cellist.app.notebook.diff.TextLine;
import org.cellist.app.ui.output.image.BundlePictures;
import org.cellist.app.ui.output.image.PictureSource;
import org.cellist.app.ui.output.image.PictureView;
import org.cellist.app.ui.output.image.Pictures;
import org.cellist.kernel.protocol.MimeBundle;
import org.jspecify.annotations.Nullable;

/// One line of the differences.
///
/// Confined to the JavaFX Application Thread.
final class DiffCell extends ListCell<DiffRow> {

    /// A longer line is cut around its first change.
    private static final int LONGEST = 300;

    private static final int BEFORE_CHANGE = 40;
    private static final double PICTURE_WIDTH = 330;
    private static final double PICTURE_HEIGHT = 420;
    private static final double UNKNOWN_WIDTH = 240;
    private static final double UNKNOWN_HEIGHT = 160;
    private static final double LEAST_HEIGHT = 24;

    private final HistoryWords words;
    private final Pictures pictures;
    private final BooleanSupplier isOfFile;
    private final Consumer<CellDiff> restore;

    /// @param isOfFile whether another file is compared, not a version
    /// @param restore puts a cell back
    DiffCell(
            HistoryWords words,
            Pictures pictures,
            BooleanSupplier isOfFile,
            Consumer<CellDiff> restore) {
        this.isOfFile = isOfFile;
        this.words = words;
        this.pictures = pictures;
        this.restore = restore;
        getStyleClass().add("diff-cell");
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable DiffRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null ? null : node(row));
    }

    private Node node(DiffRow row) {
        return switch (row) {
            case DiffRow.OfCell heading -> heading(heading);
            case DiffRow.Part(var name) -> label(name, "diff-part");
            case DiffRow.Gap _ -> label("⋯", "diff-gap");
            case DiffRow.Line(var line) -> line(line);
            case DiffRow.Picture(var mimeType, var then, var now) ->
                    sideBySide(mimeType, then, now);
        };
    }

    private Node heading(DiffRow.OfCell row) {
        var type = HistoryWords.of(row.type(), words.texts());
        var name = label(words.texts().get("cell.name", row.number(), type), "diff-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var happened = label(words.cell(row.diff()), "diff-happened");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(name, happened, space);
        line.getStyleClass().add("diff-heading");
        if (row.diff() instanceof CellDiff.Changed || row.diff() instanceof CellDiff.Removed) {
            var button =
                    new Button(
                            words.texts()
                                    .get(isOfFile.getAsBoolean() ? "take.cell" : "restore.cell"));
            button.getStyleClass().setAll("diff-restore");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> restore.accept(row.diff()));
            line.getChildren().add(button);
        }
        return line;
    }

    private static Node line(TextLine line) {
        var mark =
                switch (line.kind()) {
                    case KEPT -> "  ";
                    case REMOVED -> "− ";
                    case ADDED -> "+ ";
                };
        var kind =
                switch (line.kind()) {
                    case KEPT -> "diff-kept";
                    case REMOVED -> "diff-removed";
                    case ADDED -> "diff-added";
                };
        var flow = new TextFlow(text(mark, "diff-mark"));
        var text = line.text();
        int first = line.words().isEmpty() ? 0 : line.words().getFirst().from();
        int from = text.length() <= LONGEST ? 0 : whole(text, first - BEFORE_CHANGE);
        int to = whole(text, from + LONGEST);
        int at = from;
        flow.getChildren().add(text(from > 0 ? "… " : "", "diff-text"));
        for (var word : line.words()) {
            if (word.from() >= at && word.to() <= to) {
                flow.getChildren().add(text(text.substring(at, word.from()), "diff-text"));
                flow.getChildren().add(text(text.substring(word.from(), word.to()), "diff-word"));
                at = word.to();
            }
        }
        flow.getChildren().add(text(text.substring(at, to), "diff-text"));
        flow.getChildren().add(text(to < text.length() ? " …" : "", "diff-text"));
        flow.getStyleClass().addAll("diff-line", kind);
        return flow;
    }

    /// Returns a place that is not in the midst of a character.
    private static int whole(String text, int place) {
        int within = Math.clamp(place, 0, text.length());
        boolean cutsPair =
                within > 0
                        && within < text.length()
                        && Character.isLowSurrogate(text.charAt(within))
                        && Character.isHighSurrogate(text.charAt(within - 1));
        return cutsPair ? within - 1 : within;
    }

    private static Text text(String text, String styleClass) {
        var node = new Text(text);
        node.getStyleClass().addAll("diff-piece", styleClass);
        return node;
    }

    private Node sideBySide(String mimeType, @Nullable MimeBundle then, @Nullable MimeBundle now) {
        var side = words.texts().get(isOfFile.getAsBoolean() ? "side.file" : "side.then");
        var row =
                new HBox(
                        picture(mimeType, then, side),
                        picture(mimeType, now, words.texts().get("side.now")));
        row.getStyleClass().add("diff-pictures");
        return row;
    }

    private Node picture(String mimeType, @Nullable MimeBundle bundle, String side) {
        var box = new VBox(label(side, "diff-side"));
        box.getStyleClass().add("diff-picture");
        box.setPrefWidth(PICTURE_WIDTH);
        var source = bundle == null ? null : BundlePictures.of(bundle, mimeType).orElse(null);
        if (source == null) {
            box.getChildren().add(label(words.texts().get("side.none"), "diff-side"));
        } else {
            box.getChildren().add(picture(source, side));
        }
        return box;
    }

    /// A line of a list has to know how high it is before it is laid out.
    private Node picture(PictureSource source, String side) {
        var declared = source.declaredSize();
        double width = declared == null ? UNKNOWN_WIDTH : Math.max(1, declared.width());
        double height = declared == null ? UNKNOWN_HEIGHT : Math.max(1, declared.height());
        double shrink = Math.min(1, Math.min(PICTURE_WIDTH / width, PICTURE_HEIGHT / height));
        var view = new PictureView(pictures, source, null, side);
        view.setRoom(width * shrink);
        view.setPrefHeight(Math.max(LEAST_HEIGHT, height * shrink));
        view.setMinHeight(view.getPrefHeight());
        return view;
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }
}
