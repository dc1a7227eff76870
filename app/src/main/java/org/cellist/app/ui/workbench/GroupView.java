package org.cellist.app.ui.workbench;

import javafx.css.PseudoClass;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A group: its tabs and the page in front. The tabs of the only one are at the top of the window.
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

    /// Takes its tabs back from the top of the window.
    void showTabs() {
        getChildren().setAll(tabs, pages);
    }

    /// Shows whether keys and commands go to another group.
    void setBehind(boolean isBehind) {
        pseudoClassStateChanged(BEHIND, isBehind);
    }
}
