package org.cellist.app.ui.notebook.find;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cellist.app.notebook.find.FindOutcome;
import org.cellist.app.notebook.find.FindQuery;
import org.cellist.app.notebook.find.Finder;
import org.cellist.app.notebook.find.KnownMatches;
import org.cellist.app.notebook.find.PatternFault;
import org.cellist.app.notebook.find.QueryOutcome;
import org.cellist.app.notebook.find.SearchEnd;
import org.cellist.app.notebook.find.SearchLimit;
import org.cellist.app.notebook.find.SearchPattern;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.jspecify.annotations.Nullable;

/// Runs searches one after the other: one is under way at most, and what is asked for meanwhile
/// follows with what is newest then.
///
/// Confined to the JavaFX Application Thread.
final class Searching {

    private final FindThreads threads;
    private final Supplier<Notebook> notebook;
    private final Finder finder = new Finder();
    private final Consumer<Result> told;

    private FindQuery query = FindQuery.NONE;
    private @Nullable Set<CellId> only;
    private KnownMatches known = KnownMatches.NONE;
    private @Nullable SearchLimit running;
    private @Nullable FindQuery tooHard;
    private boolean waiting; // a search begins soon
    private boolean again; // another one follows the one under way
    private boolean stopped = true;

    /// @param told what was found of the newest query
    Searching(FindThreads threads, Supplier<Notebook> notebook, Consumer<Result> told) {
        this.threads = threads;
        this.notebook = notebook;
        this.told = told;
    }

    /// What a search has found. Immutable.
    sealed interface Result {

        record Nothing() implements Result {}

        record Faulty(PatternFault fault) implements Result {}

        record TooHard() implements Result {}

        record Found(FoundList list) implements Result {}
    }

    /// Looks for something else from now on. What is under way for another query ends.
    void setQuery(FindQuery now) {
        query = now;
        tooHard = null;
        if (running != null) {
            running.cancel();
        }
    }

    /// @param cells the only ones that are searched; null for all
    void setOnly(@Nullable Set<CellId> cells) {
        only = cells;
        known = KnownMatches.NONE;
    }

    /// Searches in a moment, once for all that is asked for until then. A pattern that was too hard
    /// is not tried again with every key.
    void soon() {
        if (stopped || waiting || query.equals(tooHard)) {
            return;
        }
        waiting = true;
        threads.soon()
                .execute(
                        () -> {
                            waiting = false;
                            if (!stopped) {
                                now();
                            }
                        });
    }

    /// Searches; goes on until [#stop].
    void now() {
        stopped = false;
        if (running != null) {
            again = true;
            return;
        }
        switch (SearchPattern.of(query)) {
            case QueryOutcome.Empty _ -> told.accept(new Result.Nothing());
            case QueryOutcome.Faulty(var fault, _) -> told.accept(new Result.Faulty(fault));
            case QueryOutcome.Usable(var pattern) -> begin(pattern);
        }
    }

    /// Ends what is under way, and forgets what is known.
    void stop() {
        stopped = true;
        again = false;
        known = KnownMatches.NONE;
        if (running != null) {
            running.cancel();
        }
    }

    private void begin(SearchPattern pattern) {
        var limit = new SearchLimit();
        running = limit;
        var snapshot = notebook.get();
        var before = known;
        var cells = only;
        threads.background()
                .execute(
                        () -> {
                            var outcome = finder.find(snapshot, pattern, cells, before, limit);
                            var list =
                                    outcome instanceof FindOutcome.Found(var all, var isCut, _)
                                            ? FoundList.of(snapshot, all, isCut)
                                            : FoundList.NONE;
                            threads.fx().execute(() -> arrived(pattern.query(), outcome, list));
                        });
    }

    private void arrived(FindQuery asked, FindOutcome outcome, FoundList list) {
        running = null;
        if (stopped) {
            return;
        }
        if (asked.equals(query)) {
            switch (outcome) {
                case FindOutcome.Found(_, _, var newest) -> {
                    known = newest;
                    told.accept(new Result.Found(list));
                }
                case FindOutcome.Ended(var end) -> {
                    if (end == SearchEnd.TOO_HARD) {
                        tooHard = asked;
                        told.accept(new Result.TooHard());
                    }
                }
            }
        }
        if (again) {
            again = false;
            now();
        }
    }
}
