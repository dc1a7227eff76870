package org.cellist.app.explain;

import java.util.Locale;
import org.cellist.app.notebook.format.ReadProblem;
import org.cellist.app.text.Texts;

/// Explains why a file is no notebook, or one that may only be looked at. Immutable.
public final class ReadProblemWords {

    private final Texts texts = Texts.of("problem");

    public Explanation explain(ReadProblem problem) {
        var key = "read." + keyOf(problem.kind());
        return new Explanation(
                texts.get(key, problem.detail()),
                texts.get(key + ".meaning", problem.detail()),
                texts.get(key + ".remedy", problem.detail()),
                details(problem));
    }

    private String details(ReadProblem problem) {
        var place = problem.offset() < 0 ? "" : texts.get("place", problem.offset());
        return (problem.detail() + " " + place).strip();
    }

    private static String keyOf(ReadProblem.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
