package org.cellist.app.ui.editor.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.fxmisc.richtext.model.PlainTextChange;

/// Typing an opening bracket or quote types the closing one too; typing that again steps over it.
///
/// Only closers that this class put in are stepped over, and only until the caret leaves their
/// line; while there are several carets, that line is any. Around a selection the pair encloses
/// it. In prose (Markdown, plain text) quotes are left alone.
///
/// Confined to the JavaFX Application Thread.
final class BracketPairs implements KeyBehaviour {

    private static final String OPENERS = "([{\"'`";
    private static final String QUOTES = "\"'`";
    private static final String CLOSERS = ")]}\"'`";
    private static final String BEFORE_WHICH_PAIRS = ")]},;:";

    private final CodeTextArea area;
    private final Supplier<EditorLanguage> language;
    private final List<Integer> ownClosers = new ArrayList<>();

    BracketPairs(
            CodeTextArea area, Supplier<EditorLanguage> language, BooleanSupplier severalCarets) {
        this.area = area;
        this.language = language;
        area.plainTextChanges().subscribe(this::textChanged);
        area.currentParagraphProperty()
                .addListener(
                        (_, _, _) -> {
                            if (!severalCarets.getAsBoolean()) {
                                ownClosers.clear();
                            }
                        });
    }

    @Override
    public boolean handle(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            return event.getCode() == KeyCode.BACK_SPACE && !event.isShortcutDown() && deletePair();
        }
        boolean typed = event.getEventType() == KeyEvent.KEY_TYPED;
        if (!typed || event.getCharacter().length() != 1 || event.isShortcutDown()) {
            return false;
        }
        char c = event.getCharacter().charAt(0);
        return stepOver(c) || (OPENERS.indexOf(c) >= 0 && !isProse(c) && pair(c));
    }

    private boolean isProse(char c) {
        var now = language.get();
        boolean prose = now == EditorLanguage.MARKDOWN || now == EditorLanguage.PLAIN;
        return prose && QUOTES.indexOf(c) >= 0 && area.getSelection().getLength() == 0;
    }

    private boolean stepOver(char c) {
        int caret = area.getCaretPosition();
        boolean own =
                CLOSERS.indexOf(c) >= 0
                        && area.getSelection().getLength() == 0
                        && charAt(caret) == c
                        && ownClosers.removeIf(at -> at == caret);
        if (own) {
            area.moveTo(caret + 1);
            area.requestFollowCaret();
        }
        return own;
    }

    private boolean pair(char opener) {
        char closer = CLOSERS.charAt(OPENERS.indexOf(opener));
        var selected = area.getSelectedText();
        if (!selected.isEmpty()) {
            int start = area.getSelection().getStart();
            area.replaceSelection(opener + selected + closer);
            area.selectRange(start + 1, start + 1 + selected.length());
            return true;
        }
        int caret = area.getCaretPosition();
        if (!wantsCloser(opener, charAt(caret - 1), charAt(caret))) {
            return false;
        }
        area.insertText(caret, String.valueOf(opener) + closer);
        area.moveTo(caret + 1);
        ownClosers.add(caret + 1);
        area.requestFollowCaret();
        return true;
    }

    /// A closer is wanted before white space or another closer; for a quote, also not after a
    /// word (an apostrophe) or the same quote (the third of a long string).
    private static boolean wantsCloser(char opener, char before, char after) {
        boolean room = Character.isWhitespace(after) || BEFORE_WHICH_PAIRS.indexOf(after) >= 0;
        boolean quote = QUOTES.indexOf(opener) >= 0;
        if (!quote) {
            return room;
        }
        boolean stringPrefix = "fFrRbBuU".indexOf(before) >= 0;
        boolean afterWord = Character.isLetterOrDigit(before) && !stringPrefix;
        return room && !afterWord && before != opener && before != '\\';
    }

    private boolean deletePair() {
        int caret = area.getCaretPosition();
        int opener = OPENERS.indexOf(charAt(caret - 1));
        boolean emptyPair =
                area.getSelection().getLength() == 0
                        && opener >= 0
                        && charAt(caret) == CLOSERS.charAt(opener)
                        && ownClosers.contains(caret);
        if (emptyPair) {
            area.deleteText(caret - 1, caret + 1);
        }
        return emptyPair;
    }

    /// Returns the character at an offset; a line end before the text and after it.
    private char charAt(int offset) {
        if (offset < 0 || offset >= area.getLength()) {
            return '\n';
        }
        return area.getText(offset, offset + 1).charAt(0);
    }

    private void textChanged(PlainTextChange change) {
        int start = change.getPosition();
        int removed = change.getRemoved().length();
        int inserted = change.getInserted().length();
        ownClosers.removeIf(at -> at >= start && at < start + removed);
        ownClosers.replaceAll(at -> at < start ? at : at - removed + inserted);
    }
}
