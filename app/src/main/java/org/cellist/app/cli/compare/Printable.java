package org.cellist.app.cli.compare;

import org.cellist.app.export.ControlText;

/// Text that may be printed on a terminal without commanding it. Immutable.
final class Printable {

    private static final int FIRST_VISIBLE = 0x20;
    private static final int DELETE = 0x7f;
    private static final int LAST_C1 = 0x9f;

    private Printable() {}

    /// Returns a line without colours and cursor movements, and with a name for each character that
    /// would act or turn the line round.
    static String line(String text) {
        var plain = ControlText.plain(text);
        var shown = new StringBuilder(plain.length());
        plain.codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    /// Returns whether a line is printed as it stands.
    static boolean isPlain(String text) {
        return text.codePoints().noneMatch(Printable::acts);
    }

    private static void append(StringBuilder shown, int point) {
        if (acts(point)) {
            shown.append("<U+%04X>".formatted(point));
        } else {
            shown.appendCodePoint(point);
        }
    }

    private static boolean acts(int point) {
        boolean isControl = point < FIRST_VISIBLE && point != '\t';
        boolean isLateControl = point >= DELETE && point <= LAST_C1;
        boolean turnsRound =
                (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
        return isControl || isLateControl || turnsRound;
    }
}
