package org.cellist.app.notebook.find;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Ends a search: when it is cancelled, or when a pattern takes too long on one text.
///
/// A regular expression like `(a+)+$` can take longer than the age of the earth on thirty letters,
/// and Java's matcher cannot be stopped. It can be given a text that throws when it is read.
///
/// Thread-safe.
public final class SearchLimit {

    /// How long a pattern may take on one text: a hundred times what a plain one takes on the
    /// largest.
    public static final Duration PER_TEXT = Duration.ofSeconds(2);

    private static final int LOOK_EVERY = 1 << 10; // characters

    private final LongSupplier nanoTime;
    private final long mostNanos;
    private volatile boolean cancelled;

    public SearchLimit() {
        this(PER_TEXT, System::nanoTime);
    }

    /// @param perText how long a pattern may take on one text
    /// @param nanoTime a clock as [System#nanoTime]
    public SearchLimit(Duration perText, LongSupplier nanoTime) {
        this.mostNanos = perText.toNanos();
        this.nanoTime = nanoTime;
    }

    /// Ends the search soon.
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /// Returns a text that throws [SearchEndException] when it is read for too long from now on.
    CharSequence guard(String text) {
        return new Guarded(text, nanoTime.getAsLong());
    }

    /// A text that looks at the limit now and then while it is read.
    private final class Guarded implements CharSequence {

        private final String text;
        private final long begin;
        private int reads;

        Guarded(String text, long begin) {
            this.text = text;
            this.begin = begin;
        }

        @Override
        public char charAt(int index) {
            reads++;
            if (reads % LOOK_EVERY == 0) {
                look();
            }
            return text.charAt(index);
        }

        private void look() {
            if (cancelled) {
                throw new SearchEndException(SearchEnd.CANCELLED);
            }
            if (nanoTime.getAsLong() - begin > mostNanos) {
                throw new SearchEndException(SearchEnd.TOO_HARD);
            }
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
