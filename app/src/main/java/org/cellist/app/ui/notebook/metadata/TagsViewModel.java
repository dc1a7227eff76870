package org.cellist.app.ui.notebook.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.notebook.metadata.CellTags;
import org.cellist.app.notebook.metadata.SlideType;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.notebook.model.NotebookEdit.SetCellMetadata;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// The tags of the selected cells, and the part that these play in slides. What is done is done to
/// all of them, in one step.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class TagsViewModel {

    /// What nbconvert, papermill and Jupyter Book heed.
    private static final List<String> KNOWN =
            List.of(
                    "parameters",
                    "raises-exception",
                    "skip-execution",
                    "hide-input",
                    "hide-output",
                    "hide-cell",
                    "remove-input",
                    "remove-output",
                    "remove-cell");

    private static final int MOST_SUGGESTIONS = 9;

    private final NotebookStore store;
    private final Supplier<List<CellId>> selected;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);

    /// @param selected the cells that commands act on
    TagsViewModel(NotebookStore store, Supplier<List<CellId>> selected) {
        this.store = store;
        this.selected = selected;
    }

    /// What is known about the selected cells. Immutable.
    ///
    /// @param cells how many they are
    /// @param tags those that any of them has, in the order in which they come first
    /// @param slide the part that all of them play; null when they differ, or another program's
    record State(int cells, List<Tag> tags, @Nullable SlideType slide) {

        static final State NOTHING = new State(0, List.of(), null);

        State {
            tags = List.copyOf(tags);
        }
    }

    /// A tag of selected cells. Immutable.
    ///
    /// @param isOnAll whether each of them has it
    record Tag(String text, int cells, boolean isOnAll) {}

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Takes over what is selected and what it has now.
    void refresh() {
        var cells = cells();
        var counts = new LinkedHashMap<String, Integer>();
        var slides = new HashSet<Optional<SlideType>>();
        for (var cell : cells) {
            CellTags.of(cell.metadata()).forEach(tag -> counts.merge(tag, 1, Integer::sum));
            slides.add(SlideType.of(cell.metadata()));
        }
        var tags = new ArrayList<Tag>();
        counts.forEach((text, count) -> tags.add(new Tag(text, count, count == cells.size())));
        var slide = slides.size() == 1 ? slides.iterator().next().orElse(null) : null;
        state.set(new State(cells.size(), tags, slide));
    }

    /// Returns tags that could be meant by what is typed: those of this notebook before those that
    /// programs know. What every selected cell has is left out.
    List<String> suggestions(String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        var offered = new LinkedHashSet<>(CellTags.usedIn(store.notebook().cells()));
        offered.addAll(KNOWN);
        state.get().tags().stream().filter(Tag::isOnAll).map(Tag::text).forEach(offered::remove);
        return offered.stream()
                .filter(tag -> tag.toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    /// Gives the selected cells the tags of a line, with commas between them.
    void add(String line) {
        var tags = CellTags.written(line);
        change(
                metadata -> {
                    var now = metadata;
                    for (var tag : tags) {
                        now = CellTags.with(now, tag);
                    }
                    return now;
                });
    }

    /// Takes a tag from the selected cells.
    void remove(String tag) {
        change(metadata -> CellTags.without(metadata, tag));
    }

    /// Lets the selected cells play a part in slides.
    void setSlide(SlideType type) {
        change(type::in);
    }

    private void change(UnaryOperator<JsonObject> change) {
        var edits = new ArrayList<NotebookEdit>();
        for (var cell : cells()) {
            var now = change.apply(cell.metadata());
            if (!now.equals(cell.metadata())) {
                edits.add(new SetCellMetadata(cell.id(), now));
            }
        }
        if (!edits.isEmpty()) {
            store.apply(new Group(edits));
        }
        refresh();
    }

    private List<Cell> cells() {
        var ids = new HashSet<>(selected.get());
        return store.notebook().cells().stream().filter(cell -> ids.contains(cell.id())).toList();
    }
}
