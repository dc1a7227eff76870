package org.cellist.app.ui.workbench.files;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.sheet.Question;
import org.cellist.app.ui.sheet.SheetLayer;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.jspecify.annotations.Nullable;

/// What the pane of files asks, in sheets of the window and the system's dialogs.
///
/// Confined to the JavaFX Application Thread.
public final class FileSheets implements FilesQuestions {

    private final SheetLayer sheets;
    private final Consumer<Consumer<List<Path>>> files;
    private final BiConsumer<@Nullable Path, Consumer<Path>> folder;
    private final Texts texts = Texts.of("files");

    /// Asks nothing yet.
    ///
    /// @param files lets the person choose files
    /// @param folder lets the person choose a folder, from the one given on
    public FileSheets(
            SheetLayer sheets,
            Consumer<Consumer<List<Path>>> files,
            BiConsumer<@Nullable Path, Consumer<Path>> folder) {
        this.sheets = sheets;
        this.files = files;
        this.folder = folder;
    }

    @Override
    public void askDelete(List<String> names, PlaceFiles.Removal removal, Runnable delete) {
        var sheet =
                Question.of(
                        title(names, "ask.delete.one", "ask.delete.many"),
                        texts.get(
                                switch (removal) {
                                    case TRASH -> "ask.delete.trash";
                                    case SERVER -> "ask.delete.server";
                                    case FOREVER -> "ask.delete.forever";
                                }));
        sheet.addCancel(texts.get("ask.cancel"), () -> {});
        sheet.addChoice(texts.get("ask.delete.do"), delete);
        sheets.open(sheet);
    }

    @Override
    public void askClash(List<String> names, Consumer<Clash> then) {
        var sheet =
                Question.of(
                        title(names, "ask.clash.one", "ask.clash.many"),
                        texts.get("ask.clash.words"));
        sheet.addAside(
                texts.get("ask.clash.replace"),
                () -> {
                    sheet.close();
                    then.accept(Clash.REPLACE);
                });
        sheet.addCancel(texts.get("ask.cancel"), () -> {});
        sheet.addPrimary(texts.get("ask.clash.both"), () -> then.accept(Clash.KEEP_BOTH));
        sheets.open(sheet);
    }

    private String title(List<String> names, String one, String many) {
        return names.size() == 1 ? texts.get(one, names.getFirst()) : texts.get(many, names.size());
    }

    @Override
    public void chooseUploads(Consumer<List<Path>> then) {
        files.accept(then);
    }

    @Override
    public void chooseDownloads(@Nullable Path from, Consumer<Path> then) {
        folder.accept(from, then);
    }
}
