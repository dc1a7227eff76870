package org.cellist.app.ui.workbench.kernels;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cellist.app.ui.runtime.PickerSheet;
import org.cellist.app.ui.runtime.PickerViewModel;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane;
import org.cellist.app.ui.runtime.environment.NewEnvironmentSheet;
import org.cellist.app.ui.sheet.SheetLayer;
import org.cellist.app.ui.workbench.port.Document;
import org.jspecify.annotations.Nullable;

/// The sheets that decide where the notebook in front runs.
///
/// Confined to the JavaFX Application Thread.
public final class RuntimeSheets {

    private final SheetLayer sheets;
    private final Supplier<Optional<Document>> front;
    private final Chooser chooser;

    /// Of the window with that layer of sheets.
    ///
    /// @param front the document in front, if there is one
    public RuntimeSheets(SheetLayer sheets, Supplier<Optional<Document>> front, Chooser chooser) {
        this.sheets = sheets;
        this.front = front;
        this.chooser = chooser;
    }

    /// Lets a person choose a file.
    @FunctionalInterface
    public interface Chooser {

        /// Calls back with the file; not when none is chosen.
        ///
        /// @param folder where to begin; null for the folder last used
        void choose(@Nullable Path folder, Consumer<Path> then);
    }

    /// Opens the list of runtimes.
    public void choose() {
        front.get().ifPresent(this::choose);
    }

    private void choose(Document document) {
        var runtimes = document.runtimes();
        var model = new PickerViewModel(runtimes);
        sheets.open(
                runtimes.environments().isPresent()
                        ? PickerSheet.of(model, () -> make(document))
                        : PickerSheet.of(model));
    }

    /// Opens the sheet that makes an environment, where this computer can have one.
    public void makeEnvironment() {
        front.get().ifPresent(this::make);
    }

    private void make(Document document) {
        document.runtimes()
                .environments()
                .map(NewEnvironmentPane::new)
                .ifPresent(
                        model ->
                                sheets.open(
                                        NewEnvironmentSheet.of(
                                                model,
                                                then -> chooser.choose(folder(document), then))));
    }

    private static @Nullable Path folder(Document document) {
        var file = document.file();
        return file == null ? null : file.getParent();
    }
}
