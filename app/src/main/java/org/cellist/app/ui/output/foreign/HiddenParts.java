package org.cellist.app.ui.output.foreign;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Takes out what is not seen, or cannot work without scripts.
///
/// Immutable.
public final class HiddenParts {

    /// Elements that run, fetch, or ask for input.
    public static final Set<String> DROPPED =
            Set.of(
                    "script",
                    "template",
                    "meta",
                    "base",
                    "title",
                    "iframe",
                    "frame",
                    "frameset",
                    "object",
                    "embed",
                    "applet",
                    "param",
                    "button",
                    "select",
                    "option",
                    "textarea",
                    "datalist",
                    "dialog",
                    "portal");

    private static final Pattern NOT_DISPLAYED =
            Pattern.compile("(^|;)\\s*(display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

    private HiddenParts() {}

    /// Takes them out of a document.
    public static void remove(Document document) {
        document.select(String.join(",", DROPPED)).remove();
        document.select("[hidden], link:not([rel=stylesheet])").remove();
        document.select("input:not([type=checkbox])").remove();
        for (var element : document.select("[style]")) {
            if (isNotDisplayed(element)) {
                element.remove();
            }
        }
    }

    private static boolean isNotDisplayed(Element element) {
        var style = element.attr("style").toLowerCase(Locale.ROOT);
        return NOT_DISPLAYED.matcher(style).find();
    }
}
