package org.cellist.app.ui.workbench.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cellist.app.notebook.find.FindQuery;
import org.cellist.app.notebook.find.QueryOutcome;
import org.cellist.app.notebook.find.SearchLimit;
import org.cellist.app.notebook.find.SearchPattern;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.search.FileMatches;
import org.cellist.app.storage.search.FolderSearch;
import org.cellist.app.storage.search.FolderSummary;
import org.cellist.app.ui.notebook.find.FindThreads;
import org.jspecify.annotations.Nullable;

/// The search of a folder: what is looked for, where, and what was found until now.
///
/// A search begins when a person asks for it, and ends the one before. The folder is that of the
/// notebook in front until the person chooses another one.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class FolderSearchViewModel {

    private final FolderSearch files = new FolderSearch();
    private final FindThreads threads;
    private final Supplier<Map<Path, Notebook>> open;
    private final ObjectProperty<FindQuery> query = new SimpleObjectProperty<>(FindQuery.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Path> folder = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SearchState> state =
            new ReadOnlyObjectWrapper<>(new SearchState.Idle());
    private final ObservableList<SearchRow> rows = FXCollections.observableArrayList();
    private boolean isChosen;
    private @Nullable SearchLimit running;
    private int matches;
    private int inFiles;

    /// @param open the notebooks that are open, as they are in the window, by their files
    public FolderSearchViewModel(FindThreads threads, Supplier<Map<Path, Notebook>> open) {
        this.threads = threads;
        this.open = open;
    }

    public ObjectProperty<FindQuery> queryProperty() {
        return query;
    }

    /// Where is searched; null while no folder is known.
    public ReadOnlyObjectProperty<@Nullable Path> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SearchState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Files in their order, each with its matches below.
    public ObservableList<SearchRow> rows() {
        return rows;
    }

    /// Another notebook came to the front.
    ///
    /// @param of its folder; null when it has none
    public void offerFolder(@Nullable Path of) {
        if (!isChosen && of != null) {
            folder.set(of);
        }
    }

    /// The person has chosen a folder.
    public void chooseFolder(Path chosen) {
        isChosen = true;
        folder.set(chosen);
        if (!(state.get() instanceof SearchState.Idle)) {
            search();
        }
    }

    /// Changes a condition, and searches again what was searched before.
    public void refine() {
        if (!(state.get() instanceof SearchState.Idle)) {
            search();
        }
    }

    /// Begins a search.
    public void search() {
        cancel();
        running = null;
        rows.clear();
        matches = 0;
        inFiles = 0;
        var where = folder.get();
        switch (SearchPattern.of(query.get())) {
            case QueryOutcome.Empty _ -> state.set(new SearchState.Idle());
            case QueryOutcome.Faulty(var fault, _) -> state.set(new SearchState.Faulty(fault));
            case QueryOutcome.Usable(var pattern) -> {
                if (where != null) {
                    begin(where, pattern);
                }
            }
        }
    }

    private void begin(Path where, SearchPattern pattern) {
        var limit = new SearchLimit();
        running = limit;
        state.set(new SearchState.Running(0));
        var inWindow = open.get();
        threads.background()
                .execute(
                        () -> {
                            var summary =
                                    files.search(
                                            where,
                                            pattern,
                                            inWindow,
                                            limit,
                                            found -> onFx(limit, () -> add(found)));
                            onFx(limit, () -> end(summary));
                        });
    }

    /// Runs what a search brings, unless another one has begun since.
    private void onFx(SearchLimit of, Runnable task) {
        threads.fx()
                .execute(
                        () -> {
                            if (of.equals(running)) {
                                task.run();
                            }
                        });
    }

    /// Ends the search; what was found stays.
    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    private void add(FileMatches found) {
        var more = new ArrayList<SearchRow>();
        more.add(new SearchRow.OfFile(found.file(), found.excerpts().size(), found.isCut()));
        int before = -1;
        for (var excerpt : found.excerpts()) {
            more.add(new SearchRow.Hit(found.file(), excerpt, excerpt.index() != before));
            before = excerpt.index();
        }
        rows.addAll(placeOf(found.file()), more);
        matches += found.excerpts().size();
        inFiles++;
        state.set(new SearchState.Running(matches));
    }

    /// Files are read a few at once, and so come a little out of order.
    private int placeOf(Path file) {
        int place = rows.size();
        while (place > 0 && rows.get(place - 1).file().compareTo(file) > 0) {
            place--;
        }
        return place;
    }

    private void end(FolderSummary summary) {
        running = null;
        rows.addAll(summary.unreadable().stream().map(SearchRow.Unreadable::new).toList());
        state.set(new SearchState.Done(matches, inFiles, summary));
    }

    /// Returns how a file is named in the list: from the folder on.
    public List<String> names(Path file) {
        var where = folder.get();
        var name = Objects.requireNonNullElse(file.getFileName(), file).toString();
        var parent = file.getParent();
        if (where == null || parent == null || parent.equals(where) || !file.startsWith(where)) {
            return List.of(name, "");
        }
        return List.of(name, where.relativize(parent).toString());
    }
}
