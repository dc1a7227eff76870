package org.cellist.app.ui.editor.highlight;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The highlights of the texts seen last, so that a cell scrolled back is coloured at once.
///
/// Holds at most [#MOST_UNITS] UTF-16 units of text, about 6 MB with the styles; the text used
/// longest ago goes first.
///
/// Thread-safe.
final class HighlightCache {

    static final int MOST_UNITS = 2_000_000;

    private record Key(String text, EditorLanguage language) {}

    private final SequencedMap<Key, Highlight> highlights = new LinkedHashMap<>(64, 0.75f, true);
    private int units;

    synchronized @Nullable Highlight get(String text, EditorLanguage language) {
        return highlights.get(new Key(text, language));
    }

    synchronized void put(Highlight highlight) {
        int length = highlight.text().length();
        var key = new Key(highlight.text(), highlight.language());
        if (length > MOST_UNITS / 8 || highlights.containsKey(key)) {
            return;
        }
        highlights.put(key, highlight);
        units += length;
        while (units > MOST_UNITS) {
            var oldest = highlights.pollFirstEntry();
            units -= oldest.getKey().text().length();
        }
    }
}
