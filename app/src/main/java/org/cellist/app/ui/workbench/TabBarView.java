package org.cellist.app.ui.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
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
import org.cellist.app.ui.workbench.split.Place;
import org.cellist.app.ui.workbench.tabs.TabStrip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The row of tabs of a group; at the top of the window as long as there is one group.
///
/// Tabs that do not fit are scrolled with the wheel, and by a tab that is dragged to an end of the
/// row; a button at the right then lists all of them.
///
/// Confined to the JavaFX Application Thread.
final class TabBarView extends HBox {

    private static final double STROKE = 3;
    private static final double STROKE_INSET = 6;

    private final WorkbenchViewModel model;
    private final TabGroup group;
    private final Saving saving;
    private final Texts texts;
    private final Menus menus;
    private final Gestures gestures;
    private final TabStrip strip = new TabStrip();
    private final Button all;
    private final Map<TabViewModel, TabView> views = new LinkedHashMap<>();

    /// What the mouse does with tabs besides clicks. Immutable.
    ///
    /// @param dragging drags the tabs
    /// @param dropped told of what is dragged from a page and let go over a tab
    record Gestures(TabDragging dragging, Consumer<MouseDragEvent> dropped) {}

    TabBarView(
            WorkbenchViewModel model,
            TabGroup group,
            Saving saving,
            WorkbenchCommands commands,
            Texts texts,
            Menus menus,
            Gestures gestures) {
        this.menus = menus;
        this.gestures = gestures;
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
        var menu = menus.main(Icons.of(Feather.MENU), "tab-menu");
        getChildren().addAll(strip, add, all, space, split, menu);

        group.tabs().addListener((ListChangeListener<TabViewModel>) _ -> fill());
        group.activeProperty().subscribe(this::select);
        all.visibleProperty().bind(strip.tooManyProperty());
        all.managedProperty().bind(strip.tooManyProperty());
        fill();
    }

    /// Where a tab would come that is let go there, and the stroke that shows it; null beside the
    /// row.
    ///
    /// @param x in pixels of the scene
    TabDragging.@Nullable Spot spotAt(WorkbenchView view, double x, double y) {
        if (!getLayoutBounds().contains(sceneToLocal(x, y))) {
            return null;
        }
        int index = strip.indexAt(strip.sceneToLocal(x, y).getX());
        double height = strip.getHeight() - 2 * STROKE_INSET;
        double left = strip.edgeAt(index) - STROKE / 2;
        var stroke = strip.localToScene(new BoundingBox(left, STROKE_INSET, STROKE, height));
        return new TabDragging.Spot(
                new Place.Among<>(group, index), view.sceneToLocal(stroke), false);
    }

    /// Scrolls the tabs if that is near an end of them, or beside them in this row. Returns whether
    /// anything moved.
    ///
    /// @param x in pixels of the scene
    boolean scrollAt(double x, double y) {
        return getLayoutBounds().contains(sceneToLocal(x, y))
                && strip.scrollNear(strip.sceneToLocal(x, y).getX());
    }

    /// A tab that stays keeps its node: the mouse may be over it, or have it.
    private void fill() {
        var gone = new ArrayList<>(views.keySet());
        gone.removeAll(group.tabs());
        for (var tab : gone) {
            Objects.requireNonNull(views.remove(tab)).close();
        }
        var shown = new ArrayList<TabView>();
        for (var tab : group.tabs()) {
            shown.add(views.computeIfAbsent(tab, this::newView));
        }
        strip.setTabs(shown);
        select(group.activeProperty().get());
    }

    private TabView newView(TabViewModel tab) {
        var view =
                new TabView(
                        tab,
                        texts,
                        () -> model.activate(tab),
                        () -> saving.close(tab),
                        gestures.dropped());
        view.setOnContextMenuRequested(
                event -> {
                    model.activate(tab);
                    menus.tab().show(view, event.getScreenX(), event.getScreenY());
                    event.consume();
                });
        gestures.dragging().listenTo(view, tab);
        return view;
    }

    private void select(@Nullable TabViewModel active) {
        for (var view : views.values()) {
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
