package org.cellist.app.ui.terminal;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.cellist.app.ui.output.ansi.CharColumns;
import org.cellist.app.ui.terminal.emulation.ScreenShot;
import org.cellist.app.ui.terminal.emulation.ScreenShot.Place;
import org.jspecify.annotations.Nullable;

/// The addresses of the web and of mail that a program writes, or puts under other letters (OSC 8).
/// The pointer over one shows all of it, however it is broken into rows; a click with Ctrl, or the
/// menu, opens it. Addresses of other kinds are none here: a program that could open files, or
/// start what is registered for a scheme, could do harm with a click.
///
/// Confined to the JavaFX Application Thread.
public final class TerminalLinks {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|mailto:)[^\\s\"'<>`{}|\\\\^\\u2500-\\u257f]+");

    /// What ends a sentence and no address.
    private static final Pattern END = Pattern.compile("[.,:;!?]+$");

    private static final Pattern HIDDEN = Pattern.compile("\\p{C}");

    private final TerminalScreen screen;
    private final Opener opener;
    private final Tooltip tip = new Tooltip();
    private boolean hasTip;

    /// Opens addresses, and says how.
    public interface Opener {

        void open(URI address);

        /// Returns the words over an address.
        String hint(URI address);
    }

    TerminalLinks(TerminalScreen screen, Opener opener) {
        this.screen = screen;
        this.opener = opener;
        tip.setWrapText(true);
    }

    /// Returns the address at a place of a screen.
    Optional<URI> at(Place place) {
        var rows = screen.shot().rows();
        if (place.row() < 0 || place.row() >= rows.size()) {
            return Optional.empty();
        }
        var link = under(rows.get(place.row()), place.column());
        if (link.isPresent()) {
            return parse(link.get());
        }
        int first = place.row();
        while (first > 0 && rows.get(first - 1).isWrapped()) {
            first--;
        }
        var text = new StringBuilder();
        int offset = -1;
        for (int row = first; row < rows.size(); row++) {
            var line = rows.get(row).line();
            if (row == place.row()) {
                offset = text.length() + unitAt(line.text(), place.column());
            }
            text.append(line.text());
            if (!rows.get(row).isWrapped()) {
                break;
            }
        }
        return address(text.toString(), offset);
    }

    /// Returns the address that a program has put under a place.
    private static Optional<String> under(ScreenShot.Row row, int column) {
        int at = unitAt(row.line().text(), column);
        return row.links().stream()
                .filter(link -> at >= link.start() && at < link.end())
                .findFirst()
                .map(ScreenShot.Link::address);
    }

    private static int unitAt(String text, int column) {
        int passed = 0;
        int at = 0;
        while (at < text.length() && passed < column) {
            int c = text.codePointAt(at);
            passed += CharColumns.of(c);
            at += Character.charCount(c);
        }
        return at;
    }

    /// Returns the address around an offset of a line.
    static Optional<URI> address(String text, int offset) {
        var found = ADDRESS.matcher(text);
        while (found.find()) {
            if (offset >= found.start() && offset < found.end()) {
                return parse(balanced(END.matcher(found.group()).replaceAll("")));
            }
        }
        return Optional.empty();
    }

    /// A bracket that was opened before the address closes behind it.
    private static String balanced(String address) {
        var left = address;
        while ((left.endsWith(")") && count(left, '(') < count(left, ')'))
                || (left.endsWith("]") && count(left, '[') < count(left, ']'))) {
            left = left.substring(0, left.length() - 1);
        }
        return left;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static Optional<URI> parse(String text) {
        try {
            var address = URI.create(text);
            return isHarmless(address) ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Letters that turn the direction of others would show another address than is opened.
    private static boolean isHarmless(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean isKnown =
                switch (scheme) {
                    case "http", "https" -> address.getHost() != null;
                    case "mailto" -> address.getSchemeSpecificPart().indexOf('@') > 0;
                    default -> false;
                };
        return isKnown && !HIDDEN.matcher(address.toString()).find();
    }

    void open(URI address) {
        opener.open(address);
    }

    /// The pointer is over an address, or over none.
    void hover(@Nullable URI address, MouseEvent event) {
        if (address == null) {
            leave();
            return;
        }
        tip.setText(opener.hint(address));
        if (!hasTip) {
            hasTip = true;
            Tooltip.install(screen, tip);
        }
    }

    void leave() {
        if (hasTip) {
            hasTip = false;
            tip.hide();
            Tooltip.uninstall(screen, tip);
        }
    }
}
