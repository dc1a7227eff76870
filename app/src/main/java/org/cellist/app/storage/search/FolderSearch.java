package org.cellist.app.storage.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.cellist.app.notebook.find.Excerpts;
import org.cellist.app.notebook.find.FindOutcome;
import org.cellist.app.notebook.find.Finder;
import org.cellist.app.notebook.find.KnownMatches;
import org.cellist.app.notebook.find.SearchEnd;
import org.cellist.app.notebook.find.SearchLimit;
import org.cellist.app.notebook.find.SearchPattern;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.ReadOutcome;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.search.FolderSummary.End;
import org.jspecify.annotations.Nullable;

/// Looks for text in all notebooks of a folder and of those below it.
///
/// Thread-safe. Blocking; call it on a virtual thread.
public final class FolderSearch {

    /// Notebooks that are searched.
    public static final int MOST_FILES = 2_000;

    /// Matches that are looked for, in all.
    public static final int MOST_MATCHES = 10_000;

    private static final int MOST_IN_A_FILE = 1_000;
    private static final int AT_ONCE = 4;
    private static final long LARGE = 32L << 20; // such a file is read alone

    private final NotebookReader reader = new NotebookReader();
    private final Finder finder = new Finder(MOST_IN_A_FILE);
    private final int mostFiles;
    private final int mostMatches;

    public FolderSearch() {
        this(MOST_FILES, MOST_MATCHES);
    }

    FolderSearch(int mostFiles, int mostMatches) {
        this.mostFiles = mostFiles;
        this.mostMatches = mostMatches;
    }

    /// Searches the folder.
    ///
    /// @param open notebooks that are searched as they are there, and not in their files
    /// @param told of each file in which something was found, on several threads
    public FolderSummary search(
            Path folder,
            SearchPattern pattern,
            Map<Path, Notebook> open,
            SearchLimit limit,
            Consumer<FileMatches> told) {
        try {
            var walk = NotebookWalk.of(folder, mostFiles, limit::isCancelled);
            var run = new Run(pattern, open, limit, told);
            run.searchAll(walk.found());
            return run.summary(walk.isCut());
        } catch (IOException _) {
            return new FolderSummary(0, End.NO_FOLDER, List.of());
        }
    }

    /// One search. Thread-safe.
    private final class Run {

        private final SearchPattern pattern;
        private final Map<Path, Notebook> open;
        private final SearchLimit limit;
        private final Consumer<FileMatches> told;
        private final Tally tally = new Tally(mostMatches);

        Run(
                SearchPattern pattern,
                Map<Path, Notebook> open,
                SearchLimit limit,
                Consumer<FileMatches> told) {
            this.pattern = pattern;
            this.open = open;
            this.limit = limit;
            this.told = told;
        }

        void searchAll(List<Path> files) {
            var places = new Semaphore(AT_ONCE);
            var threads = Thread.ofVirtual().name("search-file").factory();
            try (var pool = Executors.newThreadPerTaskExecutor(threads)) {
                for (var file : files) {
                    int weight = weight(file);
                    places.acquire(weight);
                    if (isOver()) {
                        return;
                    }
                    pool.execute(
                            () -> {
                                try {
                                    search(file);
                                } finally {
                                    places.release(weight);
                                }
                            });
                }
            } catch (InterruptedException _) {
                limit.cancel();
                Thread.currentThread().interrupt();
            }
        }

        private boolean isOver() {
            return limit.isCancelled() || tally.isOver();
        }

        private int weight(Path file) {
            try {
                return Files.size(file) > LARGE ? AT_ONCE : 1;
            } catch (IOException _) {
                return 1; // reading it will say why
            }
        }

        private void search(Path file) {
            if (isOver()) {
                return;
            }
            var inWindow = open.get(file);
            var notebook = inWindow == null ? read(file) : inWindow;
            if (notebook == null) {
                tally.addUnreadable(file);
                return;
            }
            switch (finder.find(notebook, pattern, null, KnownMatches.NONE, limit)) {
                case FindOutcome.Found(var matches, var isCut, _) -> {
                    int taken = tally.take(matches.size());
                    if (taken > 0) {
                        var excerpts = Excerpts.of(notebook, matches.subList(0, taken));
                        told.accept(
                                new FileMatches(file, excerpts, isCut || taken < matches.size()));
                    }
                }
                case FindOutcome.Ended(var end) -> {
                    if (end == SearchEnd.TOO_HARD) {
                        tally.giveUp();
                    }
                }
            }
        }

        private @Nullable Notebook read(Path file) {
            try {
                if (Files.size(file) > NotebookReader.MAX_FILE_BYTES) {
                    return null;
                }
                return switch (reader.read(Files.readAllBytes(file))) {
                    case ReadOutcome.Editable(var notebook, _) -> notebook;
                    case ReadOutcome.ReadOnly(var notebook, _) -> notebook;
                    case ReadOutcome.Legacy(var notebook, _) -> notebook;
                    case ReadOutcome.Refused _ -> null;
                };
            } catch (IOException _) {
                return null; // named at the end
            }
        }

        FolderSummary summary(boolean isCut) {
            if (limit.isCancelled()) {
                return tally.summary(End.CANCELLED);
            }
            if (tally.isGivenUp()) {
                return tally.summary(End.TOO_HARD);
            }
            if (tally.isOver()) {
                return tally.summary(End.MANY_MATCHES);
            }
            return tally.summary(isCut ? End.MANY_FILES : End.COMPLETE);
        }
    }
}
