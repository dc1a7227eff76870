package org.cellist.app.ui.terminal;

import com.techsenger.jeditermfx.core.input.InputEvent;
import java.util.Locale;
import java.util.Set;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.terminal.emulation.Emulation;

/// What keys mean in a terminal.
///
/// The window has those that no program of a terminal could want: with Ctrl and Shift, Ctrl and
/// Alt, Ctrl and Tab, and a few more; on a Mac, all with the command key. Copy and paste are
/// Ctrl+Shift+C and V, since Ctrl+C ends programs.
///
/// Confined to the JavaFX Application Thread.
final class TerminalKeys {

    private static final boolean IS_MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    /// With Ctrl, the window's.
    private static final Set<KeyCode> WINDOWS =
            Set.of(
                    KeyCode.BACK_QUOTE,
                    KeyCode.TAB,
                    KeyCode.PAGE_UP,
                    KeyCode.PAGE_DOWN,
                    KeyCode.F6,
                    KeyCode.COMMA);

    /// Which JavaFX and AWT number otherwise than by letter, and the emulator has codes for.
    private static final Set<KeyCode> CODED =
            Set.of(
                    KeyCode.ENTER,
                    KeyCode.BACK_SPACE,
                    KeyCode.TAB,
                    KeyCode.INSERT,
                    KeyCode.DELETE,
                    KeyCode.HOME,
                    KeyCode.END,
                    KeyCode.PAGE_UP,
                    KeyCode.PAGE_DOWN,
                    KeyCode.UP,
                    KeyCode.DOWN,
                    KeyCode.LEFT,
                    KeyCode.RIGHT,
                    KeyCode.KP_UP,
                    KeyCode.KP_DOWN,
                    KeyCode.KP_LEFT,
                    KeyCode.KP_RIGHT);

    private static final String ESCAPE = "\u001b";
    private static final int FIRST_LETTER = 1; // Ctrl+A

    private final TerminalScreen screen;
    private final Emulation emulation;
    private final FxExecutor fx = new FxExecutor();
    private boolean isTaken; // the key whose letter comes next

    TerminalKeys(TerminalScreen screen, Emulation emulation) {
        this.screen = screen;
        this.emulation = emulation;
    }

    void install() {
        screen.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        screen.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    /// Returns whether a key is the window's. Those that copy and paste are the terminal's own.
    static boolean isWindows(KeyEvent event) {
        if (isCopy(event) || isPaste(event)) {
            return false;
        }
        if (IS_MAC) {
            return event.isMetaDown() || (event.isControlDown() && isOfWindow(event));
        }
        return event.isControlDown()
                && (event.isShiftDown() || event.isAltDown() || isOfWindow(event));
    }

    private static boolean isOfWindow(KeyEvent event) {
        return WINDOWS.contains(event.getCode());
    }

    static boolean isCopy(KeyEvent event) {
        return event.getCode() == KeyCode.C && isOwn(event);
    }

    private static boolean isPaste(KeyEvent event) {
        boolean isInsert =
                event.getCode() == KeyCode.INSERT
                        && event.isShiftDown()
                        && !event.isControlDown()
                        && !event.isAltDown();
        return isInsert || (event.getCode() == KeyCode.V && isOwn(event));
    }

    private static boolean isOwn(KeyEvent event) {
        return IS_MAC
                ? event.isMetaDown() && !event.isShiftDown() && !event.isControlDown()
                : event.isControlDown() && event.isShiftDown() && !event.isAltDown();
    }

    private void pressed(KeyEvent event) {
        isTaken = true;
        if (isCopy(event)) {
            copy();
        } else if (isPaste(event)) {
            paste();
        } else if (!scrolls(event) && !control(event) && !coded(event)) {
            isTaken = false;
            return;
        }
        event.consume();
    }

    /// Shift and the keys for pages go through earlier lines, where there are such.
    private boolean scrolls(KeyEvent event) {
        if (!event.isShiftDown() || event.isControlDown() || screen.shot().isWhole()) {
            return false;
        }
        int page = Math.max(1, screen.shot().rows().size() - 1);
        switch (event.getCode()) {
            case PAGE_UP -> emulation.scroll(-page);
            case PAGE_DOWN -> emulation.scroll(page);
            case HOME -> emulation.scrollTo(Integer.MAX_VALUE);
            case END -> emulation.scrollTo(0);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Ctrl and a letter is a control character, whatever keyboard is chosen.
    private boolean control(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            emulation.type(ESCAPE);
            return true;
        }
        if (!event.isControlDown() || event.isMetaDown()) {
            return false;
        }
        int code = controlCode(event.getCode());
        if (code >= 0) {
            emulation.type((event.isAltDown() ? ESCAPE : "") + (char) code);
        }
        return code >= 0;
    }

    private static int controlCode(KeyCode key) {
        if (key.isLetterKey()) {
            return key.getCode() - KeyCode.A.getCode() + FIRST_LETTER;
        }
        return switch (key) {
            case SPACE, DIGIT2, AT -> 0;
            case OPEN_BRACKET, DIGIT3 -> 0x1b;
            case BACK_SLASH, DIGIT4 -> 0x1c;
            case CLOSE_BRACKET, DIGIT5 -> 0x1d;
            case DIGIT6, CIRCUMFLEX -> 0x1e;
            case SLASH, MINUS, UNDERSCORE, DIGIT7 -> 0x1f;
            case DIGIT8 -> 0x7f;
            default -> -1;
        };
    }

    private boolean coded(KeyEvent event) {
        var key = event.getCode();
        boolean isCoded = CODED.contains(key) || key.isFunctionKey();
        if (key == KeyCode.TAB && !event.isShiftDown()) {
            emulation.type("\t"); // the emulator has a code for going back only
        } else if (isCoded) {
            emulation.press(key.getCode(), modifiers(event));
        }
        return isCoded;
    }

    private static int modifiers(KeyEvent event) {
        return (event.isShiftDown() ? InputEvent.SHIFT_MASK : 0)
                | (event.isAltDown() ? InputEvent.ALT_MASK : 0)
                | (event.isControlDown() ? InputEvent.CTRL_MASK : 0)
                | (event.isMetaDown() ? InputEvent.META_MASK : 0);
    }

    /// Letters. With Ctrl and Alt they are those of a keyboard's third level.
    private void typed(KeyEvent event) {
        var letters = event.getCharacter();
        boolean isCommand = event.isControlDown() != event.isAltDown() && event.isControlDown();
        boolean isLetter = !letters.isEmpty() && !Character.isISOControl(letters.charAt(0));
        if (isTaken || !isLetter || isCommand || event.isMetaDown()) {
            event.consume();
            return;
        }
        boolean isEscaped = event.isAltDown() && !event.isControlDown() && !IS_MAC;
        emulation.type(isEscaped ? ESCAPE + letters : letters);
        event.consume();
    }

    /// Puts what is selected into the clipboard; nothing if nothing is.
    void copy() {
        emulation.copy(text -> fx.execute(() -> put(text)));
    }

    private static void put(String text) {
        if (!text.isEmpty()) {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    void paste() {
        var text = Clipboard.getSystemClipboard().getString();
        if (text != null && !text.isEmpty()) {
            emulation.paste(text);
        }
    }
}
