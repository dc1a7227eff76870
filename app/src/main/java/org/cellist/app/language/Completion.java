package org.cellist.app.language;

import org.eclipse.lsp4j.CompletionItem;

/// One way in which a language server says that code may go on. Immutable.
public final class Completion {

    private final String text;
    private final CompletionItem told;

    /// @param text that stands in place of what was typed of it
    Completion(String text, CompletionItem told) {
        this.text = text;
        this.told = told;
    }

    public String text() {
        return text;
    }

    /// Returns what it is, in the words that kernels have for that; empty for anything else.
    public String type() {
        var kind = told.getKind();
        return kind == null
                ? ""
                : switch (kind) {
                    case Function, Method, Constructor, Operator -> "function";
                    case Class, Interface, Struct, Enum, TypeParameter -> "class";
                    case Module -> "module";
                    case Variable, Constant, Value, EnumMember, Reference -> "variable";
                    case Field, Property -> "property";
                    case Keyword -> "keyword";
                    case File, Folder -> "path";
                    case Text, Unit, Snippet, Color, Event -> "";
                };
    }

    /// Returns its signature or type in a few words; may be empty.
    public String detail() {
        var detail = told.getDetail();
        return detail == null ? "" : detail;
    }

    /// As the server named it, and wants it named when it is asked about it.
    CompletionItem told() {
        return told;
    }
}
