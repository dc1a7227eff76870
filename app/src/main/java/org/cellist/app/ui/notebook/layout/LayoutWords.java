package org.cellist.app.ui.notebook.layout;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.environment.CodeFormatter.Outcome;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.notebook.layout.CellLayouts.Refused;

/// Says in a person's words how the layout of cells went. Immutable.
///
/// @param texts the bundle `format`
record LayoutWords(Texts texts) {

    private static final int MOST_REFUSED = 3;

    static LayoutWords ofNow() {
        return new LayoutWords(Texts.of("format"));
    }

    PageNote working() {
        return PageNote.lasting(texts.get("working"));
    }

    PageNote noKernel() {
        return PageNote.lasting(texts.get("kernel"));
    }

    PageNote otherLanguage(String kernel) {
        return PageNote.lasting(texts.get("language", kernel));
    }

    PageNote needsConsent(String kernel) {
        return PageNote.lasting(texts.get("consent", kernel));
    }

    PageNote missing(String kernel, String line) {
        return new PageNote(texts.get("missing", kernel), line, true);
    }

    PageNote failed(String program, Outcome.Failed how) {
        var words = how.lastWords();
        return PageNote.lasting(
                words.isEmpty() ? texts.get("late", program) : texts.get("failed", program, words));
    }

    /// @param changed how many cells were laid out
    /// @param stale how many were edited meanwhile
    PageNote done(String program, int changed, int stale, List<Refused> refused) {
        var lines = new ArrayList<String>();
        if (changed > 0) {
            lines.add(texts.get("done", changed, program));
        } else if (stale == 0 && refused.isEmpty()) {
            lines.add(texts.get("same", program));
        }
        if (stale > 0) {
            lines.add(texts.get("stale", stale));
        }
        if (!refused.isEmpty()) {
            lines.add(texts.get("refused.title"));
            for (var each : refused.subList(0, Math.min(MOST_REFUSED, refused.size()))) {
                lines.add(texts.get("refused", each.cell().number(), each.line(), each.why()));
            }
            if (refused.size() > MOST_REFUSED) {
                lines.add(texts.get("refused.more", refused.size() - MOST_REFUSED));
            }
        }
        return new PageNote(String.join("\n", lines), null, stale > 0 || !refused.isEmpty());
    }
}
