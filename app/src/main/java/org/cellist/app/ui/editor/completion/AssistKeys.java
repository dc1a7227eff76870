package org.cellist.app.ui.editor.completion;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of suggestions, inspection and signature.
///
/// Tab asks behind a name, a dot or what begins a path or a magic, and indents elsewhere; Shift+Tab
/// asks what stands at the caret, and outdents in the indentation or with lines selected.
///
/// Confined to the JavaFX Application Thread.
record AssistKeys(CodeAssistant assistant, AssistViews views) {

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final String ASKS_BEHIND = "./%~";

    boolean handle(KeyEvent event, AssistedText text) {
        if (event.getEventType() != KeyEvent.KEY_PRESSED) {
            return false;
        }
        return toOpenList(event) || toOpenWords(event) || asks(event, text);
    }

    private boolean toOpenList(KeyEvent event) {
        var list = assistant.completions();
        if (!list.isActive()) {
            return false;
        }
        if (hasModifier(event)) {
            if (event.getCode() == KeyCode.ENTER) {
                assistant.leave();
            }
            return false;
        }
        return switch (event.getCode()) {
            case UP, KP_UP -> moves(-1);
            case DOWN, KP_DOWN -> moves(1);
            case PAGE_UP -> moves(1 - CompletionList.MOST_ROWS);
            case PAGE_DOWN -> moves(CompletionList.MOST_ROWS - 1);
            case ENTER -> !list.isChoiceTyped() && list.isOpen() && list.accept();
            case TAB -> list.isOpen() && list.accept();
            case LEFT, KP_LEFT, RIGHT, KP_RIGHT, HOME, END -> {
                list.close();
                yield false;
            }
            default -> false;
        };
    }

    private boolean moves(int rows) {
        var list = assistant.completions();
        var shown = list.shownProperty().get();
        boolean canMove = shown != null && !shown.matches().isEmpty();
        if (canMove) {
            list.move(rows);
        } else {
            list.close();
        }
        return canMove;
    }

    private boolean toOpenWords(KeyEvent event) {
        boolean isOpen = assistant.card().isOpen();
        if (isOpen && COPY.match(event)) {
            return views.copySelectedWords();
        }
        if (hasModifier(event)) {
            return false;
        }
        return switch (event.getCode()) {
            case ESCAPE -> {
                boolean wasSeen = views.areSeen();
                assistant.leave();
                yield wasSeen;
            }
            case PAGE_UP -> isOpen && views.scrollWords(-1);
            case PAGE_DOWN -> isOpen && views.scrollWords(1);
            default -> false;
        };
    }

    private boolean asks(KeyEvent event, AssistedText text) {
        if (!text.assist().takesTab()) {
            return false;
        }
        boolean isTab = event.getCode() == KeyCode.TAB && !hasOtherThanShift(event);
        if (isTab && event.isShiftDown()) {
            return inspects(text);
        }
        boolean completes = isTab && isAskedBehind(text) && text.takesSuggestions();
        if (completes) {
            assistant.complete(text);
        }
        return completes;
    }

    private boolean inspects(AssistedText text) {
        int line = Identifiers.lineStart(text.source(), text.caret());
        boolean isIndentation =
                line >= 0 && text.source().subSequence(line, text.caret()).toString().isBlank();
        if (isIndentation || !text.isWithinLine()) {
            return false;
        }
        assistant.inspect(text);
        return true;
    }

    private static boolean isAskedBehind(AssistedText text) {
        int caret = text.caret();
        return Identifiers.startBefore(text.source(), caret) < caret
                || ASKS_BEHIND.indexOf(Identifiers.before(text.source(), caret)) >= 0;
    }

    private static boolean hasModifier(KeyEvent event) {
        return event.isShiftDown() || hasOtherThanShift(event);
    }

    private static boolean hasOtherThanShift(KeyEvent event) {
        return event.isControlDown() || event.isAltDown() || event.isMetaDown();
    }
}
