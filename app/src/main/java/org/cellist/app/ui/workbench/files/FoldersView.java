package org.cellist.app.ui.workbench.files;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.EventTarget;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cellist.kernel.runtime.files.PlacePaths;
import org.jspecify.annotations.Nullable;

/// One folder or two, one above the other, and below them what is copied between places.
///
/// Confined to the JavaFX Application Thread.
public final class FoldersView extends VBox {

    private final FilesModel model;
    private final FilesQuestions questions;
    private final Consumer<Path> opener;
    private final Dragged dragged = new Dragged();
    private final FolderView first;
    private final VBox folders;

    /// @param begin the folder of this computer that is shown at first; null for the home
    /// @param opener opens a file
    public FoldersView(
            FilesModel model,
            FilesQuestions questions,
            Supplier<@Nullable Path> begin,
            Consumer<Path> opener) {
        this.model = model;
        this.questions = questions;
        this.opener = opener;
        getStyleClass().add("folders");
        first = view(model.first());
        folders = new VBox(first);
        folders.getStyleClass().add("folders");
        VBox.setVgrow(folders, Priority.ALWAYS);
        getChildren().addAll(folders, new TransfersView(model.transfers()));
        model.secondProperty().subscribe(this::showSecond);
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null && !model.places().isEmpty()) {
                                var folder = begin.get();
                                model.first().begin(folder == null ? null : PlacePaths.of(folder));
                            }
                        });
    }

    private FolderView view(FolderModel folder) {
        var view = new FolderView(folder, model, questions, opener, dragged);
        VBox.setVgrow(view, Priority.ALWAYS);
        return view;
    }

    private void showSecond(@Nullable FolderModel second) {
        if (second == null) {
            folders.getChildren().setAll(first);
        } else {
            folders.getChildren().setAll(first, view(second));
        }
    }

    /// Returns whether something is a field in which a person types a name or a path: Escape is
    /// its own then.
    public static boolean isNaming(EventTarget target) {
        return FolderView.isNaming(target);
    }

    /// Takes the keys.
    public void enter() {
        first.enter();
    }
}
