package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.fx.Keyable;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.command.Command;
import org.cellist.app.ui.workbench.command.CommandButton;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.cellist.app.ui.workbench.contents.ContentsView;
import org.cellist.app.ui.workbench.files.FoldersView;
import org.cellist.app.ui.workbench.kernels.KernelsView;
import org.cellist.app.ui.workbench.kernels.KernelsViewModel;
import org.cellist.app.ui.workbench.kernels.RuntimeSheets;
import org.cellist.app.ui.workbench.parts.Part;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.resources.ResourcesView;
import org.cellist.app.ui.workbench.resources.ResourcesViewModel;
import org.cellist.app.ui.workbench.search.FolderSearchView;
import org.cellist.app.ui.workbench.snippets.SnippetsView;
import org.cellist.app.ui.workbench.variables.VariablesView;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.kordamp.ikonli.feather.Feather;

/// The rail of icons at the left and the pane that they open; the icon of the open pane closes it.
/// The icon of scratch opens its pane at the right, that of terminals theirs below.
///
/// Confined to the JavaFX Application Thread.
final class SideView extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final BooleanProperty open;
    private final StackPane pane = new StackPane();
    private final Panes panes;
    private final KernelsView kernels;
    private final ResourcesView resources;
    private final Texts texts;
    private final VBox rail = new VBox();
    private final Runnable leave;
    private final Map<Node, Button> icons = new LinkedHashMap<>();
    private final Map<Node, Runnable> enters = new HashMap<>();
    private Node shown;

    /// @param leave gives the keys back to the page in front
    SideView(
            Panes panes,
            BooleanProperty open,
            ObservableBooleanValue scratchOpen,
            WorkbenchCommands commands,
            Texts texts,
            Runnable leave) {
        this.open = open;
        this.panes = panes;
        this.kernels = new KernelsView(panes.machine().kernels());
        this.resources = new ResourcesView(panes.machine().resources());
        this.texts = texts;
        this.leave = leave;
        this.shown = panes.contents();
        getStyleClass().add("side");
        addIcon(panes.files(), Feather.FOLDER, commands.of(WindowCommand.FILES));
        addIcon(panes.contents(), Feather.ALIGN_LEFT, commands.of(WindowCommand.CONTENTS));
        addIcon(panes.search(), Feather.SEARCH, commands.of(WindowCommand.SEARCH_FOLDER));
        addIcon(panes.variables(), Feather.DATABASE, commands.of(WindowCommand.VARIABLES));
        addIcon(kernels, Feather.CPU, commands.of(WindowCommand.KERNELS));
        addIcon(resources, Feather.ACTIVITY, commands.of(WindowCommand.RESOURCES));
        addIcon(panes.snippets(), Feather.CODE, commands.of(WindowCommand.INSERT_SNIPPET));
        enters.put(panes.files(), panes.files()::enter);
        enters.put(panes.contents(), panes.contents()::enter);
        enters.put(panes.search(), panes.search()::enter);
        enters.put(panes.variables(), panes.variables()::enter);
        enters.put(kernels, kernels::enter);
        enters.put(resources, resources::enter);
        enters.put(panes.snippets(), panes.snippets()::enter);
        var scratch =
                CommandButton.iconOnly(
                        commands.of(WindowCommand.SCRATCH),
                        texts,
                        Icons.of(Feather.EDIT_3),
                        "rail-button");
        scratchOpen.subscribe(isOpen -> scratch.pseudoClassStateChanged(SELECTED, isOpen));
        var terminal =
                CommandButton.iconOnly(
                        commands.of(WindowCommand.TERMINAL),
                        texts,
                        Icons.of(Feather.TERMINAL),
                        "rail-button");
        panes.terminalOpen()
                .subscribe(isOpen -> terminal.pseudoClassStateChanged(SELECTED, isOpen));
        var settings =
                CommandButton.iconOnly(
                        commands.of(WindowCommand.SETTINGS),
                        texts,
                        Icons.of(Feather.SETTINGS),
                        "rail-button");
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        rail.getChildren().addAll(icons.values());
        rail.getChildren().addAll(space, terminal, scratch, settings);
        rail.getStyleClass().add("rail");
        pane.getStyleClass().add("side-pane");
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveByEscape);
        getChildren().addAll(rail, pane);
        open.subscribe(_ -> refresh());
    }

    /// The icons at the left.
    Node rail() {
        return rail;
    }

    /// The pane that is open; none if there is none.
    Optional<Part> part() {
        return open.get() ? Optional.of(new Part(pane, this::enter)) : Optional.empty();
    }

    /// Opens the search of a folder, and gives it the keys.
    void openSearch() {
        show(panes.search());
        enter();
    }

    /// Opens the pane of snippets, and gives it the keys.
    void openSnippets() {
        show(panes.snippets());
        enter();
    }

    void goToFiles() {
        goTo(panes.files());
    }

    void goToContents() {
        goTo(panes.contents());
    }

    void goToVariables() {
        goTo(panes.variables());
    }

    void goToKernels() {
        goTo(kernels);
    }

    void goToResources() {
        goTo(resources);
    }

    /// Opens the pane that was open last, or closes the one that is.
    void toggle() {
        if (open.get()) {
            close();
        } else {
            open.set(true);
        }
    }

    /// Opens a pane and gives it the keys; closes it when it has them.
    private void goTo(Node wanted) {
        if (open.get() && shown.equals(wanted) && hasKeys()) {
            close();
        } else {
            show(wanted);
            enter();
        }
    }

    private void close() {
        boolean hadKeys = hasKeys();
        open.set(false);
        if (hadKeys) {
            leave.run();
        }
    }

    private boolean hasKeys() {
        return getScene() != null && Keyable.isWithin(getScene().getFocusOwner(), pane);
    }

    /// What is new in a scene cannot have the keys before its style is known.
    private void enter() {
        pane.applyCss();
        pane.layout();
        Objects.requireNonNull(enters.get(shown)).run();
        if (!hasKeys()) {
            pane.requestFocus(); // there is nothing in it, which can be read
        }
    }

    /// Before a list takes it for the end of editing; but not before a name that is being typed.
    private void leaveByEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !FoldersView.isNaming(event.getTarget())) {
            event.consume();
            leave.run();
        }
    }

    private void show(Node wanted) {
        shown = wanted;
        open.set(true);
        refresh();
    }

    private void toggle(Node wanted) {
        if (open.get() && shown.equals(wanted)) {
            close();
        } else {
            show(wanted);
        }
    }

    private void refresh() {
        if (open.get()) {
            pane.getChildren().setAll(shown);
        } else {
            pane.getChildren().clear(); // what is not shown need not be kept up
        }
        pane.setVisible(open.get());
        pane.setManaged(open.get());
        icons.forEach(
                (each, icon) ->
                        icon.pseudoClassStateChanged(SELECTED, open.get() && shown.equals(each)));
    }

    /// A click leaves the keys where they are, as with all buttons of a bar; the command, which a
    /// person asks for by keys, takes them along.
    private void addIcon(Node pane, Feather feather, Command command) {
        var button = CommandButton.iconOnly(command, texts, Icons.of(feather), "rail-button");
        button.setOnAction(_ -> toggle(pane));
        icons.put(pane, button);
    }

    /// What can be opened. Immutable.
    ///
    /// @param terminalOpen whether the pane of terminals is
    record Panes(
            FilesView files,
            ContentsView contents,
            FolderSearchView search,
            VariablesView variables,
            MachinePanes machine,
            SnippetsView snippets,
            ObservableBooleanValue terminalOpen) {}

    /// The panes about this machine: its kernels, and what they take of it. Immutable.
    record MachinePanes(KernelsViewModel kernels, ResourcesViewModel resources) {

        /// Makes the models for a window.
        static MachinePanes of(WorkbenchViewModel model, Prompts prompts, RuntimeSheets runtimes) {
            var documents = model.windows().documents();
            var kernels =
                    new KernelsViewModel(
                            documents.kernels(),
                            new KernelWays(model, prompts, runtimes),
                            Texts.of("kernels"),
                            Clock.systemUTC());
            var resources =
                    new ResourcesViewModel(
                            documents.resources(),
                            model::activeDocument,
                            file -> free(file, model, prompts));
            return new MachinePanes(kernels, resources);
        }

        private static void free(Path file, WorkbenchViewModel model, Prompts prompts) {
            model.windows().tabs().stream()
                    .flatMap(tab -> tab.document().stream())
                    .filter(document -> file.equals(document.file()))
                    .findFirst()
                    .ifPresent(document -> free(document, prompts));
        }

        /// Restarts a notebook's kernel after asking, which is what frees its GPU.
        static void free(Document document, Prompts prompts) {
            prompts.askFreeGpu(document.name(), document::restart);
        }
    }

    private record KernelWays(WorkbenchViewModel model, Prompts prompts, RuntimeSheets runtimes)
            implements KernelsViewModel.Ways {

        @Override
        public void open(Path notebook) {
            model.open(List.of(notebook));
        }

        @Override
        public void join(ServerAddress server, String kernel) {
            runtimes.join(server, kernel);
        }

        @Override
        public void askGiveBack(String machine, Runnable agreed) {
            prompts.askGiveBack(machine, agreed);
        }
    }
}
