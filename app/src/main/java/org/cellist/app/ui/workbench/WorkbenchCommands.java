package org.cellist.app.ui.workbench;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.page.CellChange;
import org.cellist.app.ui.page.FindWish;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.RunWhat;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.DocumentState;
import org.jspecify.annotations.Nullable;

/// Everything that a person can ask the window for, by whatever way.
///
/// Confined to the JavaFX Application Thread.
final class WorkbenchCommands {

    final Command create;
    final Command open;
    final Command save;
    final Command saveAs;
    final Command closeTab;
    final Command undo;
    final Command redo;
    final List<Command> finding;
    final Command searchFolder;
    final Command insertCode;
    final Command insertText;
    final List<Command> cellChanges;
    final Command runSelected;
    final Command runAll;
    final Command runBefore;
    final Command runAfter;
    final Command interrupt;
    final Command restart;
    final Command restartAndRunAll;
    final Command clearSelected;
    final Command clearAll;
    final Command chooseRuntime;
    final Command settings;
    final Command sidePane;
    final Command fullScreen;
    private final Command nextTab;
    private final Command previousTab;

    private final WorkbenchViewModel model;
    private final ObservableValue<@Nullable NotebookPage> page;
    private final ObservableBooleanValue always = new SimpleBooleanProperty(true);
    private final ObservableBooleanValue withNotebook;
    private final ObservableBooleanValue withKernel;
    private final ObservableBooleanValue withTab;

    WorkbenchCommands(
            WorkbenchViewModel model,
            ObservableValue<@Nullable NotebookPage> page,
            Saving saving,
            Prompts prompts,
            WindowActions window) {
        this.model = model;
        this.page = page;
        ObservableValue<@Nullable DocumentState> state =
                Nested.in(model.activeProperty(), TabViewModel::stateProperty);
        withNotebook = when(page, _ -> true);
        withKernel = when(state, now -> now.runtime().hasKernel());
        withTab = when(model.activeProperty(), _ -> true);

        create = command("new", KeyCode.N, always, model::create);
        open = command("open", KeyCode.O, always, () -> prompts.chooseOpen(folder(), model::open));
        save = command("save", KeyCode.S, withNotebook, () -> document(saving::save));
        saveAs = withShift("saveas", KeyCode.S, withNotebook, () -> document(saving::saveAs));
        closeTab = command("close", KeyCode.W, withTab, () -> tab(saving::close));
        undo = command("undo", KeyCode.Z, withNotebook, () -> page(NotebookPage::undo));
        redo = command("redo", KeyCode.Y, withNotebook, () -> page(NotebookPage::redo));
        finding = findCommands();
        searchFolder = withShift("search", KeyCode.F, always, window::searchFolder);
        insertCode = plain("code", withNotebook, () -> page(p -> p.insert(CellType.CODE)));
        insertText = plain("text", withNotebook, () -> page(p -> p.insert(CellType.MARKDOWN)));
        cellChanges =
                List.of(
                        plain("cells.cut", withNotebook, change(CellChange.CUT)),
                        plain("cells.copy", withNotebook, change(CellChange.COPY)),
                        plain("cells.paste", withNotebook, change(CellChange.PASTE)),
                        plain("cells.duplicate", withNotebook, change(CellChange.DUPLICATE)),
                        plain("cells.split", withNotebook, change(CellChange.SPLIT)),
                        plain("cells.merge", withNotebook, change(CellChange.MERGE)),
                        plain("cells.remove", withNotebook, change(CellChange.REMOVE)));
        runSelected = plain("run.selected", withNotebook, run(RunWhat.SELECTED_AND_ADVANCE));
        runAll = command("run.all", KeyCode.F9, withNotebook, run(RunWhat.ALL));
        runBefore = command("run.before", KeyCode.F8, withNotebook, run(RunWhat.BEFORE));
        runAfter = command("run.after", KeyCode.F10, withNotebook, run(RunWhat.AFTER));
        interrupt = plain("interrupt", withKernel, () -> document(Document::interrupt));
        restart = plain("restart", withKernel, () -> document(Document::restart));
        restartAndRunAll =
                plain("restart.run", withNotebook, () -> document(this::restartAndRunAll));
        clearSelected =
                plain("clear", withNotebook, () -> page(NotebookPage::clearSelectedOutputs));
        clearAll = plain("clear.all", withNotebook, () -> page(NotebookPage::clearAllOutputs));
        chooseRuntime = plain("runtime", withNotebook, window::chooseRuntime);
        settings = command("settings", KeyCode.COMMA, always, window::showSettings);
        sidePane = command("side", KeyCode.B, always, window::toggleSidePane);
        fullScreen =
                new Command(
                        "fullscreen",
                        new KeyCodeCombination(KeyCode.F11),
                        always,
                        window::toggleFullScreen);
        nextTab = command("tab.next", KeyCode.TAB, withTab, () -> model.activateNext(1));
        previousTab =
                new Command(
                        "tab.previous",
                        new KeyCodeCombination(KeyCode.TAB, SHORTCUT_DOWN, SHIFT_DOWN),
                        withTab,
                        () -> model.activateNext(-1));
    }

    /// Runs the command that the keys ask for, and takes the event away. Keys that mean something
    /// inside a cell (Shift+Enter and its like) are the page's, and a text field has an undo of its
    /// own.
    void key(KeyEvent event) {
        boolean isField = event.getTarget() instanceof TextInputControl;
        for (var command : isField ? keyedButUndo() : keyed()) {
            var keys = command.keys();
            if (keys != null && keys.match(event)) {
                event.consume();
                command.run();
                return;
            }
        }
    }

    private List<Command> keyed() {
        var all = new ArrayList<>(finding);
        all.addAll(
                List.of(
                        searchFolder,
                        create,
                        open,
                        save,
                        saveAs,
                        closeTab,
                        undo,
                        redo,
                        redoWithShift(),
                        runAll,
                        runBefore,
                        runAfter,
                        settings,
                        sidePane,
                        fullScreen,
                        nextTab,
                        previousTab));
        return all;
    }

    private List<Command> keyedButUndo() {
        var history = List.of(undo.key(), redo.key());
        return keyed().stream().filter(command -> !history.contains(command.key())).toList();
    }

    private Command redoWithShift() {
        return new Command(
                redo.key(),
                new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN),
                redo.possible(),
                redo.action());
    }

    private Runnable change(CellChange what) {
        return () -> page(page -> page.change(what));
    }

    private List<Command> findCommands() {
        return List.of(
                find("find", FindWish.FIND, KeyCode.F, SHORTCUT_DOWN),
                find("replace", FindWish.REPLACE, KeyCode.H, SHORTCUT_DOWN),
                find("find.next", FindWish.NEXT, KeyCode.F3),
                find("find.previous", FindWish.PREVIOUS, KeyCode.F3, SHIFT_DOWN));
    }

    private Command find(
            String key, FindWish what, KeyCode code, KeyCombination.Modifier... modifiers) {
        return new Command(
                key,
                new KeyCodeCombination(code, modifiers),
                withNotebook,
                () -> page(page -> page.find(what)));
    }

    private Runnable run(RunWhat what) {
        return () -> page(page -> page.run(what));
    }

    private void page(Consumer<NotebookPage> action) {
        var now = page.getValue();
        if (now != null) {
            action.accept(now);
        }
    }

    private void document(Consumer<Document> action) {
        model.activeDocument().ifPresent(action);
    }

    private void restartAndRunAll(Document document) {
        page(NotebookPage::commitComposition);
        document.restartAndRunAll();
    }

    private @Nullable Path folder() {
        return model.activeDocument().map(Document::file).map(Path::getParent).orElse(null);
    }

    private void tab(Consumer<TabViewModel> action) {
        var now = model.activeProperty().get();
        if (now != null) {
            action.accept(now);
        }
    }

    private static Command command(
            String key, KeyCode code, ObservableBooleanValue possible, Runnable action) {
        KeyCombination keys = new KeyCodeCombination(code, SHORTCUT_DOWN);
        return new Command(key, keys, possible, action);
    }

    private static Command withShift(
            String key, KeyCode code, ObservableBooleanValue possible, Runnable action) {
        var keys = new KeyCodeCombination(code, SHORTCUT_DOWN, SHIFT_DOWN);
        return new Command(key, keys, possible, action);
    }

    private static Command plain(String key, ObservableBooleanValue possible, Runnable action) {
        return new Command(key, null, possible, action);
    }

    private static <T> ObservableBooleanValue when(
            ObservableValue<@Nullable T> value, Predicate<T> test) {
        return Bindings.createBooleanBinding(
                () -> {
                    var now = value.getValue();
                    return now != null && test.test(now);
                },
                value);
    }

    /// What only the window can do.
    interface WindowActions {
        void chooseRuntime();

        void showSettings();

        void toggleSidePane();

        void toggleFullScreen();

        void searchFolder();
    }
}
