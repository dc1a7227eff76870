package org.cellist.app.ui.editor;

import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.editor.typing.KeyBehaviour;
import org.cellist.app.ui.editor.vim.FoldKeys;
import org.cellist.app.ui.editor.vim.Vim;
import org.cellist.app.ui.editor.vim.VimDesk;
import org.cellist.app.ui.editor.vim.VimMode;
import org.cellist.app.ui.editor.vim.VimStep;
import org.jspecify.annotations.Nullable;

/// Gives an editor's keys to Vim's machine, where a person wants that.
///
/// In insert mode all keys are the plain editor's, but for the Escape that nobody else took. In the
/// other modes no key writes, and the input method is off: the keys of Hangul are the Latin letters
/// on them.
///
/// Confined to the JavaFX Application Thread.
final class VimKeys implements KeyBehaviour {

    private static final PseudoClass BLOCK = PseudoClass.getPseudoClass("block");

    private final EditorArea area;
    private final Node editor;
    private final Supplier<EditorListener> listener;
    private final Folding folding;
    private boolean isFoldBegun; // `z` was pressed
    private final ChangeListener<Boolean> switched; // the desk outlives editors
    private @Nullable VimDesk desk;
    private @Nullable Vim vim;

    /// @param editor has the pseudo-class `block` while its caret is one
    VimKeys(
            EditorArea area,
            Node editor,
            Supplier<EditorListener> listener,
            HiddenParts hidden,
            Folding folding) {
        this.folding = folding;
        hidden.setMoved(this::moved);
        switched = (_, _, _) -> switched();
        this.area = area;
        this.editor = editor;
        this.listener = listener;
        area.setTakesText(() -> !takesKeys());
    }

    void use(VimDesk desk) {
        this.desk = desk;
        vim = new Vim(desk.registers());
        desk.choice().onProperty().addListener(new WeakChangeListener<>(switched));
    }

    /// Other parts of the text are shown than before.
    private void moved(String before, String now, IntUnaryOperator moved) {
        if (vim != null) {
            vim.shown(before, now, moved);
        }
    }

    /// Returns whether keys are commands now.
    boolean takesKeys() {
        return desk != null
                && vim != null
                && desk.choice().onProperty().get()
                && area.isEditable()
                && vim.mode() != VimMode.INSERT;
    }

    /// Returns whether a key is a command of Vim now that is written with Ctrl.
    boolean claims(KeyEvent event) {
        return takesKeys() && event.isControlDown() && named(event) != null;
    }

    private void switched() {
        if (area.isFocused()) {
            focusChanged(true);
        }
    }

    /// Begins in normal mode, or ends.
    void focusChanged(boolean focused) {
        isFoldBegun = false;
        if (vim != null) {
            vim.reset();
            show(focused);
        }
    }

    @Override
    public boolean handle(KeyEvent event) {
        if (!takesKeys()) {
            return false;
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            var typed = event.getCharacter();
            boolean writes = !isModified(event) && !typed.isEmpty() && typed.charAt(0) >= ' ';
            if (writes && typed.charAt(0) != '\u007f') {
                press(typed);
            }
            return !isModified(event);
        }
        if (event.getEventType() != KeyEvent.KEY_PRESSED) {
            return false;
        }
        var key = named(event);
        if (key != null) {
            press(key);
        }
        return key != null || isKeptFromEditor(event);
    }

    /// Ends insert mode at an Escape that closed nothing.
    KeyBehaviour escape() {
        return event -> {
            boolean ends =
                    event.getEventType() == KeyEvent.KEY_PRESSED
                            && event.getCode() == KeyCode.ESCAPE
                            && vim != null
                            && vim.mode() == VimMode.INSERT;
            if (ends) {
                press("<Esc>");
            }
            return ends;
        };
    }

    private static boolean isModified(KeyEvent event) {
        boolean isAltGraph = event.isControlDown() && event.isAltDown();
        return !isAltGraph && (event.isControlDown() || event.isAltDown() || event.isMetaDown());
    }

    private static @Nullable String named(KeyEvent event) {
        if (event.isControlDown() && !event.isAltDown() && !event.isShiftDown()) {
            return switch (event.getCode()) {
                case R -> "<C-r>";
                case D -> "<C-d>";
                case U -> "<C-u>";
                default -> null;
            };
        }
        if (isModified(event) || event.isShiftDown()) {
            return null;
        }
        return switch (event.getCode()) {
            case ESCAPE -> "<Esc>";
            case ENTER -> "<CR>";
            case BACK_SPACE -> "<BS>";
            case DELETE -> "<Del>";
            case LEFT, KP_LEFT -> "<Left>";
            case RIGHT, KP_RIGHT -> "<Right>";
            case UP, KP_UP -> "<Up>";
            case DOWN, KP_DOWN -> "<Down>";
            case HOME -> "<Home>";
            case END -> "<End>";
            default -> null;
        };
    }

    /// Moves with Shift select, as everywhere; other keys would write or leave.
    private static boolean isKeptFromEditor(KeyEvent event) {
        return !isModified(event)
                && !event.getCode().isNavigationKey()
                && !event.getCode().isFunctionKey();
    }

    private void press(String key) {
        var machine = vim;
        if (machine == null) {
            return;
        }
        area.commitComposition();
        if (folds(key, machine)) {
            return;
        }
        switch (FoldKeys.of(key, machine.mode(), machine.begun())) {
            case LEAVE -> {}
            case OPEN_LINES -> folding.openAtCarets();
            case OPEN_ALL -> folding.openAll();
        }
        take(machine.press(key, area.getText(), area.getAnchor(), area.getCaretPosition()));
        show(true);
    }

    /// Takes `zc`, `zo`, `za`, `zM` and `zR`.
    private boolean folds(String key, Vim machine) {
        boolean isSecond = isFoldBegun;
        isFoldBegun = !isSecond && key.equals("z") && machine.begun().isEmpty();
        if (!isSecond) {
            return isFoldBegun;
        }
        switch (key) {
            case "c" -> folding.foldAtCarets();
            case "o" -> folding.openOnLines();
            case "a" -> folding.toggleAtCaret();
            case "M" -> folding.foldAll();
            case "R" -> folding.unfoldAll();
            default -> {
                // Vim has more of them.
            }
        }
        return true;
    }

    private void take(VimStep step) {
        var edit = step.edit();
        if (edit != null) {
            area.replaceText(edit.start(), edit.end(), edit.inserted());
        }
        area.selectRange(step.anchor(), step.caret());
        area.requestFollowCaret();
        switch (step.request()) {
            case NONE -> {}
            case UNDO -> run("edit.undo");
            case REDO -> run("edit.redo");
            case FIND -> run("find.open");
            case FIND_NEXT -> run("find.next");
            case FIND_PREVIOUS -> run("find.previous");
            case SAVE -> run("file.save");
            case LEAVE -> listener.get().escapePressed();
            case LEAVE_UP -> listener.get().caretLeft(CaretEdge.TOP);
            case LEAVE_DOWN -> listener.get().caretLeft(CaretEdge.BOTTOM);
        }
    }

    private void run(String command) {
        if (desk != null) {
            desk.choice().run(command);
        }
    }

    private void show(boolean focused) {
        var shared = desk;
        var machine = vim;
        boolean isOn = shared != null && shared.choice().onProperty().get() && area.isEditable();
        area.setComposes(!takesKeys());
        editor.pseudoClassStateChanged(BLOCK, isOn && focused && isNormal());
        if (shared != null && machine != null && area.isFocused() == focused) {
            var mode = Texts.of("cell").get(words(machine.mode()));
            shared.choice().shownProperty().set(isOn && focused ? words(mode, machine) : "");
        }
    }

    private boolean isNormal() {
        return vim != null && vim.mode() == VimMode.NORMAL;
    }

    private static String words(String mode, Vim machine) {
        var name = machine.recording();
        var recording = name.isEmpty() ? "" : Texts.of("cell").get("vim.recording", name);
        return Stream.of(mode, recording, machine.begun())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }

    private static String words(VimMode mode) {
        return switch (mode) {
            case NORMAL -> "vim.normal";
            case INSERT -> "vim.insert";
            case VISUAL -> "vim.visual";
            case VISUAL_LINE -> "vim.visual.line";
        };
    }
}
