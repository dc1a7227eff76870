package org.cellist.app.ui.output.markup;

import java.util.List;
import org.cellist.app.ui.output.rich.Inline;
import org.cellist.app.ui.output.rich.InlineStyle;

/// Finds what else words may hold: formulas that Markdown hid in them.
///
/// Thread-safe.
public interface WordReader {

    /// Takes all words as words.
    WordReader AS_THEY_ARE =
            new WordReader() {
                @Override
                public List<Inline> parts(String words, InlineStyle style) {
                    return List.of(new Inline.Words(words, style));
                }

                @Override
                public String source(String text) {
                    return text;
                }
            };

    /// Returns the parts of some words, in order.
    List<Inline> parts(String words, InlineStyle style);

    /// Returns a text in which nothing is hidden: as its author wrote it.
    String source(String text);
}
