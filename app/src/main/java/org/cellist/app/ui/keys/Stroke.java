package org.cellist.app.ui.keys;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// One press of a key with what is held down. Immutable.
///
/// A key of the number pad is the same as the one of the main block.
///
/// @param key the key
/// @param shortcut Ctrl; ⌘ on a Mac
/// @param other the key that `shortcut` is elsewhere: ⌃ on a Mac, the Windows key otherwise
public record Stroke(KeyCode key, boolean shortcut, boolean other, boolean alt, boolean shift) {

    static final boolean IS_MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    /// How keys are written that JavaFX names by a word of its own.
    private static final Map<KeyCode, String> NAMES =
            Map.ofEntries(
                    Map.entry(KeyCode.MINUS, "-"),
                    Map.entry(KeyCode.EQUALS, "="),
                    Map.entry(KeyCode.PLUS, "Plus"),
                    Map.entry(KeyCode.SLASH, "/"),
                    Map.entry(KeyCode.BACK_SLASH, "\\"),
                    Map.entry(KeyCode.PERIOD, "."),
                    Map.entry(KeyCode.COMMA, "Comma"),
                    Map.entry(KeyCode.SEMICOLON, "Semicolon"),
                    Map.entry(KeyCode.QUOTE, "'"),
                    Map.entry(KeyCode.BACK_QUOTE, "`"),
                    Map.entry(KeyCode.OPEN_BRACKET, "["),
                    Map.entry(KeyCode.CLOSE_BRACKET, "]"),
                    Map.entry(KeyCode.ESCAPE, "Esc"),
                    Map.entry(KeyCode.DELETE, "Del"),
                    Map.entry(KeyCode.PAGE_UP, "PgUp"),
                    Map.entry(KeyCode.PAGE_DOWN, "PgDn"),
                    Map.entry(KeyCode.ENTER, "Enter"),
                    Map.entry(KeyCode.BACK_SPACE, "Backspace"));

    private static final Map<String, KeyCode> CODES =
            Stream.of(KeyCode.values())
                    .filter(code -> code != KeyCode.UNDEFINED && !code.isModifierKey())
                    .collect(
                            Collectors.toMap(
                                    code -> nameOf(code).toLowerCase(Locale.ROOT),
                                    code -> code,
                                    (first, _) -> first));

    private static final Map<KeyCode, KeyCode> PAD =
            Map.ofEntries(
                    Map.entry(KeyCode.KP_UP, KeyCode.UP),
                    Map.entry(KeyCode.KP_DOWN, KeyCode.DOWN),
                    Map.entry(KeyCode.KP_LEFT, KeyCode.LEFT),
                    Map.entry(KeyCode.KP_RIGHT, KeyCode.RIGHT),
                    Map.entry(KeyCode.DIVIDE, KeyCode.SLASH),
                    Map.entry(KeyCode.SUBTRACT, KeyCode.MINUS),
                    Map.entry(KeyCode.ADD, KeyCode.PLUS),
                    Map.entry(KeyCode.DECIMAL, KeyCode.PERIOD));

    /// Returns what was pressed; absent for a key that only modifies others, or has no name.
    public static Optional<Stroke> of(KeyEvent event) {
        var key = PAD.getOrDefault(event.getCode(), event.getCode());
        if (key == KeyCode.UNDEFINED || key.isModifierKey()) {
            return Optional.empty();
        }
        boolean shortcut = event.isShortcutDown();
        boolean both = event.isControlDown() && event.isMetaDown();
        boolean either = event.isControlDown() || event.isMetaDown();
        return Optional.of(
                new Stroke(
                        key,
                        shortcut,
                        shortcut ? both : either,
                        event.isAltDown(),
                        event.isShiftDown()));
    }

    /// Reads what [#toString] writes; upper and lower case are the same.
    static Optional<Stroke> parse(String text) {
        boolean shortcut = false;
        boolean other = false;
        boolean alt = false;
        boolean shift = false;
        var rest = text.strip().toLowerCase(Locale.ROOT);
        for (int plus = rest.indexOf('+'); plus > 0; plus = rest.indexOf('+')) {
            switch (rest.substring(0, plus)) {
                case "ctrl" -> shortcut = true;
                case "meta" -> other = true;
                case "alt" -> alt = true;
                case "shift" -> shift = true;
                default -> {
                    return Optional.empty();
                }
            }
            rest = rest.substring(plus + 1);
        }
        var key = CODES.get(rest);
        return key == null
                ? Optional.empty()
                : Optional.of(new Stroke(key, shortcut, other, alt, shift));
    }

    /// Returns whether it would write or move in a text, were it not a command.
    public boolean isPlain() {
        boolean isModified = shortcut || other || alt || (shift && key == KeyCode.ENTER);
        return !isModified && !key.isFunctionKey();
    }

    private static String nameOf(KeyCode code) {
        var name = NAMES.get(code);
        return name == null ? code.getName().replace(" ", "") : name;
    }

    /// Returns how a person reads it, in this system's way.
    public String display() {
        var name =
                switch (key) {
                    case COMMA -> ",";
                    case SEMICOLON -> ";";
                    case UP -> "↑";
                    case DOWN -> "↓";
                    case LEFT -> "←";
                    case RIGHT -> "→";
                    default -> nameOf(key);
                };
        if (IS_MAC) {
            return (other ? "⌃" : "")
                    + (alt ? "⌥" : "")
                    + (shift ? "⇧" : "")
                    + (shortcut ? "⌘" : "")
                    + name;
        }
        return modifiers("Meta+") + name;
    }

    private String modifiers(String otherName) {
        return (shortcut ? "Ctrl+" : "")
                + (other ? otherName : "")
                + (alt ? "Alt+" : "")
                + (shift ? "Shift+" : "");
    }

    /// Returns how it is written in files: `Ctrl+Shift+P`. `Ctrl` stands for ⌘ on a Mac.
    @Override
    public String toString() {
        return modifiers("Meta+") + nameOf(key);
    }
}
