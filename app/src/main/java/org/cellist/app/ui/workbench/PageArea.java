package org.cellist.app.ui.workbench;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.workbench.TabViewModel.Content;
import org.cellist.app.ui.workbench.notice.LoadingPage;
import org.cellist.app.ui.workbench.notice.RefusedPage;
import org.cellist.app.ui.workbench.port.Document;
import org.jspecify.annotations.Nullable;

/// Shows what the tab in front of a group holds, and keeps the pages of the others.
///
/// A page is made when its tab first comes to the front and is closed with the tab.
///
/// Confined to the JavaFX Application Thread.
final class PageArea extends StackPane {

    private final WorkbenchViewModel model;
    private final TabGroup group;
    private final StartPage start;
    private final Map<TabViewModel, Made> pages = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable NotebookPage> activePage =
            new ReadOnlyObjectWrapper<>();

    PageArea(WorkbenchViewModel model, TabGroup group, StartPage start) {
        this.model = model;
        this.group = group;
        this.start = start;
        getStyleClass().add("page-area");
        Nested.in(group.activeProperty(), TabViewModel::contentProperty).subscribe(this::show);
        group.tabs().addListener((ListChangeListener<TabViewModel>) _ -> closeGone());
        show(null);
    }

    /// The page in front, null when the tab in front holds none.
    ReadOnlyObjectProperty<@Nullable NotebookPage> activePageProperty() {
        return activePage.getReadOnlyProperty();
    }

    /// Brings text that an input method still composes into the document.
    void commitComposition(Document document) {
        for (var made : pages.values()) {
            if (made.document.equals(document)) {
                made.page.commitComposition();
            }
        }
    }

    /// Returns whether something was typed beside the document that closing would lose.
    boolean hasUnapplied(Document document) {
        return pages.values().stream()
                .anyMatch(made -> made.document.equals(document) && made.page.hasUnapplied());
    }

    private void show(@Nullable Content ignoredBecauseTheTabSaysMore) {
        var tab = group.activeProperty().get();
        activePage.set(null);
        if (tab == null) {
            start.refresh();
            getChildren().setAll(start);
            return;
        }
        getChildren().setAll(node(tab));
        var page = activePage.get();
        if (page != null && model.focusedProperty().get().equals(group)) {
            page.focus();
        }
    }

    private Node node(TabViewModel tab) {
        return switch (tab.contentProperty().get()) {
            case Content.Loading _ -> new LoadingPage();
            case Content.Refused(var refusal) ->
                    new RefusedPage(refusal, () -> model.retry(tab), () -> model.openAsText(tab));
            case Content.Open(var document) -> {
                var page = page(tab, document);
                activePage.set(page);
                yield page.view();
            }
        };
    }

    private NotebookPage page(TabViewModel tab, Document document) {
        var made = pages.get(tab);
        if (made == null || !made.document.equals(document)) {
            if (made != null) {
                made.page.close();
            }
            made = new Made(document, document.newPage());
            pages.put(tab, made);
        }
        return made.page;
    }

    private void closeGone() {
        pages.entrySet()
                .removeIf(
                        entry -> {
                            boolean gone = !group.tabs().contains(entry.getKey());
                            if (gone) {
                                entry.getValue().page.close();
                            }
                            return gone;
                        });
    }

    /// A page and the document it shows.
    private record Made(Document document, NotebookPage page) {}
}
