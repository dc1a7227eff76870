package org.cellist.app.ui.terminal;

import com.techsenger.jeditermfx.core.emulator.mouse.MouseButtonCodes;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseButtonModifierFlags;
import java.net.URI;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.terminal.emulation.Emulation;
import org.cellist.app.ui.terminal.emulation.Mouse;
import org.cellist.app.ui.terminal.emulation.ScreenShot.Place;

/// The mouse in a terminal: selects by dragging, words by two clicks, lines by three; follows
/// addresses with Ctrl; opens the menu. A program that wants the mouse has it, but with Shift.
///
/// Confined to the JavaFX Application Thread.
final class TerminalMouse {

    private static final int ROWS_OF_A_NOTCH = 3;
    private static final double NOTCH = 40; // in pixels, of a wheel

    private final TerminalScreen screen;
    private final Emulation emulation;
    private final TerminalLinks links;
    private boolean isSelecting;
    private double scrolled; // in rows, what is too little yet

    TerminalMouse(TerminalScreen screen, Emulation emulation, TerminalLinks links) {
        this.screen = screen;
        this.emulation = emulation;
        this.links = links;
    }

    void install() {
        screen.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        screen.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        screen.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        screen.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        screen.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> links.leave());
        screen.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        screen.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    private boolean isPrograms(MouseEvent event) {
        return screen.shot().takesMouse() && !event.isShiftDown();
    }

    private Place on(MouseEvent event) {
        return screen.placeAt(event.getX(), event.getY(), false);
    }

    private Place between(MouseEvent event) {
        return screen.placeAt(event.getX(), event.getY(), true);
    }

    private void pressed(MouseEvent event) {
        screen.requestFocus();
        var address = event.isShortcutDown() ? links.at(on(event)) : Optional.<URI>empty();
        if (address.isPresent()) {
            links.open(address.get());
        } else if (isPrograms(event)) {
            emulation.mouse(Mouse.PRESSED, on(event), button(event), modifiers(event));
        } else if (event.getButton() == MouseButton.PRIMARY) {
            isSelecting = true;
            select(event);
        }
        event.consume();
    }

    private void select(MouseEvent event) {
        if (event.isShiftDown()) {
            emulation.extend(between(event));
        } else if (event.getClickCount() == 2) {
            emulation.selectWord(on(event));
        } else if (event.getClickCount() > 2) {
            emulation.selectLine(on(event));
        } else {
            emulation.select(between(event), between(event));
        }
    }

    /// Beyond the edges the lines go on.
    private void dragged(MouseEvent event) {
        if (isSelecting && event.getClickCount() < 2) {
            if (event.getY() < 0) {
                emulation.scroll(-1);
            } else if (event.getY() > screen.getHeight()) {
                emulation.scroll(1);
            }
            emulation.extend(between(event));
        } else if (!isSelecting && isPrograms(event)) {
            emulation.mouse(Mouse.DRAGGED, on(event), button(event), modifiers(event));
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        if (!isSelecting && isPrograms(event)) {
            emulation.mouse(Mouse.RELEASED, on(event), button(event), modifiers(event));
        }
        isSelecting = false;
        event.consume();
    }

    private void moved(MouseEvent event) {
        var address = links.at(on(event)).orElse(null);
        links.hover(address, event);
        screen.setCursor(address != null && event.isShortcutDown() ? Cursor.HAND : Cursor.TEXT);
        if (isPrograms(event)) {
            emulation.mouse(Mouse.MOVED, on(event), MouseButtonCodes.NONE, modifiers(event));
        }
    }

    /// A program that has the whole screen scrolls itself.
    private void wheel(ScrollEvent event) {
        scrolled -= event.getDeltaY() / NOTCH * ROWS_OF_A_NOTCH;
        int whole = (int) scrolled;
        scrolled -= whole;
        var shot = screen.shot();
        boolean isPrograms = (shot.takesMouse() && !event.isShiftDown()) || shot.isWhole();
        if (whole != 0 && isPrograms) {
            emulation.wheel(screen.placeAt(event.getX(), event.getY(), false), whole, 0);
        } else if (whole != 0) {
            emulation.scroll(whole);
        }
        event.consume();
    }

    private static int button(MouseEvent event) {
        return switch (event.getButton()) {
            case PRIMARY -> MouseButtonCodes.LEFT;
            case MIDDLE -> MouseButtonCodes.MIDDLE;
            case SECONDARY -> MouseButtonCodes.RIGHT;
            case NONE, BACK, FORWARD -> MouseButtonCodes.NONE;
        };
    }

    private static int modifiers(MouseEvent event) {
        return (event.isControlDown() ? MouseButtonModifierFlags.MOUSE_BUTTON_CTRL_FLAG : 0)
                | (event.isAltDown() ? MouseButtonModifierFlags.MOUSE_BUTTON_META_FLAG : 0);
    }

    private void menu(ContextMenuEvent event) {
        event.consume();
        if (screen.shot().takesMouse() && !event.isKeyboardTrigger()) {
            return; // it is the program's click
        }
        var texts = Texts.of("terminal");
        var keys = new TerminalKeys(screen, emulation);
        var menu = new ContextMenu();
        links.at(screen.placeAt(event.getX(), event.getY(), false))
                .ifPresent(
                        address -> {
                            var open = new MenuItem(texts.get("menu.open", address));
                            open.setMnemonicParsing(false);
                            open.setOnAction(_ -> links.open(address));
                            menu.getItems().addAll(open, new SeparatorMenuItem());
                        });
        menu.getItems()
                .addAll(
                        item(texts.get("menu.copy"), screen.shot().hasSelection(), keys::copy),
                        item(
                                texts.get("menu.paste"),
                                Clipboard.getSystemClipboard().hasString(),
                                keys::paste),
                        item(texts.get("menu.all"), true, emulation::selectAll),
                        new SeparatorMenuItem(),
                        item(texts.get("menu.clear"), screen.shot().above() > 0, emulation::clear));
        menu.show(screen, event.getScreenX(), event.getScreenY());
    }

    private static MenuItem item(String words, boolean isPossible, Runnable action) {
        var item = new MenuItem(words);
        item.setDisable(!isPossible);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
