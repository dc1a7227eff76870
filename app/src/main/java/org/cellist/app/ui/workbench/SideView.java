package org.cellist.app.ui.workbench;

import javafx.beans.property.BooleanProperty;
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
import org.cellist.app.ui.workbench.variables.VariablesView;
import org.kordamp.ikonli.feather.Feather;

/// The rail of icons at the left and the pane that they open. The icon of the open pane closes
/// it.
///
/// Confined to the JavaFX Application Thread.
final class SideView extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final BooleanProperty open;
    private final StackPane pane = new StackPane();
    private final Button filesIcon;
    private final Button contentsIcon;
    private final Button searchIcon;
    private final Button variablesIcon;
    private final VariablesView variables;
    private final Node contents;
    private final FolderSearchView search;
    private Node shown;

    SideView(
            FilesView files,
            ContentsView contents,
            FolderSearchView search,
            VariablesView variables,
            BooleanProperty open,
            WorkbenchCommands commands,
            Texts texts) {
        this.open = open;
        this.contents = contents;
        this.search = search;
        this.variables = variables;
        this.shown = contents;
        getStyleClass().add("side");
        filesIcon = icon(Feather.FOLDER, texts.get("files.title"), () -> toggle(files));
        contentsIcon = icon(Feather.ALIGN_LEFT, texts.get("contents.name"), () -> toggle(contents));
        searchIcon = icon(Feather.SEARCH, texts.get("command.find.folder"), () -> toggle(search));
        variablesIcon =
                icon(
                        Feather.DATABASE,
                        texts.get("command.view.variables"),
                        () -> toggle(variables));
        var settings =
                CommandButton.iconOnly(
                        commands.of(WindowCommand.SETTINGS),
                        texts,
                        Icons.of(Feather.SETTINGS),
                        "rail-button");
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var rail = new VBox(filesIcon, contentsIcon, searchIcon, variablesIcon, space, settings);
        rail.getStyleClass().add("rail");
        pane.getStyleClass().add("side-pane");
        getChildren().addAll(rail, pane);
        open.subscribe(_ -> refresh());
    }

    /// Opens the search of a folder, and gives it the keys.
    void openSearch() {
        shown = search;
        open.set(true);
        refresh();
        search.enter();
    }

    /// Opens the pane of variables, or closes it.
    void toggleVariables() {
        toggle(variables);
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
        contentsIcon.pseudoClassStateChanged(SELECTED, open.get() && shown.equals(contents));
        searchIcon.pseudoClassStateChanged(SELECTED, open.get() && shown.equals(search));
        variablesIcon.pseudoClassStateChanged(SELECTED, open.get() && shown.equals(variables));
        boolean isOther = shown.equals(contents) || shown.equals(search) || shown.equals(variables);
        filesIcon.pseudoClassStateChanged(SELECTED, open.get() && !isOther);
    }

    private static Button icon(Feather feather, String words, Runnable action) {
        var button = new Button("", Icons.of(feather));
        button.getStyleClass().setAll("rail-button");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
