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
import javafx.util.Subscription;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.command.CommandButton;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.cellist.app.ui.workbench.contents.ContentsView;
import org.cellist.app.ui.workbench.search.FolderSearchView;
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
    private final Node contents;
    private final FolderSearchView search;
    private final Subscription following;
    private Node shown;

    SideView(
            FilesView files,
            ContentsView contents,
            FolderSearchView search,
            BooleanProperty open,
            WorkbenchCommands commands,
            Texts texts) {
        this.open = open;
        this.contents = contents;
        this.search = search;
        this.shown = contents;
        getStyleClass().add("side");
        filesIcon = icon(Feather.FOLDER, texts.get("files.title"), () -> toggle(files));
        contentsIcon = icon(Feather.ALIGN_LEFT, texts.get("contents.name"), () -> toggle(contents));
        searchIcon = icon(Feather.SEARCH, texts.get("command.find.folder"), () -> toggle(search));
        var settings =
                CommandButton.iconOnly(
                        commands.of(WindowCommand.SETTINGS),
                        texts,
                        Icons.of(Feather.SETTINGS),
                        "rail-button");
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var rail = new VBox(filesIcon, contentsIcon, searchIcon, space, settings);
        rail.getStyleClass().add("rail");
        pane.getStyleClass().add("side-pane");
        getChildren().addAll(rail, pane);
        following = open.subscribe(_ -> refresh());
    }

    /// Stops following the choice that outlives it.
    void close() {
        following.unsubscribe();
    }

    /// Opens the search of a folder, and gives it the keys.
    void openSearch() {
        shown = search;
        open.set(true);
        refresh();
        search.enter();
    }

    private void toggle(Node wanted) {
        boolean wasShown = open.get() && shown.equals(wanted);
        shown = wanted;
        open.set(!wasShown);
        refresh();
    }

    private void refresh() {
        pane.getChildren().setAll(shown);
        pane.setVisible(open.get());
        pane.setManaged(open.get());
        contentsIcon.pseudoClassStateChanged(SELECTED, open.get() && shown.equals(contents));
        searchIcon.pseudoClassStateChanged(SELECTED, open.get() && shown.equals(search));
        boolean isOther = shown.equals(contents) || shown.equals(search);
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
