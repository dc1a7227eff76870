package org.cellist.app.ui.workbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.workbench.TabViewModel.Content;
import org.cellist.app.ui.workbench.notice.LoadingPage;
import org.cellist.app.ui.workbench.notice.RefusedPage;
import org.cellist.app.ui.workbench.start.StartPage;
import org.jspecify.annotations.Nullable;

/// Shows what the tab in front of a group holds. The pages are those of [PageShelf].
///
/// Confined to the JavaFX Application Thread.
final class PageArea extends StackPane {

    private final WorkbenchViewModel model;
    private final TabGroup group;
    private final StartPage start;
    private final ReadOnlyObjectWrapper<@Nullable NotebookPage> activePage =
            new ReadOnlyObjectWrapper<>();

    PageArea(WorkbenchViewModel model, TabGroup group, StartPage start) {
        this.model = model;
        this.group = group;
        this.start = start;
        getStyleClass().add("page-area");
        Nested.in(group.activeProperty(), TabViewModel::contentProperty).subscribe(this::show);
        show(null);
    }

    /// The page in front, null when the tab in front holds none.
    ReadOnlyObjectProperty<@Nullable NotebookPage> activePageProperty() {
        return activePage.getReadOnlyProperty();
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
                var page = model.windows().pages().page(tab, document);
                activePage.set(page);
                yield page.view();
            }
        };
    }
}
