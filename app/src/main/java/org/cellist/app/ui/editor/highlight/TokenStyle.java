package org.cellist.app.ui.editor.highlight;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a piece of source is, as far as its colour goes. Immutable.
///
/// Types and operators have the colour of plain text, and so no style of their own: each run of a
/// style is a node in the editor.
public enum TokenStyle {
    PLAIN,
    KEYWORD,
    STRING,
    NUMBER,
    FUNCTION,
    COMMENT,
    CONSTANT,
    BUILTIN,
    DECORATOR,
    ESCAPE,
    PROPERTY,
    TAG,
    HEADING,
    STRONG,
    EMPHASIS,
    LINK;

    private final String styleClass = name().toLowerCase(Locale.ROOT);

    /// Returns the style with that class, or null.
    public static @Nullable TokenStyle named(String styleClass) {
        for (var style : values()) {
            if (style.styleClass.equals(styleClass)) {
                return style;
            }
        }
        return null;
    }

    /// Returns a number below 128 for each style, 0 for [#PLAIN].
    @SuppressWarnings("EnumOrdinal") // never leaves the program
    byte code() {
        return (byte) ordinal();
    }

    /// Returns the style class, which is also the name of the capture in a query: `keyword`.
    public String styleClass() {
        return styleClass;
    }
}
