package org.cellist.app.ui.output.port;

import java.util.List;
import java.util.function.Consumer;

/// Colours the code blocks of formatted text.
///
/// Confined to the JavaFX Application Thread.
public interface CodeColourer {

    /// Leaves code plain.
    CodeColourer PLAIN = (_, _, _) -> {};

    /// Asks for the colours of a text. The taker is called on the JavaFX Application Thread, at
    /// once or later or, when there are no colours, never.
    ///
    /// @param language as the block's author named it, `python` or `py`; may be empty
    void colour(String code, String language, Consumer<List<Run>> taker);

    /// A coloured stretch of the text, from `start` to before `end` in UTF-16 units. Immutable.
    ///
    /// @param styleClass what it is: `keyword`, `string`, `number`, `function`, `comment`, …
    record Run(int start, int end, String styleClass) {}
}
