package org.cellist.app.ui.output.latex;

/// A formula as its author wrote it. Immutable.
///
/// @param latex without the dollars or brackets around it
/// @param display true for one that stands by itself, false for one in a line of text
public record Formula(String latex, boolean display) {

    /// Returns it with the usual marks around it, to be copied or shown as source.
    public String source() {
        if (latex.startsWith("\\begin{")) {
            return latex;
        }
        return display ? "$$" + latex + "$$" : "$" + latex + "$";
    }
}
