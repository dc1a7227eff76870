package org.cellist.app.ui.output.markup;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// The sizes that an element asks for. Immutable.
final class Lengths {

    private static final Pattern PIXELS = Pattern.compile("([0-9]{1,5}(?:\\.[0-9]{1,3})?)(?:px)?");
    private static final double LARGEST = 10_000;

    private Lengths() {}

    /// Returns an attribute, or the property of that name in the element's style, in pixels; 0
    /// when it is not said in pixels.
    static double of(Element element, String name) {
        double own = pixels(element.attr(name));
        if (own > 0) {
            return own;
        }
        var style = StyleText.declarations(element.attr("style"));
        return pixels(style.getOrDefault(name, ""));
    }

    private static double pixels(String value) {
        var matcher = PIXELS.matcher(value.strip());
        return matcher.matches() ? Math.min(LARGEST, Double.parseDouble(matcher.group(1))) : 0;
    }
}
