package org.cellist.app.ui.editor.markdown;

import java.util.regex.Pattern;

/// Links, pictures, tables and formulas as they are inserted. Pure.
///
/// Immutable.
final class Snippets {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?|mailto):[^\\s<>]+", Pattern.CASE_INSENSITIVE);
    private static final String PLACE = "https://";

    private Snippets() {}

    /// Makes a link of the selection. What is to be typed next is selected: the address, or the
    /// words where an address was selected.
    static TextChange link(String text, int from, int to) {
        return linked("[", text, from, to);
    }

    /// The same for a picture.
    static TextChange image(String text, int from, int to) {
        return linked("![", text, from, to);
    }

    private static TextChange linked(String open, String text, int from, int to) {
        var selected = text.substring(from, to);
        int words = from + open.length();
        if (isAddress(selected)) {
            return new TextChange(from, to, open + "](" + selected + ")", words, words);
        }
        var inserted = open + selected + "](" + PLACE + ")";
        int address = words + selected.length() + 2;
        return selected.isEmpty()
                ? new TextChange(from, to, inserted, words, words)
                : new TextChange(from, to, inserted, address, address + PLACE.length());
    }

    static boolean isAddress(String words) {
        return ADDRESS.matcher(words.strip()).matches();
    }

    /// Makes a link of selected words and an address that is pasted over them.
    static TextChange pastedLink(String text, int from, int to, String address) {
        var inserted = "[" + text.substring(from, to) + "](" + address.strip() + ")";
        int caret = from + inserted.length();
        return new TextChange(from, to, inserted, caret, caret);
    }

    /// Returns whether an address that is pasted over a selection makes a link of it.
    static boolean becomesLink(String text, int from, int to, String pasted) {
        var selected = text.substring(from, to);
        return from < to
                && isAddress(pasted)
                && !isAddress(selected)
                && !selected.isBlank()
                && selected.indexOf('\n') < 0;
    }

    /// An empty table of two columns on lines of its own, with the first heading selected.
    ///
    /// @param heading the words of a heading
    static TextChange table(String text, int at, String heading) {
        int width = Math.max(3, DisplayWidth.of(heading + " 1"));
        var row = "| " + heading + " 1 | " + heading + " 2 |";
        var rule = ("| " + "-".repeat(width) + " ").repeat(2) + "|";
        var empty = ("| " + " ".repeat(width) + " ").repeat(2) + "|";
        var before = emptyLineBefore(text, at);
        var after = at < text.length() && text.charAt(at) != '\n' ? "\n\n" : "";
        int first = at + before.length() + 2;
        return new TextChange(
                at,
                at,
                before + row + "\n" + rule + "\n" + empty + after,
                first,
                first + heading.length() + 2);
    }

    /// Makes selected lines a formula of its own.
    static TextChange formula(String text, int from, int to) {
        var selected = text.substring(from, to).strip();
        var inserted = "$$\n" + selected + "\n$$";
        int first = from + 3;
        return new TextChange(from, to, inserted, first, first + selected.length());
    }

    private static String emptyLineBefore(String text, int at) {
        if (at == 0 || text.startsWith("\n\n", at - 2)) {
            return "";
        }
        return text.charAt(at - 1) == '\n' ? "\n" : "\n\n";
    }
}
