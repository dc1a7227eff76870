package org.cellist.app.export;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.safety.Safelist;

/// Lets through what shows and nothing that acts: no script, no form, no frame, no request.
///
/// The lists follow the published ways into other notebook viewers: ids and names (they shadow
/// script objects), `form` and its attributes, `data-` commands, `style` with its imports,
/// `meta`, `base`, SVG and MathML with their re-parsing tricks are all left out. Pictures come
/// from `data:` only. Sanitizing is the last step; its result is never parsed again.
///
/// Thread-safe.
final class HtmlSanitizer {

    private static final Safelist SHOWN =
            new Safelist()
                    .addTags("a", "abbr", "b", "blockquote", "br", "caption", "center", "cite")
                    .addTags("code", "col", "colgroup", "dd", "del", "details", "div", "dl", "dt")
                    .addTags("em", "figcaption", "figure", "font", "h1", "h2", "h3", "h4", "h5")
                    .addTags("h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre")
                    .addTags("q", "s", "samp", "small", "span", "strike", "strong", "sub")
                    .addTags("summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead")
                    .addTags("tr", "tt", "u", "ul", "var")
                    .addAttributes("a", "href", "id", "title")
                    .addAttributes("font", "color")
                    .addAttributes("img", "alt", "height", "src", "title", "width")
                    .addAttributes("li", "id") // of a footnote
                    .addAttributes("ol", "start", "type")
                    .addAttributes("td", "align", "colspan", "rowspan")
                    .addAttributes("th", "align", "colspan", "rowspan", "scope")
                    .addAttributes("table", "border", "class")
                    .addProtocols("a", "href", "http", "https", "mailto", "#")
                    .addProtocols("img", "src", "data")
                    .addEnforcedAttribute("a", "rel", "noopener noreferrer");

    private HtmlSanitizer() {}

    static String sanitized(String html) {
        var settings = new OutputSettings().prettyPrint(false).escapeMode(EscapeMode.xhtml);
        return Jsoup.clean(html, "", SHOWN, settings);
    }
}
