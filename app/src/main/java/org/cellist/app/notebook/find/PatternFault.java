package org.cellist.app.notebook.find;

import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/// What is wrong with a regular expression, as far as a person can do something about it.
///
/// Immutable.
public enum PatternFault {
    /// A `(` without its `)`.
    OPEN_GROUP,
    /// A `)` without its `(`.
    STRAY_CLOSING,
    /// A `[` without its `]`, or nothing between them.
    OPEN_CLASS,
    /// `*`, `+` or `?` with nothing before it to repeat.
    NOTHING_TO_REPEAT,
    /// Numbers in braces that are none, or the wrong way round.
    BAD_REPETITION,
    /// A backslash before something that has no meaning with it, or at the end.
    BAD_ESCAPE,
    /// A range like `z-a`.
    BAD_RANGE,
    /// A name or number of a group, class or script that does not exist.
    UNKNOWN_NAME,
    /// Anything else.
    OTHER;

    /// Java says what is wrong in English words alone.
    static PatternFault of(PatternSyntaxException e) {
        var words = e.getDescription().toLowerCase(Locale.ROOT);
        if (words.contains("unclosed group")) {
            return OPEN_GROUP;
        }
        if (words.contains("unmatched closing")) {
            return STRAY_CLOSING;
        }
        if (words.contains("dangling")) {
            return NOTHING_TO_REPEAT;
        }
        if (words.contains("repetition") || words.contains("counted closure")) {
            return BAD_REPETITION;
        }
        if (words.contains("character range")) {
            return BAD_RANGE;
        }
        return ofOtherWords(words);
    }

    private static PatternFault ofOtherWords(String words) {
        if (words.contains("character class") || words.contains("class syntax")) {
            return OPEN_CLASS;
        }
        if (words.contains("escape") || words.contains("backslash")) {
            return BAD_ESCAPE;
        }
        boolean isName =
                words.contains("unknown character")
                        || words.contains("group reference")
                        || words.contains("named capturing group")
                        || words.contains("property");
        return isName ? UNKNOWN_NAME : OTHER;
    }
}
