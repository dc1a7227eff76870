package org.cellist.app.ui.workbench.files;

import java.io.File;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.cellist.app.ui.workbench.files.FilesModel.Things;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.PlacePaths;
import org.jspecify.annotations.Nullable;

/// Dragging files out of a folder and into it. Between places they are copied, within one they are
/// moved; what other programs drag here is copied.
///
/// What is on this computer can be dragged to other programs, too.
///
/// Confined to the JavaFX Application Thread.
final class FolderDrag {

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    private final FolderModel model;
    private final FilesModel files;
    private final FilesQuestions questions;
    private final ListView<FileEntry> list;
    private final Dragged dragged;
    private @Nullable FileCell target;

    FolderDrag(
            FolderModel model,
            FilesModel files,
            FilesQuestions questions,
            ListView<FileEntry> list,
            Dragged dragged) {
        this.model = model;
        this.files = files;
        this.questions = questions;
        this.list = list;
        this.dragged = dragged;
    }

    void install() {
        list.addEventHandler(MouseEvent.DRAG_DETECTED, this::begin);
        list.addEventHandler(DragEvent.DRAG_OVER, this::over);
        list.addEventHandler(DragEvent.DRAG_EXITED, _ -> unmark());
        list.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        list.addEventHandler(DragEvent.DRAG_DONE, _ -> dragged.end());
    }

    /// Returns the row that something belongs to; null if it is in none.
    static @Nullable FileCell cell(EventTarget target) {
        for (var node = target instanceof Node it ? it : null;
                node != null;
                node = node.getParent()) {
            if (node instanceof FileCell cell) {
                return cell.isEmpty() ? null : cell;
            }
        }
        return null;
    }

    private void begin(MouseEvent event) {
        var entries = List.copyOf(list.getSelectionModel().getSelectedItems());
        boolean isMeant =
                (event.getButton() == MouseButton.PRIMARY)
                        && (cell(event.getTarget()) != null)
                        && !entries.isEmpty();
        if (!isMeant) {
            return;
        }
        var place = model.placeProperty().get();
        dragged.begin(place, entries);
        var content = new ClipboardContent();
        content.put(Dragged.FORMAT, "");
        if (place instanceof Place.Here) {
            content.putFiles(entries.stream().map(it -> new File(it.path())).toList());
        }
        list.startDragAndDrop(TransferMode.COPY_OR_MOVE).setContent(content);
        event.consume();
    }

    private void over(DragEvent event) {
        var cell = folderCell(event);
        boolean isTaken = takes(event, folder(cell));
        mark(isTaken ? cell : null);
        list.pseudoClassStateChanged(TARGET, isTaken && cell == null);
        if (isTaken) {
            boolean isMove = isOwn(event) && dragged.place().equals(model.placeProperty().get());
            event.acceptTransferModes(isMove ? TransferMode.MOVE : TransferMode.COPY);
        }
        event.consume(); // else the window would open what it is not offered
    }

    private static boolean isOwn(DragEvent event) {
        return event.getDragboard().hasContent(Dragged.FORMAT);
    }

    private boolean takes(DragEvent event, String folder) {
        if (!isOwn(event)) {
            return event.getDragboard().hasFiles();
        }
        boolean isElsewhere = !dragged.place().equals(model.placeProperty().get());
        return isElsewhere
                || dragged.entries().stream()
                        .noneMatch(
                                it ->
                                        PlacePaths.parent(it.path()).orElse("").equals(folder)
                                                || PlacePaths.isWithin(folder, it.path()));
    }

    private @Nullable FileCell folderCell(DragEvent event) {
        var cell = cell(event.getTarget());
        return cell != null && cell.getItem().isFolder() ? cell : null;
    }

    private String folder(@Nullable FileCell cell) {
        return cell == null ? model.folderProperty().get() : cell.getItem().path();
    }

    private void mark(@Nullable FileCell cell) {
        if (target != null && target != cell) {
            target.setTarget(false);
        }
        if (cell != null) {
            cell.setTarget(true);
        }
        target = cell;
    }

    private void unmark() {
        mark(null);
        list.pseudoClassStateChanged(TARGET, false);
    }

    private void dropped(DragEvent event) {
        var folder = folder(folderCell(event));
        unmark();
        event.consume();
        if (!takes(event, folder)) {
            return;
        }
        event.setDropCompleted(true);
        var place = model.placeProperty().get();
        if (!isOwn(event)) {
            var given =
                    event.getDragboard().getFiles().stream()
                            .map(it -> PlacePaths.of(it.toPath()))
                            .toList();
            files.copy(new Things(new Place.Here(), given), place, folder, questions);
        } else if (dragged.place().equals(place)) {
            model.move(dragged.entries(), folder);
        } else {
            files.copy(Things.of(dragged.place(), dragged.entries()), place, folder, questions);
        }
    }
}
