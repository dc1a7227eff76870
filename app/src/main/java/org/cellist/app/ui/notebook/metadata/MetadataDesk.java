package org.cellist.app.ui.notebook.metadata;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.notebook.metadata.SlideType;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.session.CellSession;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.page.PageSelection;
import org.jspecify.annotations.Nullable;

/// What a person can do with the metadata of a page.
///
/// Confined to the JavaFX Application Thread.
public final class MetadataDesk {

    private final NotebookStore store;
    private final ObservableValue<PageSelection> selection;
    private final Screen screen;
    private final TagsViewModel tags;
    private final MetadataWindows windows;
    private final MetadataDrafts drafts;
    private Subscription following = Subscription.EMPTY;
    private final FxExecutor fx = new FxExecutor();
    private boolean isRefreshing;
    private @Nullable TagBar bar; // made when it is first asked for

    /// @param context what it has from elsewhere
    /// @param selected the cells that commands act on
    /// @param selection changes with them
    public MetadataDesk(
            Context context,
            Supplier<List<CellId>> selected,
            ObservableValue<PageSelection> selection,
            Screen screen) {
        var session = context.session();
        this.store = session.store();
        this.selection = selection;
        this.screen = screen;
        this.tags = new TagsViewModel(store, selected);
        this.drafts = context.drafts();
        this.windows = new MetadataWindows(session, context.highlighter(), drafts);
    }

    /// What the desk has from elsewhere. Immutable.
    ///
    /// @param highlighter colours JSON
    /// @param drafts what was typed and not yet applied
    public record Context(
            CellSession session, CodeHighlighter highlighter, MetadataDrafts drafts) {}

    /// The page, over which a bar floats.
    public interface Screen {

        /// Shows a bar over the page, and remembers where keys went.
        void show(Region bar);

        /// Takes it away; keys go back where they were, if the bar has them.
        void hide(Region bar);

        /// Says something for a moment.
        void tell(String words);

        /// The scene of the page.
        Scene scene();
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

    /// Opens the metadata of the cell that has the keys in a window of their own.
    public void editCell() {
        var lead = selection.getValue().lead();
        if (lead != null) {
            open(new MetadataTarget(lead));
        }
    }

    /// Opens the metadata of the notebook in a window of their own.
    public void editNotebook() {
        open(MetadataTarget.NOTEBOOK);
    }

    private void open(MetadataTarget target) {
        windows.open(
                target, screen.scene(), () -> screen.tell(Texts.of("metadata").get("state.kept")));
    }

    /// Returns whether metadata were typed that are not in the notebook.
    public boolean hasUnapplied() {
        return drafts.hasUnapplied(store);
    }

    /// Brings text that an input method still composes into the drafts.
    public void commitComposition() {
        windows.commitComposition();
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
                    refreshSoon();
        }
    }

    /// An undo may tell of a thousand cells; all of them are looked at once.
    private void refreshSoon() {
        if (!isRefreshing) {
            isRefreshing = true;
            fx.execute(
                    () -> {
                        isRefreshing = false;
                        tags.refresh();
                    });
        }
    }

    /// Ends following the notebook.
    public void close() {
        closeTags();
        windows.close();
    }
}
