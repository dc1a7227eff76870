package org.cellist.app.storage.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.storage.search.FolderSummary.End;

/// Counts what the threads of one search have done. Its lock is a leaf.
///
/// Thread-safe.
final class Tally {

    private final int mostMatches;
    private final List<Path> unreadable = new ArrayList<>();
    private int files;
    private int matches;
    private boolean over;
    private boolean givenUp;

    Tally(int mostMatches) {
        this.mostMatches = mostMatches;
    }

    /// One more file was searched. Returns how many of its matches are wanted.
    synchronized int take(int found) {
        files++;
        int taken = Math.min(found, mostMatches - matches);
        matches += taken;
        over = over || taken < found;
        return taken;
    }

    synchronized void addUnreadable(Path file) {
        unreadable.add(file);
    }

    /// The pattern is too hard: no other file is to be tried.
    synchronized void giveUp() {
        over = true;
        givenUp = true;
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized boolean isGivenUp() {
        return givenUp;
    }

    synchronized FolderSummary summary(End end) {
        return new FolderSummary(files, end, unreadable.stream().sorted().toList());
    }
}
