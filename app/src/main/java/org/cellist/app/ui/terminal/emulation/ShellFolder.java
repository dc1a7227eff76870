package org.cellist.app.ui.terminal.emulation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The folder where a shell is, as far as it says so: by the control sequence OSC 7, which shells
/// write that are set up for it, else in its title, as the usual settings of many distributions
/// have it (`who@machine: folder`).
///
/// A program can say anything. So it is good for offering a folder, and for nothing else.
///
/// Confined to the emulator's thread, but for [#now].
final class ShellFolder {

    private static final String BEGIN = "\u001b]7;";
    private static final int LONGEST = 4096;
    private static final Pattern ADDRESS = Pattern.compile("\\w+://[^/]*(/.*)");
    private static final Pattern TITLE = Pattern.compile("[^@\\s]+@[^@:\\s]+: ?([/~].*)");

    private String half = ""; // of a sequence whose rest is yet to come
    private volatile String told = "";
    private volatile String title = "";

    /// Returns it; empty where nobody knows. May begin with `~` for the person's home.
    String now() {
        return told.isEmpty() ? title : told;
    }

    /// Looks for it in what a program wrote.
    void look(CharSequence written) {
        var text = half + written;
        half = beginning(text);
        for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
            int from = at + BEGIN.length();
            int end = from;
            while (end < text.length() && text.charAt(end) >= ' ') {
                end++;
            }
            if (end < text.length()) {
                take(text.substring(from, end));
            } else if (end - from < LONGEST) {
                half = text.substring(at);
            }
        }
    }

    /// Returns what may be the first letters of a sequence at the end of a text.
    private static String beginning(String text) {
        for (int length = BEGIN.length() - 1; length > 0; length--) {
            var first = BEGIN.substring(0, length);
            if (text.endsWith(first)) {
                return first;
            }
        }
        return "";
    }

    private void take(String address) {
        var found = ADDRESS.matcher(address);
        if (found.matches()) {
            try {
                var path = found.group(1).replace("+", "%2B");
                told = URLDecoder.decode(path, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException _) {
                told = ""; // no address after all
            }
        }
    }

    /// Looks for it in a title.
    void lookAtTitle(String given) {
        var found = TITLE.matcher(given);
        if (found.matches() && !found.group(1).contains("...")) {
            title = found.group(1);
        }
    }
}
