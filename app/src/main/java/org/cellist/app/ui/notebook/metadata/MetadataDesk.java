package org.cellist.app.ui.notebook.metadata;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.notebook.metadata.SlideType;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.ui.page.PageSelection;
import org.jspecify.annotations.Nullable;

/// What a person can do with the metadata of a page's cells.
///
/// Confined to the JavaFX Application Thread.
public final class MetadataDesk {

    private final NotebookStore store;
    private final ObservableValue<PageSelection> selection;
    private final Screen screen;
    private final TagsViewModel tags;
    private Subscription following = Subscription.EMPTY;
    private @Nullable TagBar bar; // made when it is first asked for

    /// @param selected the cells that commands act on
    /// @param selection changes with them
    public MetadataDesk(
            NotebookStore store,
            Supplier<List<CellId>> selected,
            ObservableValue<PageSelection> selection,
            Screen screen) {
        this.store = store;
        this.selection = selection;
        this.screen = screen;
        this.tags = new TagsViewModel(store, selected);
    }

    /// Where a bar floats.
    public interface Screen {

        /// Shows a bar over the page, and remembers where keys went.
        void show(Region bar);

        /// Takes it away; keys go back where they were, if the bar has them.
        void hide(Region bar);
    }

    /// Lets a person edit the tags of the selected cells, and the part that they play in slides.
    public void editTags() {
        var shown = bar;
        if (shown == null) {
            shown = new TagBar(tags, this::closeTags);
            bar = shown;
        }
        if (shown.getParent() == null) {
            following =
                    Subscription.combine(
                            selection.subscribe(_ -> tags.refresh()),
                            store.follow(this::changed)::run);
            screen.show(shown);
        }
        shown.enter();
    }

    /// Lets the selected cells play a part in slides.
    public void setSlide(SlideType type) {
        tags.setSlide(type);
    }

    private void closeTags() {
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (bar != null) {
            screen.hide(bar);
        }
    }

    private void changed(NotebookChange change) {
        switch (change) {
            case NotebookChange.SourceChanged _, NotebookChange.OutputsChanged _ -> {
                // Tags stay.
            }
            case NotebookChange.CellMetadataChanged _,
                    NotebookChange.CellTypeChanged _,
                    NotebookChange.CellsInserted _,
                    NotebookChange.CellsRemoved _,
                    NotebookChange.CellsMoved _,
                    NotebookChange.NotebookMetadataChanged _,
                    NotebookChange.NotebookReplaced _ ->
                    tags.refresh();
        }
    }

    /// Ends following the notebook.
    public void close() {
        closeTags();
    }
}
