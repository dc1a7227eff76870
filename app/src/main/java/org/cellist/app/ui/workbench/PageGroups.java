package org.cellist.app.ui.workbench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.cellist.app.ui.fx.Keyable;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.workbench.parts.Part;
import org.cellist.app.ui.workbench.split.SplitView;
import org.cellist.app.ui.workbench.start.StartPage;
import org.jspecify.annotations.Nullable;

/// The pages of all groups. Who has the keys makes their group the one that commands go to.
///
/// Confined to the JavaFX Application Thread.
final class PageGroups extends SplitView<TabGroup> {

    private final WorkbenchViewModel model;
    private final StartPage start;
    private final Map<TabGroup, GroupView> views = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable NotebookPage> activePage =
            new ReadOnlyObjectWrapper<>();

    /// @param choose lets a person choose a file to open
    PageGroups(WorkbenchViewModel model, Runnable choose) {
        this.model = model;
        start =
                new StartPage(
                        model.recentProperty()::get,
                        file -> model.open(List.of(file)),
                        model::create,
                        choose);
        getStyleClass().add("page-groups");
    }

    /// Begins to show the groups.
    ///
    /// @param bars makes the row of tabs of a group
    /// @param top takes the row of tabs while there is one group
    void begin(Function<TabGroup, TabBarView> bars, Pane top) {
        model.arrangementProperty().subscribe(_ -> arrange(bars, top));
        activePage.bind(Nested.in(model.focusedProperty(), this::pageOf));
        model.focusedProperty().subscribe(_ -> focusMoved());
        Nested.in(sceneProperty(), Scene::focusOwnerProperty).subscribe(this::keysMoved);
    }

    /// The page that keys and commands go to, null when the tab in front holds none.
    ReadOnlyObjectProperty<@Nullable NotebookPage> activePageProperty() {
        return activePage.getReadOnlyProperty();
    }

    /// Where a tab would come that is let go there; null where none can be.
    ///
    /// @param x in pixels of the scene
    TabDragging.@Nullable Spot spotAt(WorkbenchView window, TabViewModel tab, double x, double y) {
        for (var group : model.arrangementProperty().get().groups()) {
            var spot = view(group).spotAt(window, group, tab, x, y);
            if (spot != null) {
                return spot;
            }
        }
        return null;
    }

    /// Scrolls the row of tabs that is there, near its ends. Returns whether anything moved.
    ///
    /// @param x in pixels of the scene
    boolean scrollTabsAt(double x, double y) {
        return model.arrangementProperty().get().groups().stream()
                .anyMatch(group -> view(group).tabs().scrollAt(x, y));
    }

    /// The groups as parts of the window.
    List<Part> parts() {
        return model.arrangementProperty().get().groups().stream()
                .map(group -> new Part(view(group), () -> enter(group)))
                .toList();
    }

    /// Gives the keys to the page that commands go to.
    void enter() {
        enter(model.focusedProperty().get());
    }

    private void enter(TabGroup group) {
        model.focus(group);
        var page = activePage.get();
        if (page == null) {
            Keyable.enterFirst(view(group).pages());
        } else {
            page.focus();
        }
    }

    /// The row of tabs of the group that commands go to.
    Node tabs() {
        return view(model.focusedProperty().get()).tabs();
    }

    private ReadOnlyObjectProperty<@Nullable NotebookPage> pageOf(TabGroup group) {
        return view(group).pages().activePageProperty();
    }

    private void arrange(Function<TabGroup, TabBarView> bars, Pane top) {
        var groups = model.arrangementProperty().get().groups();
        views.keySet().retainAll(new HashSet<>(groups));
        for (var group : groups) {
            views.computeIfAbsent(group, _ -> newView(group, bars));
        }
        if (groups.size() == 1) {
            top.getChildren().setAll(view(groups.getFirst()).tabs());
        } else {
            top.getChildren().clear();
            views.values().forEach(GroupView::showTabs);
        }
        show(model.arrangementProperty().get(), this::view);
    }

    private GroupView view(TabGroup group) {
        return Objects.requireNonNull(views.get(group));
    }

    private GroupView newView(TabGroup group, Function<TabGroup, TabBarView> bars) {
        var view = new GroupView(bars.apply(group), new PageArea(model, group, start));
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> model.focus(group));
        return view;
    }

    private void focusMoved() {
        views.forEach((group, view) -> view.setBehind(!isFocused(group)));
        var view = view(model.focusedProperty().get());
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        var page = activePage.get();
        if (page != null && views.size() > 1 && !Keyable.isWithin(owner, view)) {
            page.focus();
        }
    }

    private boolean isFocused(TabGroup group) {
        return model.focusedProperty().get().equals(group);
    }

    private void keysMoved(@Nullable Node owner) {
        views.forEach(
                (group, view) -> {
                    if (!isFocused(group) && Keyable.isWithin(owner, view)) {
                        model.focus(group);
                    }
                });
    }
}
