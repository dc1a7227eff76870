package org.cellist.app.ui.output.html;

import org.jsoup.Jsoup;

/// A page that shows foreign HTML and does nothing else.
///
/// The content is cleaned last and written once. The policy is the page's first element, before
/// anything that could be fetched.
///
/// Immutable.
final class Page {

    private static final String POLICY =
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'";

    private static final int LONGEST = 8 << 20;

    private Page() {}

    /// Returns a page; empty where the HTML is too long for a browser of ours.
    static String of(String html, PageLook look) {
        if (html.length() > LONGEST) {
            return "";
        }
        var document = Jsoup.parse(html);
        PageCleaner.clean(document);
        document.outputSettings().prettyPrint(false);
        var styles = new StringBuilder();
        document.head().select("style").forEach(style -> styles.append(style.outerHtml()));
        return "<!DOCTYPE html><html><head>"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\""
                + POLICY
                + "\"><meta charset=\"utf-8\"><style>"
                + look.sheet()
                + "</style>"
                + styles
                + "</head><body>"
                + document.body().html()
                + "</body></html>";
    }
}
