package org.cellist.app.ui.editor.highlight;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Highlights the texts of all editors of a window on one thread.
///
/// Each editor opens a [Job]. A job keeps only the newest text that waits, and the text handed
/// in last is done first, because that is where somebody types. A long one waits for a pause in the
/// typing. The mailbox holds at most one text for each open job. Results that are known already
/// come from a small cache, at once.
///
/// Thread-safe. Results arrive through the executor given.
public final class CodeHighlighter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CodeHighlighter.class);

    /// In units. A grammar reads a longer text for longer than there is between two keys: with each
    /// of them it would take a core from the window, for colours that come too late.
    private static final int LONG = 50_000;

    /// Texts of one editor that come closer together are those of somebody who types.
    private static final long TYPING_NANOS = 500_000_000;

    private static final long PAUSE_NANOS = 150_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final SequencedMap<Job, Request> waiting = new LinkedHashMap<>();
    private final HighlightCache cache = new HighlightCache();
    private final Executor results;
    private boolean closed;

    /// @param results runs the code that takes results; the JavaFX executor in a window
    public CodeHighlighter(Executor results) {
        this.results = results;
        Thread.ofPlatform().daemon().name("editor-highlight").start(this::workUntilClosed);
    }

    /// Returns the highlight of a text done before, or null when it has to be asked for.
    public @Nullable Highlight known(String text, EditorLanguage language) {
        return cache.get(text, language);
    }

    /// Opens the mailbox of one editor.
    public Job open() {
        return new Job();
    }

    /// Ends the thread. Texts that wait are dropped.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    private void workUntilClosed() {
        var highlighters = new Highlighters();
        try {
            while (true) {
                var next = take();
                if (next == null) {
                    return;
                }
                work(highlighters, next);
            }
        } catch (InterruptedException _) {
            // close() came while this thread was waiting
        }
    }

    /// A text that a grammar or a lexer cannot bear stays plain; the next one is tried again.
    private void work(Highlighters highlighters, Request request) {
        Highlight highlight;
        try {
            highlight = highlighters.highlight(request.job, request.text, request.language);
        } catch (RuntimeException e) {
            LOG.warn("No colours for a text in {}", request.language, e);
            return;
        }
        cache.put(highlight);
        results.execute(() -> request.taker.accept(highlight));
    }

    /// Waits for the newest text that is due; returns null when closed.
    private @Nullable Request take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                long now = System.nanoTime();
                long least = Long.MAX_VALUE;
                for (var request : waiting.sequencedValues().reversed()) {
                    long left = request.dueAt - now;
                    if (left <= 0) {
                        waiting.remove(request.job);
                        return request;
                    }
                    least = Math.min(least, left);
                }
                work.awaitNanos(least);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /// @param dueAt in the time of [System#nanoTime]
    private record Request(
            Job job, String text, EditorLanguage language, Consumer<Highlight> taker, long dueAt) {}

    /// The mailbox of one editor. Thread-safe.
    public final class Job {

        private long submittedAt = System.nanoTime() - TYPING_NANOS;

        private Job() {}

        /// Asks for the highlight of a text, in place of one that still waits.
        ///
        /// The taker may be called for an older text after a newer one was submitted; it compares
        /// [Highlight#text].
        public void submit(String text, EditorLanguage language, Consumer<Highlight> taker) {
            lock.lock();
            try {
                if (!closed) {
                    long now = System.nanoTime();
                    boolean isTyped = now - submittedAt < TYPING_NANOS;
                    submittedAt = now;
                    long dueAt = isTyped && text.length() > LONG ? now + PAUSE_NANOS : now;
                    waiting.putLast(this, new Request(this, text, language, taker, dueAt));
                    work.signal();
                }
            } finally {
                lock.unlock();
            }
        }

        /// Drops the text that waits, if any.
        public void cancel() {
            lock.lock();
            try {
                waiting.remove(this);
            } finally {
                lock.unlock();
            }
        }
    }
}
