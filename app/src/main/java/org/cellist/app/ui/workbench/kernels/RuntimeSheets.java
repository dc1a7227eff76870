package org.cellist.app.ui.workbench.kernels;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cellist.app.environment.packages.PackageList;
import org.cellist.app.ui.runtime.PickerSheet;
import org.cellist.app.ui.runtime.PickerViewModel;
import org.cellist.app.ui.runtime.backup.BackUpPane;
import org.cellist.app.ui.runtime.backup.BackUpSheet;
import org.cellist.app.ui.runtime.backup.RestorePane;
import org.cellist.app.ui.runtime.backup.RestoreSheet;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane;
import org.cellist.app.ui.runtime.environment.NewEnvironmentSheet;
import org.cellist.app.ui.sheet.SheetLayer;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.jspecify.annotations.Nullable;

/// The sheets that decide where the notebook in front runs.
///
/// Confined to the JavaFX Application Thread.
public final class RuntimeSheets {

    private final SheetLayer sheets;
    private final Supplier<Optional<Document>> front;
    private final Chooser chooser;
    private final Consumer<String> tryOut;

    /// Of the window with that layer of sheets.
    ///
    /// @param front the document in front, if there is one
    /// @param tryOut runs code on the kernel of the document in front, for a person to see
    public RuntimeSheets(
            SheetLayer sheets,
            Supplier<Optional<Document>> front,
            Chooser chooser,
            Consumer<String> tryOut) {
        this.sheets = sheets;
        this.front = front;
        this.chooser = chooser;
        this.tryOut = tryOut;
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
        front.get().ifPresent(it -> choose(it));
    }

    /// Opens the list of runtimes at a running kernel of a server, for a person who wants to go on
    /// with it.
    public void join(ServerAddress server, String kernel) {
        front.get().ifPresent(it -> choose(it).selectKernel(server, kernel));
    }

    private PickerViewModel choose(Document document) {
        var runtimes = document.runtimes();
        var model = new PickerViewModel(runtimes);
        sheets.open(
                runtimes.environments().isPresent()
                        ? PickerSheet.of(model, () -> make(document))
                        : PickerSheet.of(model));
        return model;
    }

    /// Opens the sheet that makes an environment, where this computer can have one.
    public void makeEnvironment() {
        front.get().ifPresent(this::make);
    }

    private void make(Document document) {
        make(document, null);
    }

    /// @param kept the list of packages to begin with; null for none
    private void make(Document document, @Nullable PackageList kept) {
        document.runtimes()
                .environments()
                .map(it -> new NewEnvironmentPane(it, kept))
                .ifPresent(
                        model ->
                                sheets.open(
                                        NewEnvironmentSheet.of(
                                                model,
                                                then -> chooser.choose(folder(document), then))));
    }

    /// Opens the sheet that keeps the list of packages the notebook in front runs with.
    public void backUpEnvironment() {
        front.get()
                .flatMap(Document::packages)
                .map(it -> new BackUpPane(it, Clock.system(ZoneId.systemDefault())))
                .ifPresent(model -> sheets.open(BackUpSheet.of(model)));
    }

    /// Opens the sheet that puts such a list back.
    public void restoreEnvironment() {
        front.get()
                .ifPresent(
                        document ->
                                document.packages()
                                        .map(RestorePane::new)
                                        .ifPresent(
                                                model ->
                                                        sheets.open(
                                                                RestoreSheet.of(
                                                                        model,
                                                                        new Ways(document)))));
    }

    private final class Ways implements RestoreSheet.Ways {

        private final Document document;

        Ways(Document document) {
            this.document = document;
        }

        @Override
        public void chooseFile(Consumer<Path> then) {
            chooser.choose(folder(document), then);
        }

        @Override
        public boolean canMake() {
            return document.runtimes().environments().isPresent();
        }

        @Override
        public void make(PackageList list) {
            RuntimeSheets.this.make(document, list);
        }

        @Override
        public void run(String code) {
            tryOut.accept(code);
        }
    }

    private static @Nullable Path folder(Document document) {
        var file = document.file();
        return file == null ? null : file.getParent();
    }
}
