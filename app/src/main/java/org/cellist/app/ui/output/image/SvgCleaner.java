package org.cellist.app.ui.output.image;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Makes an SVG picture safe to draw: nothing that runs, nothing that is fetched, nothing that
/// grows without bound.
///
/// - Entities are refused: the "billion laughs" needs them, drawings do not.
/// - Scripts, foreign content, animations and links to anything but the picture itself go.
/// - `use` is counted out: ten levels of ten make ten thousand million elements.
///
/// Immutable.
final class SvgCleaner {

    private static final int LONGEST = 32 << 20;
    private static final int DEEPEST = 200;
    private static final long MOST_ELEMENTS = 400_000;
    private static final int MOST_FILTER_STEPS = 64;

    private static final Set<String> DROPPED =
            Set.of(
                    "script",
                    "foreignobject",
                    "iframe",
                    "object",
                    "embed",
                    "audio",
                    "video",
                    "canvas",
                    "animate",
                    "animatemotion",
                    "animatetransform",
                    "set",
                    "handler",
                    "listener",
                    "metadata",
                    "a:script");
    private static final Pattern DATA_PICTURE =
            Pattern.compile("data:image/(png|jpe?g|gif|webp);base64,.*", Pattern.DOTALL);
    private static final Pattern FOREIGN_STYLE =
            Pattern.compile("@import|expression\\(|url\\(\\s*['\"]?(?!#|['\"])", Pattern.DOTALL);

    private final Map<String, Element> named = new HashMap<>();
    private final Map<Element, Long> weights = new HashMap<>();
    private final Set<Element> open = new HashSet<>();
    private int filterSteps;

    private SvgCleaner() {}

    /// Returns the picture as it may be drawn.
    ///
    /// @throws IOException if it is refused
    static String cleaned(String svg) throws IOException {
        if (svg.length() > LONGEST) {
            throw new IOException("larger than " + LONGEST + " characters");
        }
        if (definesEntity(svg)) {
            throw new IOException("defines entities");
        }
        var document = Jsoup.parse(svg, "", Parser.xmlParser());
        var root = document.selectFirst("svg");
        if (root == null) {
            throw new IOException("no svg element");
        }
        root.remove();
        var cleaner = new SvgCleaner();
        cleaner.clean(root, 0);
        cleaner.weigh(root);
        root.attr("xmlns", "http://www.w3.org/2000/svg");
        root.attr("xmlns:xlink", "http://www.w3.org/1999/xlink");
        document.outputSettings().prettyPrint(false);
        return root.outerHtml();
    }

    private static boolean definesEntity(String svg) {
        int at = svg.indexOf("<!");
        while (at >= 0) {
            if (svg.regionMatches(true, at, "<!entity", 0, 8)) {
                return true;
            }
            at = svg.indexOf("<!", at + 2);
        }
        return false;
    }

    private void clean(Element element, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("nested deeper than " + DEEPEST);
        }
        cleanAttributes(element);
        for (var child : element.children().toArray(Element[]::new)) {
            if (isDropped(child)) {
                child.remove();
            } else {
                clean(child, depth + 1);
            }
        }
    }

    private boolean isDropped(Element element) throws IOException {
        var name = localName(element);
        if (name.startsWith("fe") && ++filterSteps > MOST_FILTER_STEPS) {
            throw new IOException("more than " + MOST_FILTER_STEPS + " filter steps");
        }
        if (name.equals("style")) {
            return FOREIGN_STYLE.matcher(element.wholeText().toLowerCase(Locale.ROOT)).find();
        }
        if (name.equals("image")) {
            return !isBearablePicture(link(element));
        }
        return DROPPED.contains(name);
    }

    private static boolean isBearablePicture(String address) {
        if (!DATA_PICTURE.matcher(address).matches()) {
            return false;
        }
        var size = RasterSource.ofDataAddress(address).map(RasterSource::declaredSize);
        return size.isPresent() && size.get().isBearable();
    }

    private void cleanAttributes(Element element) {
        for (var attribute : element.attributes().asList().toArray(Attribute[]::new)) {
            var name = attribute.getKey().toLowerCase(Locale.ROOT);
            var value = attribute.getValue();
            boolean isLink = name.equals("href") || name.endsWith(":href") || name.equals("src");
            boolean isPicture = localName(element).equals("image");
            if (name.startsWith("on")
                    || name.equals("xml:base")
                    || (isLink && !value.startsWith("#") && !isPicture)
                    || FOREIGN_STYLE.matcher(value.toLowerCase(Locale.ROOT)).find()) {
                element.removeAttr(attribute.getKey());
            }
        }
        if (element.hasAttr("id")) {
            named.putIfAbsent(element.id(), element);
        }
    }

    /// Returns how many elements are drawn for this one, those that `use` repeats included.
    private long weigh(Element element) throws IOException {
        var known = weights.get(element);
        if (known != null) {
            return known;
        }
        if (!open.add(element)) {
            throw new IOException("uses itself");
        }
        long weight = 1;
        for (var child : element.children()) {
            weight += weigh(child);
        }
        if (localName(element).equals("use")) {
            var used = named.get(link(element).replaceFirst("^#", ""));
            weight += used == null ? 0 : weigh(used);
        }
        open.remove(element);
        if (weight > MOST_ELEMENTS) {
            throw new IOException("draws more than " + MOST_ELEMENTS + " elements");
        }
        weights.put(element, weight);
        return weight;
    }

    private static String link(Element element) {
        var plain = element.attr("href");
        return plain.isEmpty() ? element.attr("xlink:href") : plain;
    }

    private static String localName(Element element) {
        var name = element.normalName();
        int colon = name.lastIndexOf(':');
        return (colon < 0 ? name : name.substring(colon + 1)).toLowerCase(Locale.ROOT);
    }
}
