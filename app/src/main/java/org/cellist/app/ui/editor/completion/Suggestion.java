package org.cellist.app.ui.editor.completion;

import java.util.Locale;

/// One way in which code may go on. Immutable.
///
/// @param detail its signature or what it is, in a few words; may be empty
public record Suggestion(String text, Kind kind, String detail) {

    /// What sort of thing a name stands for. Immutable.
    public enum Kind {
        FUNCTION,
        CLASS,
        MODULE,
        VARIABLE,
        PROPERTY,
        PARAMETER,
        KEYWORD,
        PATH,
        MAGIC,
        /// A name found in the notebook; nobody knows what it is.
        WORD,
        OTHER;

        /// Returns the kind that Jedi, or ipykernel, calls by that word.
        public static Kind named(String type) {
            return switch (type) {
                case "function", "method" -> FUNCTION;
                case "class", "type" -> CLASS;
                case "module", "namespace" -> MODULE;
                case "instance", "statement", "variable" -> VARIABLE;
                case "property" -> PROPERTY;
                case "param" -> PARAMETER;
                case "keyword" -> KEYWORD;
                case "path" -> PATH;
                case "magic" -> MAGIC;
                default -> OTHER;
            };
        }

        /// Returns its style class.
        String styleClass() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
