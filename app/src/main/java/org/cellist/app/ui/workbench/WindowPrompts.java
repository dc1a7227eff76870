package org.cellist.app.ui.workbench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.cellist.app.settings.KernelsAtClose;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.sheet.Question;
import org.cellist.app.ui.sheet.SheetLayer;
import org.jspecify.annotations.Nullable;

/// Asks with sheets inside the window; files are chosen with the system's dialog.
///
/// Confined to the JavaFX Application Thread.
final class WindowPrompts implements Prompts {

    private static final List<String> KNOWN =
            Stream.of(
                            "ipynb", "py", "md", "txt", "json", "csv", "tsv", "png", "jpg", "jpeg",
                            "gif", "webp", "svg")
                    .map(extension -> "*." + extension)
                    .toList();

    private static final List<String> PACKAGES = List.of("*.txt", "*.yml", "*.yaml", "*.toml");

    private final Node window;
    private final SheetLayer sheets;
    private final Texts texts;
    private final ObjectProperty<KernelsAtClose> kernelsAtClose;
    private Path folder = Path.of(System.getProperty("user.home"));

    /// @param window any node of the window that owns the system's dialogs
    /// @param choices have what was answered, and remember an answer
    WindowPrompts(Node window, SheetLayer sheets, Texts texts, Choices choices) {
        this.window = window;
        this.sheets = sheets;
        this.texts = texts;
        this.kernelsAtClose = choices.kernelsAtCloseProperty();
    }

    @Override
    public void chooseOpen(@Nullable Path where, Consumer<List<Path>> then) {
        var chooser = chooser("choose.open", where);
        chooser.getExtensionFilters()
                .addFirst(new ExtensionFilter(texts.get("choose.known"), KNOWN));
        var files = chooser.showOpenMultipleDialog(window.getScene().getWindow());
        if (files != null && !files.isEmpty()) {
            folder = folderOf(files.getFirst());
            then.accept(files.stream().map(File::toPath).toList());
        }
    }

    @Override
    public void chooseSave(String name, @Nullable Path where, Consumer<Path> then) {
        var chooser = chooser("choose.save", where);
        chooser.setInitialFileName(name);
        var file = chooser.showSaveDialog(window.getScene().getWindow());
        if (file != null) {
            folder = folderOf(file);
            then.accept(file.toPath());
        }
    }

    @Override
    public void choosePackages(@Nullable Path where, Consumer<Path> then) {
        var chooser = chooser("choose.packages", where);
        chooser.getExtensionFilters()
                .set(0, new ExtensionFilter(texts.get("choose.packages.files"), PACKAGES));
        var file = chooser.showOpenDialog(window.getScene().getWindow());
        if (file != null) {
            then.accept(file.toPath());
        }
    }

    @Override
    public void chooseFolder(@Nullable Path where, Consumer<Path> then) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("choose.folder"));
        var begin = (where == null ? folder : where).toFile();
        if (begin.isDirectory()) {
            chooser.setInitialDirectory(begin);
        }
        var chosen = chooser.showDialog(window.getScene().getWindow());
        if (chosen != null) {
            then.accept(chosen.toPath());
        }
    }

    @Override
    public void tellNotSaved(String name, String why, Runnable saveAs) {
        var sheet = Question.of(texts.get("ask.notsaved", name), why);
        sheet.addCancel(texts.get("ask.close"), () -> {});
        sheet.addPrimary(texts.get("ask.saveas"), saveAs);
        sheets.open(sheet);
    }

    @Override
    public void askUnsaved(String name, Runnable saveAs, Runnable discard) {
        var sheet = Question.of(texts.get("ask.unsaved", name), texts.get("ask.unsaved.words"));
        sheet.addAside(
                texts.get("ask.discard"),
                () -> {
                    sheet.close();
                    discard.run();
                });
        sheet.addCancel(texts.get("ask.cancel"), () -> {});
        sheet.addPrimary(texts.get("ask.saveas"), saveAs);
        sheets.open(sheet);
    }

    @Override
    public void askUnapplied(String name, Runnable discard) {
        var sheet = Question.of(texts.get("ask.unapplied", name), texts.get("ask.unapplied.words"));
        sheet.addCancel(texts.get("ask.unapplied.back"), () -> {});
        sheet.addChoice(texts.get("ask.unapplied.close"), discard);
        sheets.open(sheet);
    }

    @Override
    public void askKernels(List<String> names, Consumer<Boolean> then) {
        if (kernelsAtClose.get() != KernelsAtClose.ASK) {
            then.accept(kernelsAtClose.get() == KernelsAtClose.KEEP);
            return;
        }
        var title =
                names.size() == 1
                        ? texts.get("ask.kernels.one", names.getFirst())
                        : texts.get("ask.kernels.many", names.size());
        var sheet = Question.of(title, texts.get("ask.kernels.words"));
        sheet.addAside(
                texts.get("ask.kernels.stop"),
                () -> {
                    sheet.close();
                    kernelsAtClose.set(KernelsAtClose.STOP);
                    then.accept(false);
                });
        sheet.addCancel(texts.get("ask.cancel"), () -> {});
        sheet.addPrimary(
                texts.get("ask.kernels.keep"),
                () -> {
                    kernelsAtClose.set(KernelsAtClose.KEEP);
                    then.accept(true);
                });
        sheets.open(sheet);
    }

    @Override
    public void askFreeGpu(String name, Runnable restart) {
        var sheet = Question.of(texts.get("ask.gpu", name), texts.get("ask.gpu.words"));
        sheet.addCancel(texts.get("ask.cancel"), () -> {});
        sheet.addPrimary(texts.get("ask.gpu.free"), restart);
        sheets.open(sheet);
    }

    @Override
    public void askGiveBack(String machine, Runnable giveBack) {
        var sheet =
                Question.of(texts.get("ask.giveback", machine), texts.get("ask.giveback.words"));
        sheet.addCancel(texts.get("ask.cancel"), () -> {});
        sheet.addPrimary(texts.get("ask.giveback.do"), giveBack);
        sheets.open(sheet);
    }

    @Override
    public void askTerminals(List<String> names, Runnable close) {
        var title =
                names.size() == 1
                        ? texts.get("ask.terminals.one", names.getFirst())
                        : texts.get("ask.terminals.many", names.size());
        var sheet = Question.of(title, texts.get("ask.terminals.words"));
        sheet.addCancel(texts.get("ask.cancel"), () -> {});
        sheet.addPrimary(texts.get("ask.terminals.close"), close);
        sheets.open(sheet);
    }

    @Override
    public void askTransfers(int count, Runnable stop) {
        var title =
                count == 1
                        ? texts.get("ask.transfers.one")
                        : texts.get("ask.transfers.many", count);
        var sheet = Question.of(title, texts.get("ask.transfers.words"));
        sheet.addCancel(texts.get("ask.transfers.wait"), () -> {});
        sheet.addPrimary(texts.get("ask.transfers.stop"), stop);
        sheets.open(sheet);
    }

    @Override
    public void askUnsavable(String name, String why, Runnable saveAs, Runnable discard) {
        var sheet = Question.of(texts.get("ask.unsavable", name), why);
        sheet.addAside(
                texts.get("ask.discard.edits"),
                () -> {
                    sheet.close();
                    discard.run();
                });
        sheet.addCancel(texts.get("ask.cancel"), () -> {});
        sheet.addPrimary(texts.get("ask.saveas"), saveAs);
        sheets.open(sheet);
    }

    @Override
    public void askReplace(String name, Runnable replace, Runnable saveAs) {
        var sheet = Question.of(texts.get("ask.replace", name), texts.get("ask.replace.words"));
        sheet.addAside(
                texts.get("ask.overwrite"),
                () -> {
                    sheet.close();
                    replace.run();
                });
        sheet.addCancel(texts.get("ask.cancel"), () -> {});
        sheet.addPrimary(texts.get("ask.saveas"), saveAs);
        sheets.open(sheet);
    }

    @Override
    public void askChangedOnDisk(String name, Runnable overwrite, Runnable saveAs) {
        var sheet = Question.of(texts.get("ask.changed", name), texts.get("ask.changed.words"));
        sheet.addAside(
                texts.get("ask.overwrite"),
                () -> {
                    sheet.close();
                    overwrite.run();
                });
        sheet.addCancel(texts.get("ask.cancel"), () -> {});
        sheet.addPrimary(texts.get("ask.saveas"), saveAs);
        sheets.open(sheet);
    }

    private FileChooser chooser(String title, @Nullable Path where) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get(title));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(texts.get("choose.notebooks"), "*.ipynb"),
                        new ExtensionFilter(texts.get("choose.all"), "*"));
        var begin = (where == null ? folder : where).toFile();
        if (begin.isDirectory()) {
            chooser.setInitialDirectory(begin);
        }
        return chooser;
    }

    private static Path folderOf(File file) {
        return file.toPath().toAbsolutePath().resolveSibling("");
    }
}
