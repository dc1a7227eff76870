package org.cellist.app.export;

import java.util.regex.Pattern;

/// Terminal text made plain: colours and cursor movements taken out. Immutable.
///
/// Control sequences are those of ECMA-48: CSI sequences, OSC strings and two-character escapes.
public final class ControlText {

    private static final Pattern SEQUENCE =
            Pattern.compile(
                    "\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?|[@-Z\\\\-_])");

    private ControlText() {}

    /// Returns the text as its lines end up: what a carriage return overwrites is gone.
    public static String plain(String text) {
        var plain = SEQUENCE.matcher(text).replaceAll("");
        if (plain.indexOf('\r') < 0) {
            return plain;
        }
        var lines = new StringBuilder();
        for (var line : plain.replace("\r\n", "\n").split("\n", -1)) {
            var shown = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            lines.append(shown, shown.lastIndexOf('\r') + 1, shown.length()).append('\n');
        }
        lines.setLength(lines.length() - 1);
        return lines.toString();
    }
}
