package org.cellist.app.ui.notebook.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cellist.app.notebook.diff.SequenceDiff;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;

/// The smallest edits that make one source of another, so that a caret stays at its words.
///
/// Immutable.
final class SourceEdits {

    private static final Pattern WORD = Pattern.compile("(?s)\\w+|\\n|[^\\S\\n]+|.");

    private SourceEdits() {}

    /// Returns them from the last one to the first, so that each finds its place.
    static List<NotebookEdit> between(CellId cell, String before, String after) {
        var old = words(before);
        var now = words(after);
        var starts = starts(old);
        var edits = new ArrayList<NotebookEdit>();
        for (var hunk : SequenceDiff.between(old, now).reversed()) {
            int start = starts[hunk.beforeFrom()];
            int length = starts[hunk.beforeTo()] - start;
            var inserted = String.join("", now.subList(hunk.afterFrom(), hunk.afterTo()));
            edits.add(new EditSource(cell, start, length, inserted, null));
        }
        return edits;
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static int[] starts(List<String> words) {
        int[] starts = new int[words.size() + 1];
        for (int i = 0; i < words.size(); i++) {
            starts[i + 1] = starts[i] + words.get(i).length();
        }
        return starts;
    }
}
