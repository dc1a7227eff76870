package org.cellist.app.ui.editor.completion;

import javafx.geometry.Bounds;
import javafx.scene.Node;

/// A source without an editor.
///
/// Confined to the test's thread.
final class PlayedText implements AssistedText {

    final StringBuilder source;
    final PlayedAssist assist = new PlayedAssist();
    int caret;
    boolean isComposing;

    /// @param text with `|` at the caret
    PlayedText(String text) {
        caret = text.indexOf('|');
        source = new StringBuilder(text).deleteCharAt(caret);
    }

    /// Types into the text and tells the list.
    void type(String characters, CompletionViewModel told) {
        for (int i = 0; i < characters.length(); i++) {
            var c = characters.substring(i, i + 1);
            source.insert(caret, c);
            caret++;
            told.edited(caret - 1, 0, c);
        }
    }

    void backspace(CompletionViewModel told) {
        caret--;
        source.deleteCharAt(caret);
        told.edited(caret, 1, "");
    }

    @Override
    public String toString() {
        return new StringBuilder(source).insert(caret, '|').toString();
    }

    @Override
    public CodeAssist assist() {
        return assist;
    }

    @Override
    public CharSequence source() {
        return source;
    }

    @Override
    public int caret() {
        return caret;
    }

    @Override
    public boolean takesSuggestions() {
        return !isComposing;
    }

    @Override
    public boolean isWithinLine() {
        return true;
    }

    @Override
    public boolean isCodeBefore(int place) {
        return true;
    }

    @Override
    public boolean isPython() {
        return true;
    }

    @Override
    public void replace(int start, int end, String text) {
        source.replace(start, end, text);
        caret = start + text.length();
    }

    @Override
    public Bounds placeOnScreen(int place) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Node node() {
        throw new UnsupportedOperationException();
    }
}
