package org.cellist.app.ui.editor;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import org.cellist.app.ui.editor.caret.SeveralCarets;

/// Files that another program drags over a text: a stroke shows where what the listener makes of
/// them would come. What it does not want goes on to whatever the editor lies in.
///
/// Confined to the JavaFX Application Thread.
final class DroppedFiles {

    private static final double WIDTH = 2;

    private final EditorArea area;
    private final SeveralCarets carets;
    private final Supplier<EditorListener> listener;
    private final Region mark = new Region();

    DroppedFiles(EditorArea area, SeveralCarets carets, Supplier<EditorListener> listener) {
        this.area = area;
        this.carets = carets;
        this.listener = listener;
        mark.getStyleClass().add("drop-caret");
        mark.setVisible(false);
    }

    void listenTo(Node editor) {
        editor.addEventHandler(DragEvent.DRAG_OVER, this::over);
        editor.addEventHandler(DragEvent.DRAG_EXITED, _ -> leave());
        editor.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        if (drag(files(event), event.getSceneX(), event.getSceneY())) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (drop(files(event), event.getSceneX(), event.getSceneY())) {
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /// Shows where files would come that are over the text, in pixels of the scene.
    ///
    /// @return false if they are not for this text
    boolean drag(List<Path> files, double sceneX, double sceneY) {
        boolean takes = takes(files);
        if (takes) {
            show(placeAt(sceneX, sceneY));
        }
        return takes;
    }

    /// Shows nothing any more: the files are elsewhere.
    void leave() {
        mark.setVisible(false);
    }

    /// Inserts what the listener makes of files, as one change, and takes the keys.
    ///
    /// @return false if they are not for this text
    boolean drop(List<Path> files, double sceneX, double sceneY) {
        leave();
        if (!takes(files)) {
            return false;
        }
        area.commitComposition();
        carets.leaveOne();
        int place = area.openAt(placeAt(sceneX, sceneY));
        var text = listener.get().dropped(files, area.toSource(place));
        area.getScene().getWindow().requestFocus();
        area.requestFocus();
        area.insertText(place, text);
        area.moveTo(place + text.length());
        area.requestFollowCaret();
        return true;
    }

    private boolean takes(List<Path> files) {
        return !files.isEmpty() && area.isEditable() && listener.get().takesFiles(files);
    }

    private static List<Path> files(DragEvent event) {
        return Optional.ofNullable(event.getDragboard().getFiles()).orElse(List.of()).stream()
                .map(File::toPath)
                .toList();
    }

    /// Returns the place before the nearest character; beside the lines, of the nearest one.
    private int placeAt(double sceneX, double sceneY) {
        var point = area.sceneToLocal(sceneX, sceneY);
        double y = Math.clamp(point.getY(), 0, Math.max(0, area.getHeight() - 1));
        return area.hit(point.getX(), y).getInsertionIndex();
    }

    private void show(int place) {
        if (mark.getParent() == null) {
            area.addBehindText(mark);
        }
        var strokes = new ArrayList<Bounds>();
        for (var line : area.shownLines()) {
            if (place >= line.start() && place <= line.end()) {
                line.addCaret(place, strokes);
            }
        }
        mark.setVisible(!strokes.isEmpty());
        if (!strokes.isEmpty()) {
            var at = strokes.getFirst();
            mark.resizeRelocate(Math.max(0, at.getMinX()), at.getMinY(), WIDTH, at.getHeight());
        }
    }
}
