package org.cellist.app.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.command.CommandButton;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The row of tabs of a group; at the top of the window as long as there is one group.
///
/// Tabs that do not fit are scrolled with the wheel; a button at the right then lists all of
/// them.
///
/// Confined to the JavaFX Application Thread.
final class TabBarView extends HBox {

    private final WorkbenchViewModel model;
    private final TabGroup group;
    private final Saving saving;
    private final Texts texts;
    private final Consumer<MouseDragEvent> dropped;
    private final TabStrip strip = new TabStrip();
    private final Button all;
    private final List<TabView> views = new ArrayList<>();

    /// @param dropped told of what is dragged from a page and let go over a tab
    TabBarView(
            WorkbenchViewModel model,
            TabGroup group,
            Saving saving,
            WorkbenchCommands commands,
            Texts texts,
            Node mainMenu,
            Consumer<MouseDragEvent> dropped) {
        this.dropped = dropped;
        this.model = model;
        this.group = group;
        this.saving = saving;
        this.texts = texts;
        getStyleClass().add("tab-bar");
        setAccessibleRole(AccessibleRole.TAB_PANE);
        all = allTabs();
        var space = new Region();
        setHgrow(space, Priority.ALWAYS);
        var add =
                CommandButton.iconOnly(
                        commands.of(WindowCommand.NEW), texts, Icons.of(Feather.PLUS), "tab-add");
        var split =
                CommandButton.iconOnly(
                        commands.of(WindowCommand.SPLIT_RIGHT),
                        texts,
                        Icons.of(Feather.COLUMNS),
                        "tab-menu");
        getChildren().addAll(strip, add, all, space, split, mainMenu);

        group.tabs().addListener((ListChangeListener<TabViewModel>) _ -> fill());
        group.activeProperty().subscribe(this::select);
        all.visibleProperty().bind(strip.tooManyProperty());
        all.managedProperty().bind(strip.tooManyProperty());
        fill();
    }

    private void fill() {
        views.forEach(TabView::close);
        views.clear();
        for (var tab : group.tabs()) {
            views.add(
                    new TabView(
                            tab,
                            texts,
                            () -> model.activate(tab),
                            () -> saving.close(tab),
                            dropped));
        }
        strip.setTabs(views);
        select(group.activeProperty().get());
    }

    private void select(@Nullable TabViewModel active) {
        for (var view : views) {
            boolean selected = view.tab().equals(active);
            view.setSelected(selected);
            if (selected) {
                strip.reveal(view);
            }
        }
    }

    private Button allTabs() {
        var button = new Button("", Icons.of(Feather.CHEVRON_DOWN));
        button.getStyleClass().setAll("tab-add");
        button.setAccessibleText(texts.get("tab.all"));
        button.setFocusTraversable(false);
        button.setOnAction(
                _ -> {
                    var menu = new ContextMenu();
                    for (var tab : group.tabs()) {
                        var item = new MenuItem(tab.titleProperty().get());
                        item.setMnemonicParsing(false);
                        item.setOnAction(_ -> model.activate(tab));
                        menu.getItems().add(item);
                    }
                    menu.show(button, Side.BOTTOM, 0, 0);
                });
        return button;
    }
}
