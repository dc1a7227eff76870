package org.cellist.app.ui.output.markup;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Decides whether HTML can be shown without a browser and look as it was meant.
///
/// It can, when
///
/// - all its elements are words, lists, tables, pictures and the like,
/// - its style sheets only dress data frames, as those of pandas and Colab do,
/// - its styles ask for nothing but letters, sides and margins: no grounds, no layout,
/// - no table is in another one, and no cell holds more than lines.
///
/// Immutable.
final class Simplicity {

    private static final int MOST_ELEMENTS = 200_000;

    /// Elements that mean nothing without scripts, or only name others.
    private static final Set<String> SILENT =
            Set.of("head", "col", "colgroup", "style", "#root", "noscript", "#document");

    /// Properties that blocks say, or that do not matter to them.
    private static final Pattern SAYABLE =
            Pattern.compile(
                    "color|font.*|text-(align|decoration.*|indent|transform|overflow)|line-height"
                            + "|letter-spacing|word-.*|overflow.*|white-space|vertical-align"
                            + "|(min-|max-)?width|max-height|margin.*|padding.*|border.*|cursor"
                            + "|list-style.*|tab-size|user-select");

    private static final Pattern PLAIN_DISPLAY = Pattern.compile("block|inline(-block)?|table.*");
    private static final Pattern NO_GROUND =
            Pattern.compile("none|transparent|inherit|initial|unset");

    private Simplicity() {}

    static boolean isSimple(Document document) {
        var all = document.getAllElements();
        return all.size() <= MOST_ELEMENTS
                && document.select("link, table table, td pre, td ul, td ol, th ul").isEmpty()
                && document.select("style").stream().allMatch(Simplicity::dressesDataFrames)
                && all.stream().allMatch(Simplicity::isSimple);
    }

    private static boolean isSimple(Element element) {
        var tag = element.normalName();
        if (element.closest("svg") != null) {
            return true;
        }
        boolean isKnown =
                ElementKinds.BLOCKS.contains(tag)
                        || ElementKinds.INLINE.contains(tag)
                        || SILENT.contains(tag);
        return isKnown && !element.hasAttr("bgcolor") && hasSayableStyle(element);
    }

    private static boolean hasSayableStyle(Element element) {
        if (!element.hasAttr("style")) {
            return true;
        }
        for (var declared : StyleText.declarations(element.attr("style")).entrySet()) {
            var value = declared.getValue();
            boolean isSayable =
                    switch (declared.getKey()) {
                        case "display" -> PLAIN_DISPLAY.matcher(value).matches();
                        case "background", "background-color" -> NO_GROUND.matcher(value).matches();
                        case "height" -> element.normalName().equals("img");
                        default ->
                                SAYABLE.matcher(declared.getKey()).matches()
                                        || declared.getKey().startsWith("--");
                    };
            if (!isSayable) {
                return false;
            }
        }
        return true;
    }

    private static boolean dressesDataFrames(Element style) {
        for (var rule : style.data().split("}", -1)) {
            int brace = rule.indexOf('{');
            if (brace >= 0 && !isOfDataFrame(rule.substring(0, brace))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfDataFrame(String selector) {
        return selector.contains(".dataframe")
                || selector.contains("colab-df")
                || selector.strip().matches("from|to|[0-9%, ]+|@keyframes [a-z]+");
    }
}
