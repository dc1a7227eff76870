package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.keys.KeyPlace;
import org.cellist.app.ui.keys.Keymap;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.page.Zoom;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.LookChoices;
import org.cellist.app.ui.settings.TypeChoices;
import org.cellist.app.ui.workbench.command.Command;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.cellist.app.ui.workbench.kernels.RuntimeSheets;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.DocumentState;
import org.cellist.app.ui.workbench.scratch.ScratchBeside;
import org.cellist.app.ui.workbench.terminals.TerminalsBelow;
import org.jspecify.annotations.Nullable;

/// All commands of the window and of the page in front.
///
/// Confined to the JavaFX Application Thread.
final class WorkbenchCommands {

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final WorkbenchViewModel model;
    private final ObservableValue<@Nullable NotebookPage> page;
    private final ObservableValue<Keymap> keymap;
    private final ObservableBooleanValue always = new SimpleBooleanProperty(true);
    private final ObservableBooleanValue withPage;
    private final ObservableBooleanValue withNotebook;
    private final ObservableBooleanValue withKernel;
    private final ObservableBooleanValue whenAway;
    private final ObservableBooleanValue withTab;

    /// @param front the page in front
    /// @param scratch knows which page has the keys
    WorkbenchCommands(
            WorkbenchViewModel model,
            ObservableValue<@Nullable NotebookPage> front,
            ScratchBeside scratch,
            TerminalsBelow terminals,
            Choices choices,
            Files files,
            WindowActions window) {
        this.model = model;
        this.page = scratch.keyPageProperty();
        keymap = choices.keys().keymapProperty();
        ObservableValue<@Nullable DocumentState> state =
                Nested.in(model.activeProperty(), TabViewModel::stateProperty);
        withPage = when(page, _ -> true);
        withNotebook = when(front, now -> now.can(PageCommand.RUN));
        withKernel = when(state, now -> now.runtime().hasKernel());
        whenAway = when(state, now -> now.runtime().isAway());
        withTab = when(model.activeProperty(), _ -> true);
        addFiles(files);
        addKernel(window, files.prompts());
        addWindow(window);
        addParts(window);
        addScratch(scratch);
        addTerminals(terminals);
        addChoices(choices);
        for (var command : PageCommand.values()) {
            boolean needsKernel = command == PageCommand.INTERRUPT;
            add(
                    command.id(),
                    placeOf(command),
                    needsKernel ? withKernel : when(page, now -> now.can(command)),
                    () -> page(now -> now.perform(command)));
        }
    }

    private static KeyPlace placeOf(PageCommand command) {
        if (command.id().startsWith("markdown.")) {
            return KeyPlace.MARKDOWN;
        }
        return command.id().startsWith("text.") ? KeyPlace.TEXT : KeyPlace.PAGE;
    }

    private void addFiles(Files files) {
        add(WindowCommand.NEW, always, model::create);
        add(WindowCommand.OPEN, always, () -> files.prompts().chooseOpen(folder(), model::open));
        add(WindowCommand.SAVE, withPage, () -> document(files.saving()::save));
        add(WindowCommand.SAVE_AS, withPage, () -> document(files.saving()::saveAs));
        add(WindowCommand.CLOSE_TAB, withTab, () -> tab(files.saving()::close));
        add(WindowCommand.NEXT_TAB, withTab, () -> model.activateNext(1));
        add(WindowCommand.PREVIOUS_TAB, withTab, () -> model.activateNext(-1));
        add(WindowCommand.TAB_LEFT, withTab, () -> model.shift(-1));
        add(WindowCommand.TAB_RIGHT, withTab, () -> model.shift(1));
        var windows = model.windows();
        add(
                WindowCommand.TAB_WINDOW,
                when(model.activeProperty(), windows::canLeave),
                () -> tab(tab -> windows.putAlone(tab, null)));
        add(WindowCommand.CLOSE_WINDOW, always, () -> windows.close(model));
        add(WindowCommand.QUIT, always, windows::closeAll);
        addSplits();
    }

    private void addParts(WindowActions window) {
        add(WindowCommand.NEXT_PART, always, () -> window.goToPart(1));
        add(WindowCommand.PREVIOUS_PART, always, () -> window.goToPart(-1));
        add(WindowCommand.BARS, always, window::goToBars);
        add(WindowCommand.SECTIONS, withNotebook, window::showSections);
        add(WindowCommand.SIDE_PANE, always, () -> window.side().toggle());
        add(WindowCommand.FILES, always, () -> window.side().goToFiles());
        add(WindowCommand.CONTENTS, always, () -> window.side().goToContents());
        add(WindowCommand.VARIABLES, always, () -> window.side().goToVariables());
        add(WindowCommand.KERNELS, always, () -> window.side().goToKernels());
        add(WindowCommand.RESOURCES, always, () -> window.side().goToResources());
        add(WindowCommand.SEARCH_FOLDER, always, () -> window.side().openSearch());
        add(WindowCommand.INSERT_SNIPPET, always, () -> window.side().openSnippets());
    }

    private void addSplits() {
        var whenSplit =
                Bindings.createBooleanBinding(
                        () -> model.arrangementProperty().get().groups().size() > 1,
                        model.arrangementProperty());
        add(WindowCommand.SPLIT_RIGHT, withPage, () -> model.split(Orientation.HORIZONTAL));
        add(WindowCommand.SPLIT_DOWN, withPage, () -> model.split(Orientation.VERTICAL));
        add(WindowCommand.CLOSE_SPLIT, whenSplit, model::closeSplit);
        add(WindowCommand.MOVE_TAB, withTab, model::moveTab);
    }

    private void addKernel(WindowActions window, Prompts prompts) {
        add(
                WindowCommand.FREE_GPU,
                withKernel,
                () -> document(now -> SideView.MachinePanes.free(now, prompts)));
        add(WindowCommand.CHOOSE_RUNTIME, withNotebook, window.runtimes()::choose);
        var sheets = window.runtimes();
        add(WindowCommand.NEW_ENVIRONMENT, withNotebook, sheets::makeEnvironment);
        add(WindowCommand.BACK_UP_ENVIRONMENT, withNotebook, sheets::backUpEnvironment);
        add(WindowCommand.RESTORE_ENVIRONMENT, withNotebook, sheets::restoreEnvironment);
        add(WindowCommand.RESTART, withKernel, () -> document(Document::restart));
        add(WindowCommand.CONNECT_NOW, whenAway, () -> document(Document::connectNow));
        add(
                WindowCommand.RESTART_AND_RUN_ALL,
                withNotebook,
                () -> document(this::restartAndRunAll));
    }

    private void addWindow(WindowActions window) {
        add(WindowCommand.SAVE_SNIPPET, withNotebook, window::saveSnippet);
        add(WindowCommand.SNIPPET_FOLDER, always, window::showSnippetFolder);
        add(WindowCommand.PALETTE, always, window.dialogs()::showPalette);
        add(WindowCommand.SETTINGS, always, window.dialogs()::showSettings);
        add(WindowCommand.KEYS, always, window.dialogs()::showKeys);
        add(WindowCommand.HISTORY, withNotebook, window.dialogs()::showHistory);
        add(WindowCommand.GO_TO_CELL, withNotebook, window.dialogs()::showCells);
        var trail = model.jumps().trail();
        add(WindowCommand.GO_BACK, trail.hasBehindProperty(), model.jumps()::back);
        add(WindowCommand.GO_FORWARD, trail.hasAheadProperty(), model.jumps()::forward);
        add(WindowCommand.FULL_SCREEN, always, window::toggleFullScreen);
    }

    private void addScratch(ScratchBeside scratch) {
        model.jumps().setScratch(scratch::open);
        add(WindowCommand.SCRATCH, withNotebook, scratch::toggle);
        add(WindowCommand.SCRATCH_CLOSE, scratch.openProperty(), scratch::close);
        add(WindowCommand.SCRATCH_INSERT, withNotebook, scratch::insertIntoNotebook);
        add(WindowCommand.SCRATCH_COPY, withNotebook, scratch::takeSelected);
        add(WindowCommand.SCRATCH_CLEAR, withNotebook, scratch::clear);
    }

    private void addTerminals(TerminalsBelow terminals) {
        var shown = model.tools().terminals().openProperty();
        add(WindowCommand.TERMINAL, always, terminals::toggle);
        add(WindowCommand.NEW_TERMINAL, always, terminals::add);
        add(WindowCommand.CLOSE_TERMINAL, shown, terminals::closeFront);
        add(WindowCommand.NEXT_TERMINAL, shown, () -> model.tools().terminals().activateNext(1));
        add(
                WindowCommand.PREVIOUS_TERMINAL,
                shown,
                () -> model.tools().terminals().activateNext(-1));
    }

    private void addChoices(Choices choices) {
        var look = choices.look();
        var vim = choices.keys().vim().onProperty();
        add(WindowCommand.LINE_NUMBERS, always, () -> toggle(choices.lineNumbersProperty()));
        add(WindowCommand.VIM_KEYS, always, () -> toggle(vim));
        add(WindowCommand.ZOOM_IN, always, () -> zoom(look, Zoom::larger));
        add(WindowCommand.ZOOM_OUT, always, () -> zoom(look, Zoom::smaller));
        add(WindowCommand.ZOOM_RESET, always, () -> zoom(look, _ -> Zoom.NONE));
        add(WindowCommand.THEME, always, look::nextScheme);
        add(WindowCommand.PAGE_WIDTH, always, look::nextWidth);
        addType(look.type());
    }

    private void addType(TypeChoices type) {
        add(WindowCommand.CODE_LARGER, always, () -> type.enlargeCode(1));
        add(WindowCommand.CODE_SMALLER, always, () -> type.enlargeCode(-1));
        add(WindowCommand.TEXT_LARGER, always, () -> type.enlargeText(1));
        add(WindowCommand.TEXT_SMALLER, always, () -> type.enlargeText(-1));
        add(WindowCommand.LINES_APART, always, () -> type.spreadLines(1));
        add(WindowCommand.LINES_CLOSER, always, () -> type.spreadLines(-1));
        add(WindowCommand.TYPE_RESET, always, type::reset);
        add(WindowCommand.RULER, always, type::nextRuler);
    }

    private static void toggle(BooleanProperty choice) {
        choice.set(!choice.get());
    }

    private static void zoom(LookChoices look, UnaryOperator<Zoom> change) {
        look.zoomProperty().set(change.apply(look.zoomProperty().get()));
    }

    private void add(WindowCommand command, ObservableBooleanValue possible, Runnable action) {
        add(command.id(), KeyPlace.WINDOW, possible, action);
    }

    private void add(String id, KeyPlace place, ObservableBooleanValue possible, Runnable action) {
        Supplier<String> keys = () -> keymap.getValue().shownKeys(id);
        commands.put(id, new Command(id, place, keys, possible, action));
    }

    Command of(WindowCommand command) {
        return named(command.id());
    }

    Command of(PageCommand command) {
        return named(command.id());
    }

    private Command named(String id) {
        var found = commands.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no command " + id);
        }
        return found;
    }

    /// Returns all commands, those of the window first.
    List<Command> all() {
        return new ArrayList<>(commands.values());
    }

    /// Runs the command of that name if it is possible now. A name that is not known, from a newer
    /// version's settings, does nothing.
    void run(String id) {
        var found = commands.get(id);
        if (found != null) {
            found.run();
        }
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

    private static <T> ObservableBooleanValue when(
            ObservableValue<@Nullable T> value, Predicate<T> test) {
        return Bindings.createBooleanBinding(
                () -> {
                    var now = value.getValue();
                    return now != null && test.test(now);
                },
                value);
    }

    /// Who opens and saves. Immutable.
    record Files(Saving saving, Prompts prompts) {}

    /// What only the window can do.
    interface WindowActions {
        RuntimeSheets runtimes();

        WindowSheets dialogs();

        /// The panes at the left.
        SideView side();

        /// Gives the keys to another part of the window.
        ///
        /// @param step 1 for the next one, -1 for the one before
        void goToPart(int step);

        void goToBars();

        void showSections();

        void toggleFullScreen();

        void saveSnippet();

        void showSnippetFolder();
    }
}
