package org.cellist.app.ui.keys;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.keys.Keymap.Match;

/// Turns the keys of a window into commands.
///
/// Keys of [KeyPlace#COMMAND] are asked for last, after whatever has the focus left them alone: an
/// output moves through its rows by the arrows. All others are taken before anybody sees them.
///
/// A sequence that was begun with Ctrl or the like and is not one of the map is swallowed whole;
/// after a begun `D` another letter is looked at anew.
///
/// Confined to the JavaFX Application Thread.
public final class KeyDispatcher {

    private static final Set<KeyPlace> COMMAND = EnumSet.of(KeyPlace.COMMAND);

    private final Supplier<Keymap> keymap;
    private final Target target;
    private final List<Stroke> begun = new ArrayList<>();
    private boolean wasCommand;

    /// Who the commands are for.
    public interface Target {

        /// Returns which bindings count for that key now.
        Set<KeyPlace> places(KeyEvent event);

        /// Returns whether that key is to do nothing at all.
        default boolean drops(KeyEvent event) {
            return false;
        }

        /// Does what a command says, as far as it makes sense now.
        void perform(String command);

        /// Keys were pressed that begin a command, or no longer do.
        ///
        /// @param shown how they are read; empty for none
        default void begun(String shown) {}
    }

    /// @param keymap asked at every key
    public KeyDispatcher(Supplier<Keymap> keymap, Target target) {
        this.keymap = keymap;
        this.target = target;
    }

    /// Listens to the keys of that node and all below it.
    public void listenTo(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::first);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::last);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::dropCommandsLetter);
    }

    private void first(KeyEvent event) {
        wasCommand = false;
        var stroke = Stroke.of(event);
        if (stroke.isEmpty()) {
            return;
        }
        var places = target.places(event);
        if (target.drops(event)) {
            forget();
            taken(event);
        } else if (!begun.isEmpty()) {
            goOn(event, stroke.get(), places);
        } else {
            var early = EnumSet.noneOf(KeyPlace.class);
            early.addAll(places);
            early.remove(KeyPlace.COMMAND);
            deal(event, List.of(stroke.get()), early);
        }
    }

    private void goOn(KeyEvent event, Stroke stroke, Set<KeyPlace> places) {
        var pressed = new ArrayList<>(begun);
        pressed.add(stroke);
        boolean isWhole = !begun.getFirst().isPlain();
        forget();
        if (!deal(event, pressed, places)) {
            if (isWhole) {
                taken(event);
            } else {
                first(event);
            }
        }
    }

    private void last(KeyEvent event) {
        var stroke = Stroke.of(event);
        if (stroke.isPresent()
                && begun.isEmpty()
                && target.places(event).contains(KeyPlace.COMMAND)) {
            deal(event, List.of(stroke.get()), COMMAND);
        }
    }

    private boolean deal(KeyEvent event, List<Stroke> pressed, Set<KeyPlace> places) {
        return switch (keymap.get().match(pressed, places)) {
            case Match.Nothing _ -> false;
            case Match.Begun _ -> {
                begun.addAll(pressed);
                taken(event);
                target.begun(new KeySequence(begun).display());
                yield true;
            }
            case Match.Command(var name) -> {
                taken(event);
                target.perform(name);
                yield true;
            }
        };
    }

    private void taken(KeyEvent event) {
        wasCommand = true;
        event.consume();
    }

    private void forget() {
        if (!begun.isEmpty()) {
            begun.clear();
            target.begun("");
        }
    }

    /// A command may have moved the focus to a text, which its letter is not meant for.
    private void dropCommandsLetter(KeyEvent event) {
        if (wasCommand) {
            event.consume();
        }
    }
}
