package org.cellist.app.export;

/// Text for HTML. Immutable.
final class HtmlText {

    private HtmlText() {}

    /// Returns the text so that a browser shows it as it is, also inside an attribute.
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
