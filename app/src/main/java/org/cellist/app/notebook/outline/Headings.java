package org.cellist.app.notebook.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the headings of a Markdown text: CommonMark 0.31, sections 4.2 and 4.3.
///
/// Code blocks are left out. Emphasis, code spans and links are reduced to their words; a heading
/// inside a list or a quotation is not one for a table of contents.
///
/// Immutable.
public final class Headings {

    private static final Pattern ATX = Pattern.compile(" {0,3}(#{1,6})(?:[ \\t]+(.*?))?[ \\t]*");
    private static final Pattern CLOSING = Pattern.compile("(^|[ \\t]+)#+$");
    private static final Pattern SETEXT = Pattern.compile(" {0,3}(=+|-+)[ \\t]*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
    private static final Pattern NO_PARAGRAPH =
            Pattern.compile("\\s*|(?: {4}|\\t).*| {0,3}(?:[>*+-]|\\d+[.)])(?:\\s.*)?");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)");
    private static final Pattern MARK =
            Pattern.compile("(?<!\\\\)(\\*+|`+|~~|(?<!\\w)_+|_+(?!\\w))");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

    private Headings() {}

    /// A heading.
    ///
    /// @param level 1 to 6
    public record Heading(int level, String text) {}

    /// Returns the level of the first heading, 1 to 6; 0 when there is none.
    public static int firstLevel(String markdown) {
        var found = in(markdown);
        return found.isEmpty() ? 0 : found.getFirst().level();
    }

    /// Returns the headings in their order.
    public static List<Heading> in(String markdown) {
        if (markdown.indexOf('#') < 0 && markdown.indexOf('=') < 0 && markdown.indexOf('-') < 0) {
            return List.of();
        }
        var found = new ArrayList<Heading>();
        String fence = "";
        String paragraph = "";
        for (var line : markdown.split("\n", -1)) {
            var opening = FENCE.matcher(line);
            if (!fence.isEmpty()) {
                fence = closes(line, fence) ? "" : fence;
                paragraph = "";
            } else if (opening.matches()) {
                fence = opening.group(1);
                paragraph = "";
            } else {
                paragraph = line(line, paragraph, found);
            }
        }
        return found;
    }

    /// Returns the paragraph that goes on after the line, empty when none does.
    private static String line(String line, String paragraph, List<Heading> found) {
        var atx = ATX.matcher(line);
        if (atx.matches()) {
            var text = atx.group(2) == null ? "" : atx.group(2);
            add(found, atx.group(1).length(), CLOSING.matcher(text).replaceFirst(""));
            return "";
        }
        var setext = SETEXT.matcher(line);
        if (!paragraph.isEmpty() && setext.matches()) {
            add(found, setext.group(1).startsWith("=") ? 1 : 2, paragraph);
            return "";
        }
        if (NO_PARAGRAPH.matcher(line).matches()) {
            return "";
        }
        return paragraph.isEmpty() ? line.strip() : paragraph + " " + line.strip();
    }

    private static boolean closes(String line, String fence) {
        var text = line.strip();
        return text.startsWith(fence) && text.chars().allMatch(c -> c == fence.charAt(0));
    }

    private static void add(List<Heading> found, int level, String text) {
        var words = LINK.matcher(text).replaceAll("$1");
        words = TAG.matcher(words).replaceAll("");
        words = MARK.matcher(words).replaceAll("");
        words = ESCAPE.matcher(words).replaceAll("$1").strip();
        if (!words.isEmpty()) {
            found.add(new Heading(level, words));
        }
    }
}
