package org.cellist.app.ui.notebook.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cellist.app.notebook.find.FindQuery;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.find.QueryOutcome;
import org.cellist.app.notebook.find.ReplaceOutcome;
import org.cellist.app.notebook.find.Replacement;
import org.cellist.app.notebook.find.Replacer;
import org.cellist.app.notebook.find.SearchLimit;
import org.cellist.app.notebook.find.SearchPattern;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.store.NotebookStore;
import org.jspecify.annotations.Nullable;

/// Replaces matches: works out the edits on a snapshot, off the JavaFX thread, and makes them
/// in one step when the cells still are what they were; else it works them out anew.
///
/// Confined to the JavaFX Application Thread.
final class Replacing {

    private final NotebookStore store;
    private final FindThreads threads;
    private final BooleanSupplier readOnly;
    private boolean busy;

    Replacing(NotebookStore store, FindThreads threads, BooleanSupplier readOnly) {
        this.store = store;
        this.threads = threads;
        this.readOnly = readOnly;
    }

    boolean isReadOnly() {
        return readOnly.getAsBoolean();
    }

    /// How it went. Immutable.
    sealed interface Result {

        /// The edits were made.
        ///
        /// @param end after what was inserted last; null where nothing was
        record Made(int count, @Nullable FindStart end) implements Result {}

        record TooHard() implements Result {}
    }

    /// How the edits for a notebook are worked out.
    private interface Work {
        ReplaceOutcome on(Notebook notebook);
    }

    void one(FindQuery query, String instead, Match match, Consumer<Result> then) {
        var replacer = replacer(query, instead);
        if (replacer != null) {
            begin(notebook -> replacer.one(notebook, match, new SearchLimit()), then);
        }
    }

    /// @param only these cells; null for all
    void all(FindQuery query, String instead, @Nullable Set<CellId> only, Consumer<Result> then) {
        var replacer = replacer(query, instead);
        if (replacer != null) {
            begin(notebook -> replacer.all(notebook, only, new SearchLimit()), then);
        }
    }

    private static @Nullable Replacer replacer(FindQuery query, String instead) {
        return SearchPattern.of(query) instanceof QueryOutcome.Usable(var pattern)
                ? new Replacer(pattern, Replacement.of(instead, query.isPattern()))
                : null;
    }

    private void begin(Work work, Consumer<Result> then) {
        if (!busy) {
            busy = true;
            workOut(work, then);
        }
    }

    private void workOut(Work work, Consumer<Result> then) {
        var snapshot = store.notebook();
        threads.background()
                .execute(
                        () -> {
                            var outcome = work.on(snapshot);
                            threads.fx().execute(() -> worked(snapshot, outcome, work, then));
                        });
    }

    private void worked(
            Notebook snapshot, ReplaceOutcome outcome, Work work, Consumer<Result> then) {
        switch (outcome) {
            case ReplaceOutcome.Ended _ -> {
                busy = false;
                then.accept(new Result.TooHard());
            }
            case ReplaceOutcome.Edits(var edits, var count) -> {
                if (!fit(edits, snapshot)) {
                    workOut(work, then);
                    return;
                }
                busy = false;
                store.apply(new NotebookEdit.Group(new ArrayList<>(edits)));
                then.accept(new Result.Made(count, end(edits)));
            }
        }
    }

    /// Returns whether the edited cells are what they were when the edits were worked out.
    private boolean fit(List<EditSource> edits, Notebook snapshot) {
        var before = sources(snapshot);
        var now = sources(store.notebook());
        return edits.stream()
                .map(EditSource::cell)
                .allMatch(id -> Objects.equals(before.get(id), now.get(id)));
    }

    private static Map<CellId, String> sources(Notebook notebook) {
        return notebook.cells().stream().collect(Collectors.toMap(Cell::id, Cell::source));
    }

    private static @Nullable FindStart end(List<EditSource> edits) {
        if (edits.isEmpty()) {
            return null;
        }
        var last = edits.getLast();
        return new FindStart(last.cell(), 0, last.offset() + last.inserted().length());
    }
}
