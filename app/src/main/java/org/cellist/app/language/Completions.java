package org.cellist.app.language;

import java.util.List;

/// How code may go on: each stands for the units from `start` to before `end` of a cell's source,
/// the likeliest first. Immutable.
public record Completions(int start, int end, List<Completion> all) {

    /// Nothing that anybody knows.
    static final Completions NONE = new Completions(0, 0, List.of());

    public Completions {
        all = List.copyOf(all);
    }
}
