package org.cellist.app.ui.workbench.contents;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.outline.Headings;
import org.cellist.app.notebook.outline.Headings.Heading;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Document.CellProgress;
import org.jspecify.annotations.Nullable;

/// The table of contents of the notebook in front: its headings, and how far the cells below each
/// of them are.
///
/// Headings are found on a background thread, only for cells whose text is new. One search is under
/// way at most; the next one begins when it has ended and the notebook is another by then. So a
/// person who types is followed at the pace of the background, not at that of the keys.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class ContentsViewModel {

    private final Executor background;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<List<Entry>> entries =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);

    private @Nullable Document document;
    private @Nullable Notebook newest;
    private List<Section> sections = List.of();
    private IdentityHashMap<Cell, List<Heading>> known = new IdentityHashMap<>();
    private int lead = -1;
    private boolean searching;

    /// @param background runs the search for headings, a moment later if that spares the keys
    /// @param fx brings what was found back
    public ContentsViewModel(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
    }

    /// The headings in the order of the notebook.
    public ReadOnlyObjectProperty<List<Entry>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    /// Index of the heading that the selected cell stands under, -1 for none.
    public ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Shows another document, or none.
    public void follow(@Nullable Document other) {
        document = other;
        newest = null;
        known = new IdentityHashMap<>();
        searching = false;
        if (other == null) {
            accept(List.of());
        } else {
            refresh();
        }
    }

    /// Takes over what changed in the document.
    public void refresh() {
        var followed = document;
        if (followed == null || searching) {
            return;
        }
        var notebook = followed.notebook();
        if (isNewest(notebook)) {
            showProgress();
            return;
        }
        newest = notebook;
        searching = true;
        var before = known;
        background.execute(
                () -> {
                    var found = new IdentityHashMap<Cell, List<Heading>>();
                    var made = sections(notebook, before, found);
                    fx.execute(() -> acceptIfNewest(notebook, made, found));
                });
    }

    /// Follows the selection.
    ///
    /// @param index position of the selected cell, -1 for none
    public void setLead(int index) {
        lead = index;
        showCurrent();
    }

    /// Snapshots are compared by identity: each edit makes a new one, and comparing thousands
    /// of cells would cost more than it saves.
    @SuppressWarnings("ReferenceEquality")
    private boolean isNewest(Notebook notebook) {
        return notebook == newest;
    }

    private void acceptIfNewest(
            Notebook notebook, List<Section> made, IdentityHashMap<Cell, List<Heading>> found) {
        if (isNewest(notebook)) { // else another document is shown by now
            known = found;
            searching = false;
            accept(made);
            refresh();
        }
    }

    private void accept(List<Section> made) {
        sections = made;
        showProgress();
        showCurrent();
    }

    private void showProgress() {
        var shown = new ArrayList<Entry>();
        for (var section : sections) {
            shown.add(
                    new Entry(
                            section.heading.level(),
                            section.heading.text(),
                            section.cell,
                            stateOf(section)));
        }
        if (!shown.equals(entries.get())) {
            entries.set(List.copyOf(shown));
        }
    }

    private State stateOf(Section section) {
        var followed = document;
        if (followed == null || section.code.isEmpty()) {
            return State.NO_CODE;
        }
        Set<CellProgress> seen = EnumSet.noneOf(CellProgress.class);
        section.code.forEach(cell -> seen.add(followed.progress(cell)));
        if (seen.contains(CellProgress.RUNNING) || seen.contains(CellProgress.QUEUED)) {
            return State.RUNNING;
        }
        if (seen.contains(CellProgress.FAILED)) {
            return State.FAILED;
        }
        if (seen.contains(CellProgress.STALE)) {
            return State.STALE;
        }
        return seen.contains(CellProgress.NOT_RUN) ? State.NOT_RUN : State.DONE;
    }

    private void showCurrent() {
        int last = -1;
        for (int i = 0; i < sections.size() && sections.get(i).index <= lead; i++) {
            last = i;
        }
        current.set(last);
    }

    private static List<Section> sections(
            Notebook notebook,
            IdentityHashMap<Cell, List<Heading>> known,
            IdentityHashMap<Cell, List<Heading>> found) {
        var made = new ArrayList<Section>();
        for (int i = 0; i < notebook.cells().size(); i++) {
            var cell = notebook.cells().get(i);
            switch (cell) {
                case Cell.MarkdownCell markdown -> {
                    var headings = known.get(cell);
                    if (headings == null) {
                        headings = Headings.in(markdown.source());
                    }
                    found.put(cell, headings);
                    for (var heading : headings) {
                        made.add(new Section(heading, cell.id(), i, new ArrayList<>()));
                    }
                }
                case Cell.CodeCell code -> {
                    if (!made.isEmpty()) {
                        made.getLast().code.add(code.id());
                    }
                }
                case Cell.RawCell _ -> {}
            }
        }
        return made;
    }

    /// A heading and the code cells down to the next one.
    private record Section(Heading heading, CellId cell, int index, List<CellId> code) {}

    /// One line of the table of contents. Immutable.
    ///
    /// @param level 1 to 6
    /// @param cell the cell that has the heading
    /// @param state of the code cells down to the next heading
    public record Entry(int level, String text, CellId cell, State state) {}

    /// How far the cells below a heading are.
    public enum State {
        NO_CODE,
        NOT_RUN,
        RUNNING,
        DONE,
        /// Some cell's source has changed since it ran.
        STALE,
        FAILED
    }
}
