package org.cellist.app.ui.notebook.metadata;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.notebook.metadata.MetadataFault;
import org.cellist.app.notebook.metadata.MetadataText;
import org.cellist.app.notebook.metadata.MetadataText.Reading;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.store.EditPlace;
import org.cellist.app.notebook.store.NotebookStore;
import org.jspecify.annotations.Nullable;

/// Metadata that are written as JSON: whether they can be applied, and what happens to them in the
/// notebook meanwhile.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class MetadataViewModel {

    private final NotebookStore store;
    private final MetadataTarget target;
    private final MetadataDraft draft;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>();
    private final Runnable stopFollowing;
    private final Runnable stopReading;

    MetadataViewModel(NotebookStore store, MetadataTarget target, MetadataDraft draft) {
        this.store = store;
        this.target = target;
        this.draft = draft;
        stopFollowing = store.follow(this::changed);
        stopReading = draft.document().follow(_ -> refresh());
        refresh();
    }

    /// What is known about the text. Immutable.
    ///
    /// @param fault why it cannot be applied; null when it can be read
    /// @param isChanged whether something was typed that is not in the notebook
    /// @param isOvertaken whether the notebook says something else by now than when it was begun
    /// @param isGone whether the cell is no longer in the notebook
    record State(
            @Nullable MetadataFault fault, boolean isChanged, boolean isOvertaken, boolean isGone) {

        boolean canApply() {
            return fault == null && isChanged && !isGone;
        }
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    MetadataDraft draft() {
        return draft;
    }

    private void refresh() {
        var notebook = store.notebook();
        var now = target.in(notebook);
        boolean isOvertaken = now.filter(is -> !is.equals(draft.base())).isPresent();
        var fault =
                MetadataText.read(draft.text(), target.type(notebook))
                                instanceof Reading.Wrong(var found)
                        ? found
                        : null;
        state.set(new State(fault, draft.isChanged(), isOvertaken, now.isEmpty()));
    }

    /// A text in which nobody wrote goes on showing what is there.
    private void changed(NotebookChange change) {
        if (!mayBeOfMetadata(change)) {
            return;
        }
        if (!draft.isChanged()) {
            target.in(store.notebook())
                    .filter(now -> !now.equals(draft.base()))
                    .ifPresent(draft::take);
        }
        refresh();
    }

    private static boolean mayBeOfMetadata(NotebookChange change) {
        return switch (change) {
            case NotebookChange.SourceChanged _, NotebookChange.OutputsChanged _ -> false;
            case NotebookChange.CellMetadataChanged _,
                    NotebookChange.NotebookMetadataChanged _,
                    NotebookChange.CellTypeChanged _,
                    NotebookChange.CellsInserted _,
                    NotebookChange.CellsRemoved _,
                    NotebookChange.CellsMoved _,
                    NotebookChange.NotebookReplaced _ ->
                    true;
        };
    }

    /// Puts what is written into the notebook, as one step; nothing while it is wrong.
    void apply() {
        var type = target.type(store.notebook());
        if (state.get().canApply()
                && MetadataText.read(draft.text(), type) instanceof Reading.Right(var metadata)) {
            draft.settle(metadata);
            store.apply(target.edit(metadata));
            refresh();
        }
    }

    /// Shows what the notebook says, in place of what is written.
    void revert() {
        target.in(store.notebook()).ifPresent(draft::take);
        refresh();
    }

    Optional<EditPlace> undo() {
        return draft.document().undo();
    }

    Optional<EditPlace> redo() {
        return draft.document().redo();
    }

    /// Ends following the notebook.
    void close() {
        stopFollowing.run();
        stopReading.run();
    }
}
