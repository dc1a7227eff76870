package org.cellist.app.ui.editor.typing;

/// Text from the clipboard, without characters that no source has a use for and nobody sees: NULs
/// and other control characters of a binary file or a terminal, a byte order mark.
///
/// Tabs, line ends and form feeds stay.
///
/// Immutable.
///
/// @param removed how many characters are left out
public record PastedText(String text, int removed) {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /// Returns what is left of a clipboard's text.
    public static PastedText of(String clipboard) {
        var kept = new StringBuilder(clipboard.length());
        clipboard.chars().filter(c -> !isUseless((char) c)).forEach(c -> kept.append((char) c));
        return new PastedText(kept.toString(), clipboard.length() - kept.length());
    }

    private static boolean isUseless(char c) {
        return switch (c) {
            case '\t', '\n', '\r', '\f' -> false;
            case BYTE_ORDER_MARK -> true;
            default -> Character.isISOControl(c);
        };
    }
}
