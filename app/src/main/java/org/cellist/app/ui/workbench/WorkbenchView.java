package org.cellist.app.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.keys.KeyDispatcher;
import org.cellist.app.ui.notebook.find.FindThreads;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PageSelection;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.sheet.SheetLayer;
import org.cellist.app.ui.workbench.command.Command;
import org.cellist.app.ui.workbench.contents.BreadcrumbView;
import org.cellist.app.ui.workbench.contents.ContentsView;
import org.cellist.app.ui.workbench.contents.ContentsViewModel;
import org.cellist.app.ui.workbench.kernels.RuntimeSheets;
import org.cellist.app.ui.workbench.notice.BannerBox;
import org.cellist.app.ui.workbench.parts.BarKeys;
import org.cellist.app.ui.workbench.parts.MenuKey;
import org.cellist.app.ui.workbench.parts.Part;
import org.cellist.app.ui.workbench.parts.PartRing;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.DocumentState;
import org.cellist.app.ui.workbench.scratch.ScratchBeside;
import org.cellist.app.ui.workbench.search.FolderSearchView;
import org.cellist.app.ui.workbench.search.FolderSearchViewModel;
import org.cellist.app.ui.workbench.snippets.SnippetCommands;
import org.cellist.app.ui.workbench.snippets.SnippetDesk;
import org.cellist.app.ui.workbench.tabs.FileDrop;
import org.cellist.app.ui.workbench.tabs.TabMarks;
import org.cellist.app.ui.workbench.terminals.TerminalsBelow;
import org.cellist.app.ui.workbench.variables.VariablesView;
import org.cellist.app.ui.workbench.variables.VariablesViewModel;
import org.jspecify.annotations.Nullable;

/// The whole content of the window, in the language of the moment. Holds nothing that its view
/// models could not give again: another language gets another view.
///
/// Confined to the JavaFX Application Thread.
public final class WorkbenchView extends StackPane {

    private final Texts texts = Texts.of("workbench");
    private final SheetLayer sheets = new SheetLayer();
    private final WorkbenchViewModel model;
    private final ContentsViewModel contents;
    private final Choices choices;
    private final Saving saving;
    private final PageGroups pages;
    private final ScratchBeside scratch;
    private final WorkbenchCommands commands;
    private final Banners banners;
    private final BannerBox bannerBox;
    private final StringProperty begunKeys = new SimpleStringProperty("");
    private final Prompts prompts;
    private final SideView side;
    private final BreadcrumbView path;
    private final BarKeys bars;
    private final PartRing parts;
    private final VariablesViewModel variables = new VariablesViewModel();
    private final FolderSearchViewModel search;
    private final SnippetCommands snippets;
    private final RuntimeSheets runtimes;
    private final WindowSheets dialogs;
    private final TerminalsBelow terminals;
    private final TabMarks tabMarks = new TabMarks();
    private final TabDragging dragging;
    private final BooleanProperty sidePane; // of this window; the next begins as the last one was

    public WorkbenchView(
            WorkbenchViewModel model,
            ContentsViewModel contents,
            Choices choices,
            SnippetDesk snippets) {
        this(model, contents, choices, snippets, null);
    }

    /// @param scripted answers in place of a person; null in a window
    WorkbenchView(
            WorkbenchViewModel model,
            ContentsViewModel contents,
            Choices choices,
            SnippetDesk desk,
            @Nullable Prompts scripted) {
        this.model = model;
        this.contents = contents;
        this.choices = choices;
        sidePane = new SimpleBooleanProperty(choices.sidePaneProperty().get());
        sidePane.subscribe(choices.sidePaneProperty()::set);
        prompts = scripted == null ? new WindowPrompts(this, sheets, texts, choices) : scripted;
        pages = new PageGroups(model, () -> prompts.chooseOpen(null, model::open));
        scratch = new ScratchBeside(pages, pages.activePageProperty(), texts);
        runtimes =
                new RuntimeSheets(
                        sheets, model::activeDocument, prompts::choosePackages, scratch::run);
        saving = new Saving(model, prompts, model.windows().pages());
        dialogs = new WindowSheets(model, new Subject(), sheets, choices, prompts);
        terminals =
                new TerminalsBelow(
                        scratch,
                        model.tools().terminals(),
                        model::activeDocument,
                        prompts::askTerminals,
                        pages::enter);
        commands =
                new WorkbenchCommands(
                        model,
                        pages.activePageProperty(),
                        scratch,
                        terminals,
                        choices,
                        new WorkbenchCommands.Files(saving, prompts),
                        new Actions());
        dragging = new TabDragging(model.windows(), texts);
        banners = new Banners(saving, this::chooseRuntime);
        bannerBox = new BannerBox(banners.shownProperty());
        search = new FolderSearchViewModel(FindThreads.ofWindow(), model.windows()::notebooks);
        snippets = new SnippetCommands(desk, sheets);
        var panes =
                new SideView.Panes(
                        new FilesView(model, commands, sheets, prompts, texts),
                        new ContentsView(contents, texts, this::jump),
                        searchView(),
                        new VariablesView(variables, this::insertCode),
                        SideView.MachinePanes.of(model, prompts, runtimes),
                        snippets.view(
                                cells -> onPage(page -> page.insertCells(cells)), pages::enter),
                        model.tools().terminals().openProperty());
        side = new SideView(panes, sidePane, scratch.openProperty(), commands, texts, pages::enter);
        path = new BreadcrumbView(contents, texts, this::jump);
        bars = new BarKeys(this, pages::enter);
        parts = new PartRing(this, this::parts, pages::enter);
        getStyleClass().add("workbench");
        getChildren().addAll(frame(), tabMarks, sheets);
        followActive();
        listenToKeys();
        FileDrop.on(this, model::open);
    }

    private FolderSearchView searchView() {
        return new FolderSearchView(
                search,
                from -> prompts.chooseFolder(from, search::chooseFolder),
                model.jumps()::open,
                pages::enter);
    }

    /// Closes all tabs, asking where something would be lost, and then goes on.
    public void closeAll(Runnable then) {
        sheets.escapeAll(); // a question is asked again
        model.tools().closeAround(prompts, saving::closeAll, then);
    }

    /// Lets a text with Vim's keys ask for the commands of this window, which is used now.
    public void takeVimCommands() {
        choices.keys().vim().setCommands(commands::run);
    }

    /// Shows beside its pages what the window does that they came from.
    public void beginLike(WorkbenchView other) {
        if (other.scratch.openProperty().get()) {
            scratch.open();
        }
    }

    /// Gives up the tabs, so that another view can take them over.
    ///
    /// @return the model for that view
    public WorkbenchViewModel handOver() {
        return model.handOver();
    }

    /// Opens the dialog that chooses the runtime of the notebook in front.
    public void chooseRuntime() {
        runtimes.choose();
    }

    private Node frame() {
        ObservableValue<@Nullable DocumentState> state =
                Nested.in(model.activeProperty(), TabViewModel::stateProperty);
        ObservableValue<@Nullable PageSelection> selection =
                Nested.in(pages.activePageProperty(), NotebookPage::selectionProperty);
        ObservableValue<@Nullable RuntimeState> runtime = Nested.map(state, DocumentState::runtime);
        var menus = new Menus(model, commands, texts);
        var tabs = new VBox();
        pages.begin(group -> tabBar(group, menus), tabs);
        scratch.begin(commands::of);
        VBox.setVgrow(terminals, Priority.ALWAYS);
        var machine = WindowTools.machine(model, state);
        var toolbar =
                new ToolbarView(commands, menus, runtime, machine.meterProperty(), path, texts);
        var content = Nested.in(model.activeProperty(), TabViewModel::contentProperty);
        var isNotebook = model.mayBeNotebook();
        toolbar.visibleProperty().bind(isNotebook);
        var main = new VBox(toolbar, bannerBox, terminals);
        HBox.setHgrow(main, Priority.ALWAYS);
        main.setMinWidth(0);
        var middle = new HBox(side, main);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        state.subscribe(now -> banners.show(model.activeDocument().orElse(null), now));
        content.subscribe(_ -> banners.show(model.activeDocument().orElse(null), state.getValue()));
        selection.subscribe(now -> contents.setLead(now == null ? -1 : now.index()));
        var status =
                new StatusBarView(
                        state,
                        selection,
                        isNotebook,
                        begunKeys,
                        choices.keys().vim().shownProperty(),
                        texts);
        status.addTools(
                machine.meterProperty(), pages.activePageProperty(), choices.look(), commands);
        bars.add(toolbar);
        bars.add(pages::tabs);
        bars.add(side.rail());
        bars.add(status);
        return new VBox(tabs, middle, status);
    }

    private TabBarView tabBar(TabGroup group, Menus menus) {
        var gestures = new TabBarView.Gestures(dragging, this::droppedOnTab);
        var bar = new TabBarView(model, group, saving, commands, texts, menus, gestures);
        bars.listenTo(bar);
        return bar;
    }

    private void followActive() {
        var content = Nested.in(model.activeProperty(), TabViewModel::contentProperty);
        content.subscribe(
                _ ->
                        followDocument(
                                model.activeDocument().filter(Document::isNotebook).orElse(null)));
        content.subscribe(_ -> search.offerFolder(model.folder()));
        Nested.in(model.activeProperty(), TabViewModel::changesProperty)
                .subscribe(
                        _ -> {
                            contents.refresh();
                            variables.refresh();
                        });
        Nested.in(model.activeProperty(), TabViewModel::titleProperty)
                .subscribe(_ -> search.offerFolder(model.folder()));
    }

    /// The parts of the window in the order in which F6 goes through them.
    private List<Part> parts() {
        var shown = new ArrayList<Part>();
        side.part().ifPresent(shown::add);
        bannerBox.part().ifPresent(shown::add);
        shown.addAll(pages.parts());
        scratch.part().ifPresent(shown::add);
        terminals.part().ifPresent(shown::add);
        return shown;
    }

    private void followDocument(@Nullable Document document) {
        contents.follow(document);
        variables.follow(document);
    }

    private void onPage(Consumer<NotebookPage> action) {
        var page = pages.activePageProperty().get();
        if (page != null) {
            action.accept(page);
            page.focus();
        }
    }

    private void jump(CellId cell) {
        model.jumps().leave();
        onPage(page -> page.show(cell));
    }

    WorkbenchViewModel model() {
        return model;
    }

    /// What shows where a tab that is dragged would come.
    TabMarks tabMarks() {
        return tabMarks;
    }

    /// Where tabs can be let go; null under a dialog.
    @Nullable PageGroups places() {
        return sheets.openProperty().get() ? null : pages;
    }

    private void insertCode(String code) {
        onPage(page -> page.insertCells(List.of(NewNotebook.cell(CellType.CODE, code))));
    }

    private void droppedOnTab(MouseDragEvent release) {
        onPage(page -> page.takeDragged(release.getGestureSource(), release.isShortcutDown()));
    }

    private void listenToKeys() {
        var target =
                new WindowKeys(
                        sheets.openProperty(), scratch.keyPageProperty(), commands, begunKeys::set);
        takeVimCommands();
        MenuKey.listenTo(this);
        addEventFilter(MouseEvent.MOUSE_PRESSED, target::walk);
        new KeyDispatcher(choices.keys().keymapProperty()::getValue, target).listenTo(this);
    }

    /// What dialogs are about.
    private final class Subject implements WindowSheets.Owner {

        @Override
        public List<Command> commands() {
            return commands.all();
        }

        @Override
        public void onPage(Consumer<NotebookPage> action) {
            var page = pages.activePageProperty().get();
            if (page != null) {
                action.accept(page);
            }
        }

        @Override
        public void jump(CellId cell) {
            WorkbenchView.this.jump(cell);
        }
    }

    /// What commands ask of the window.
    private final class Actions implements WorkbenchCommands.WindowActions {

        @Override
        public RuntimeSheets runtimes() {
            return runtimes;
        }

        @Override
        public WindowSheets dialogs() {
            return dialogs;
        }

        @Override
        public SideView side() {
            return side;
        }

        @Override
        public void goToPart(int step) {
            parts.go(step);
        }

        @Override
        public void goToBars() {
            bars.go();
        }

        @Override
        public void showSections() {
            path.showSections();
        }

        @Override
        public void saveSnippet() {
            var page = scratch.keyPageProperty().get();
            if (page != null) {
                page.commitComposition();
                snippets.save(page.selectedCells());
            }
        }

        @Override
        public void showSnippetFolder() {
            snippets.showFolder();
        }

        @Override
        public void toggleFullScreen() {
            if (getScene().getWindow() instanceof Stage stage) {
                stage.setFullScreen(!stage.isFullScreen());
            }
        }
    }
}
