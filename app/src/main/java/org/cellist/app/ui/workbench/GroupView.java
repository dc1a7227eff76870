package org.cellist.app.ui.workbench;

import javafx.css.PseudoClass;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cellist.app.ui.workbench.split.Edges;
import org.cellist.app.ui.workbench.split.Place;
import org.jspecify.annotations.Nullable;

/// A group: its tabs and the page in front. While it is the only one, its tabs are at the top of
/// the window.
///
/// Confined to the JavaFX Application Thread.
final class GroupView extends VBox {

    private static final PseudoClass BEHIND = PseudoClass.getPseudoClass("behind");

    private final TabBarView tabs;
    private final PageArea pages;

    GroupView(TabBarView tabs, PageArea pages) {
        this.tabs = tabs;
        this.pages = pages;
        getStyleClass().add("tab-group");
        setMinSize(0, 0);
        setVgrow(pages, Priority.ALWAYS);
        getChildren().add(pages);
    }

    TabBarView tabs() {
        return tabs;
    }

    PageArea pages() {
        return pages;
    }

    /// Where a tab would come that is let go there; null where none can be.
    ///
    /// @param x in pixels of the scene
    TabDragging.@Nullable Spot spotAt(
            WorkbenchView view, TabGroup group, TabViewModel tab, double x, double y) {
        var inTabs = tabs.spotAt(view, x, y);
        if (inTabs != null || !pages.getLayoutBounds().contains(pages.sceneToLocal(x, y))) {
            return inTabs;
        }
        var all = pages.localToScene(pages.getLayoutBounds());
        boolean isOwn = group.tabs().contains(tab);
        boolean isAlone = isOwn && group.tabs().size() == 1;
        var side = isAlone ? null : Edges.sideAt(all, x, y);
        if (side != null) {
            return new TabDragging.Spot(
                    new Place.Beside<>(group, side),
                    view.sceneToLocal(Edges.half(all, side)),
                    true);
        }
        return isOwn
                ? null
                : new TabDragging.Spot(
                        new Place.Among<>(group, group.tabs().size()),
                        view.sceneToLocal(all),
                        true);
    }

    /// Takes its tabs back from the top of the window.
    void showTabs() {
        getChildren().setAll(tabs, pages);
    }

    /// Shows whether keys and commands go to another group.
    void setBehind(boolean isBehind) {
        pseudoClassStateChanged(BEHIND, isBehind);
    }
}
