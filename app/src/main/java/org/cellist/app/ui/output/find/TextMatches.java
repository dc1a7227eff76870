package org.cellist.app.ui.output.find;

import java.time.Duration;
import java.util.List;
import org.cellist.app.notebook.find.SearchLimit;
import org.cellist.app.notebook.find.SearchPattern;
import org.cellist.app.notebook.find.TextRange;
import org.jspecify.annotations.Nullable;

/// Finds a pattern in one text after the other, until it takes too long.
///
/// Confined to one thread.
public final class TextMatches {

    /// Somebody waits for it.
    private static final Duration PER_TEXT = Duration.ofMillis(200);

    private final @Nullable SearchPattern pattern;
    private final SearchLimit limit = new SearchLimit(PER_TEXT, System::nanoTime);
    private boolean tooHard;

    private TextMatches(@Nullable SearchPattern pattern) {
        this.pattern = pattern;
    }

    static TextMatches of(SearchPattern pattern) {
        return new TextMatches(pattern);
    }

    /// Finds nothing anywhere.
    static TextMatches none() {
        return new TextMatches(null);
    }

    /// Returns the matches in a text, in order.
    public List<TextRange> in(String text) {
        if (pattern == null || tooHard || text.isEmpty()) {
            return List.of();
        }
        var found = pattern.ranges(text, limit);
        tooHard = found.isEmpty();
        return found.orElse(List.of());
    }

    /// Returns whether the pattern took too long, so that matches may be missing.
    boolean isTooHard() {
        return tooHard;
    }
}
