package org.cellist.app.ui.workbench.files;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.files.FilesModel.Things;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.PlacePaths;
import org.jspecify.annotations.Nullable;

/// What can be done with a folder and with what is selected in it, by menu and by key.
///
/// Confined to the JavaFX Application Thread.
final class FolderActions {

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PASTE =
            new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination RENAME = new KeyCodeCombination(KeyCode.F2);
    private static final KeyCombination DELETE = new KeyCodeCombination(KeyCode.DELETE);
    private static final KeyCombination REFRESH = new KeyCodeCombination(KeyCode.F5);

    private final FolderModel model;
    private final FilesModel files;
    private final FilesQuestions questions;
    private final ListView<FileEntry> list;
    private final Texts texts = Texts.of("files");
    private boolean isToBeNamed; // what is chosen next

    FolderActions(
            FolderModel model,
            FilesModel files,
            FilesQuestions questions,
            ListView<FileEntry> list) {
        this.model = model;
        this.files = files;
        this.questions = questions;
        this.list = list;
    }

    private List<FileEntry> selected() {
        return List.copyOf(list.getSelectionModel().getSelectedItems());
    }

    private boolean isHere() {
        return model.placeProperty().get() instanceof Place.Here;
    }

    // ---- by key

    /// Does what a key asks for; returns whether it asks for anything.
    boolean key(KeyEvent event) {
        if (COPY.match(event)) {
            copyToClipboard();
        } else if (PASTE.match(event)) {
            paste();
        } else if (RENAME.match(event)) {
            rename();
        } else if (DELETE.match(event)) {
            delete();
        } else if (REFRESH.match(event)) {
            model.refresh();
        } else {
            return false;
        }
        return true;
    }

    // ---- by menu

    /// Returns the menu of what is selected; that of the folder where nothing is.
    ContextMenu menu(Consumer<FileEntry> open) {
        var entries = selected();
        if (entries.isEmpty()) {
            return folderMenu();
        }
        var menu = new ContextMenu(item("open", null, () -> entries.forEach(open)));
        var other = files.other(model);
        if (!isHere()) {
            menu.getItems().add(item("download", null, () -> download(entries)));
        }
        if (other != null) {
            menu.getItems()
                    .add(
                            item(
                                    "copy.other",
                                    null,
                                    () ->
                                            files.copy(
                                                    things(entries),
                                                    other.placeProperty().get(),
                                                    other.folderProperty().get(),
                                                    questions)));
        }
        menu.getItems().add(new SeparatorMenuItem());
        if (entries.size() == 1) {
            menu.getItems().add(item("rename", RENAME, this::rename));
        }
        menu.getItems()
                .addAll(
                        item("delete", DELETE, this::delete),
                        new SeparatorMenuItem(),
                        item("copy.path", null, () -> copyPaths(entries)));
        return menu;
    }

    /// Returns the menu of the folder.
    ContextMenu folderMenu() {
        var hidden = new CheckMenuItem(texts.get("hidden"));
        hidden.setSelected(model.hiddenProperty().get());
        hidden.setOnAction(_ -> model.hiddenProperty().set(hidden.isSelected()));
        var second = new CheckMenuItem(texts.get("second"));
        second.setSelected(files.secondProperty().get() != null);
        second.setOnAction(_ -> files.toggleSecond());
        var menu =
                new ContextMenu(
                        item("folder.new", null, this::newFolder),
                        item(isHere() ? "bring" : "upload", null, this::upload),
                        item("refresh", REFRESH, model::refresh),
                        new SeparatorMenuItem(),
                        order(FolderOrder.NAME, "order.name"),
                        order(FolderOrder.MODIFIED, "order.modified"),
                        order(FolderOrder.SIZE, "order.size"),
                        new SeparatorMenuItem(),
                        hidden,
                        second);
        return menu;
    }

    private MenuItem item(String key, @Nullable KeyCombination keys, Runnable action) {
        var item = new MenuItem(texts.get(key));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        if (keys != null) {
            item.setAccelerator(keys);
        }
        return item;
    }

    private MenuItem order(FolderOrder order, String key) {
        var item = new RadioMenuItem(texts.get(key));
        item.setSelected(model.orderProperty().get() == order);
        item.setOnAction(_ -> model.orderProperty().set(order));
        return item;
    }

    // ---- what they do

    /// Makes a folder, and lets its name be typed.
    private void newFolder() {
        isToBeNamed = true;
        model.makeFolder(model.freeName(texts.get("folder.name")));
    }

    /// Something that was made is selected in the list now.
    void chosen(int index) {
        if (isToBeNamed) {
            isToBeNamed = false;
            edit(index);
        }
    }

    private void rename() {
        if (selected().size() == 1) {
            edit(list.getSelectionModel().getSelectedIndex());
        }
    }

    /// Only then: else a second click on a name would edit it, too.
    private void edit(int index) {
        list.setEditable(true);
        list.layout(); // else there is no cell yet
        list.edit(index);
    }

    private void delete() {
        var entries = selected();
        if (entries.isEmpty()) {
            return;
        }
        model.removal()
                .ifPresent(
                        removal ->
                                questions.askDelete(
                                        entries.stream().map(FileEntry::name).toList(),
                                        removal,
                                        () -> model.delete(entries)));
    }

    private void upload() {
        questions.chooseUploads(chosen -> files.upload(chosen, model, questions));
    }

    private void download(List<FileEntry> entries) {
        questions.chooseDownloads(
                null,
                folder ->
                        files.copy(
                                things(entries),
                                new Place.Here(),
                                PlacePaths.of(folder),
                                questions));
    }

    private Things things(List<FileEntry> entries) {
        return Things.of(model.placeProperty().get(), entries);
    }

    private static void copyPaths(List<FileEntry> entries) {
        var content = new ClipboardContent();
        content.putString(paths(entries));
        Clipboard.getSystemClipboard().setContent(content);
    }

    static String paths(List<FileEntry> entries) {
        return entries.stream().map(FileEntry::path).collect(Collectors.joining("\n"));
    }

    private void copyToClipboard() {
        var entries = selected();
        if (entries.isEmpty()) {
            return;
        }
        var content = new ClipboardContent();
        content.putString(paths(entries));
        if (isHere()) {
            content.putFiles(entries.stream().map(it -> new File(it.path())).toList());
        }
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void paste() {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            List<Path> given = clipboard.getFiles().stream().map(File::toPath).toList();
            files.upload(given, model, questions);
        }
    }
}
