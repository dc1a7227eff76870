package org.cellist.app.ui.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.command.CommandButton;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.cellist.app.ui.workbench.contents.ContentsView;
import org.cellist.app.ui.workbench.search.FolderSearchView;
import org.cellist.app.ui.workbench.snippets.SnippetsView;
import org.cellist.app.ui.workbench.variables.VariablesView;
import org.kordamp.ikonli.feather.Feather;

/// The rail of icons at the left and the pane that they open; the icon of the open pane closes it.
/// The icon of scratch opens its pane at the right.
///
/// Confined to the JavaFX Application Thread.
final class SideView extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final BooleanProperty open;
    private final StackPane pane = new StackPane();
    private final Panes panes;
    private final Map<Node, Button> icons = new LinkedHashMap<>();
    private Node shown;

    SideView(
            Panes panes,
            BooleanProperty open,
            ObservableBooleanValue scratchOpen,
            WorkbenchCommands commands,
            Texts texts) {
        this.open = open;
        this.panes = panes;
        this.shown = panes.contents();
        getStyleClass().add("side");
        addIcon(panes.files(), Feather.FOLDER, texts.get("files.title"));
        addIcon(panes.contents(), Feather.ALIGN_LEFT, texts.get("contents.name"));
        addIcon(panes.search(), Feather.SEARCH, texts.get("command.find.folder"));
        addIcon(panes.variables(), Feather.DATABASE, texts.get("command.view.variables"));
        addIcon(panes.snippets(), Feather.CODE, texts.get("snippets.name"));
        var scratch =
                CommandButton.iconOnly(
                        commands.of(WindowCommand.SCRATCH),
                        texts,
                        Icons.of(Feather.EDIT_3),
                        "rail-button");
        scratchOpen.subscribe(isOpen -> scratch.pseudoClassStateChanged(SELECTED, isOpen));
        var settings =
                CommandButton.iconOnly(
                        commands.of(WindowCommand.SETTINGS),
                        texts,
                        Icons.of(Feather.SETTINGS),
                        "rail-button");
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var rail = new VBox();
        rail.getChildren().addAll(icons.values());
        rail.getChildren().addAll(space, scratch, settings);
        rail.getStyleClass().add("rail");
        pane.getStyleClass().add("side-pane");
        getChildren().addAll(rail, pane);
        open.subscribe(_ -> refresh());
    }

    /// Opens the search of a folder, and gives it the keys.
    void openSearch() {
        show(panes.search());
        panes.search().enter();
    }

    /// Opens the pane of snippets, and gives it the keys.
    void openSnippets() {
        show(panes.snippets());
        panes.snippets().enter();
    }

    /// Opens the pane of variables, or closes it.
    void toggleVariables() {
        toggle(panes.variables());
    }

    private void show(Node wanted) {
        shown = wanted;
        open.set(true);
        refresh();
    }

    private void toggle(Node wanted) {
        boolean wasShown = open.get() && shown.equals(wanted);
        shown = wanted;
        open.set(!wasShown);
        refresh();
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

    private void addIcon(Node pane, Feather feather, String words) {
        var button = new Button("", Icons.of(feather));
        button.getStyleClass().setAll("rail-button");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setFocusTraversable(false);
        button.setOnAction(_ -> toggle(pane));
        icons.put(pane, button);
    }

    /// What can be opened. Immutable.
    record Panes(
            FilesView files,
            ContentsView contents,
            FolderSearchView search,
            VariablesView variables,
            SnippetsView snippets) {}
}
