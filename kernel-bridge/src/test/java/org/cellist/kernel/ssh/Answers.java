package org.cellist.kernel.ssh;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.cellist.kernel.runtime.host.HostQuestions;

/// A person who trusts every key or none, and types what the test says. Thread-safe.
public final class Answers implements HostQuestions {

    private final boolean isTrusting;
    private final Deque<String> typed; // guarded by this
    private final List<NewKey> keys = new ArrayList<>(); // guarded by this
    private final List<Prompt> prompts = new ArrayList<>(); // guarded by this

    /// @param typed one answer after the other; after the last one the person gives up
    public Answers(boolean isTrusting, String... typed) {
        this.isTrusting = isTrusting;
        this.typed = new ArrayDeque<>(List.of(typed));
    }

    @Override
    public synchronized boolean trusts(NewKey key) {
        keys.add(key);
        return isTrusting;
    }

    @Override
    public synchronized Optional<List<String>> answers(Prompt prompt) {
        prompts.add(prompt);
        return Optional.ofNullable(typed.poll()).map(List::of);
    }

    /// Returns the keys that were asked about.
    public synchronized List<NewKey> keys() {
        return List.copyOf(keys);
    }

    /// Returns what was asked.
    public synchronized List<Prompt> prompts() {
        return List.copyOf(prompts);
    }
}
