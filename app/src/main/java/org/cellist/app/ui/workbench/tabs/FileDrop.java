package org.cellist.app.ui.workbench.tabs;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes files that another program drags here, unless something inside took them.
///
/// Confined to the JavaFX Application Thread.
public final class FileDrop {

    private FileDrop() {}

    /// Lets a node take files.
    ///
    /// @param taker told of those that are dropped
    public static void on(Node node, Consumer<List<Path>> taker) {
        node.addEventHandler(DragEvent.DRAG_OVER, FileDrop::over);
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> dropped(event, taker));
    }

    private static void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
        }
    }

    private static void dropped(DragEvent event, Consumer<List<Path>> taker) {
        if (event.getDragboard().hasFiles()) {
            taker.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
