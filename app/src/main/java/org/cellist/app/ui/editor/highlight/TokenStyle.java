package org.cellist.app.ui.editor.highlight;

import java.util.Locale;

/// What a piece of source is, as far as its colour goes. Immutable.
public enum TokenStyle {
    PLAIN,
    KEYWORD,
    STRING,
    NUMBER,
    FUNCTION,
    COMMENT,
    TYPE,
    OPERATOR,
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
