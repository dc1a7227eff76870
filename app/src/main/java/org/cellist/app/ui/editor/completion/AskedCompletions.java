package org.cellist.app.ui.editor.completion;

import java.util.List;
import org.cellist.app.ui.editor.completion.CompletionAnswer.Found;
import org.jspecify.annotations.Nullable;

/// One list of suggestions from the question to its end: what is replaced, and by what.
///
/// Confined to the JavaFX Application Thread.
final class AskedCompletions {

    final AssistedText text;
    final int askedAt;
    final boolean isWanted;
    List<Suggestion> suggestions = List.of();
    boolean hasSuggestions;
    boolean isAnswered;
    boolean isChosen; // somebody has moved the choice
    @Nullable Lack lack;
    int start; // of the range that a suggestion replaces
    int caret; // where it must be
    private int tail; // units behind the caret that are replaced too

    /// @param isWanted whether somebody asked for it
    AskedCompletions(AssistedText text, int caret, boolean isWanted) {
        this.text = text;
        this.askedAt = caret;
        this.isWanted = isWanted;
        this.caret = caret;
        this.start = Identifiers.startBefore(text.source(), caret);
    }

    /// Returns the same at the caret of now, with what is known so far.
    AskedCompletions again() {
        var again = new AskedCompletions(text, caret, isWanted);
        again.suggestions = suggestions;
        again.hasSuggestions = hasSuggestions;
        again.lack = lack;
        again.start = Math.min(start, caret);
        again.tail = tail;
        return again;
    }

    void take(Found found) {
        start = Math.clamp(found.start(), 0, caret);
        tail = Math.max(0, found.end() - askedAt);
        suggestions = found.suggestions();
        hasSuggestions = true;
        lack = null;
    }

    void takeWords(Lack why) {
        start = Identifiers.startBefore(text.source(), caret);
        tail = 0;
        lack = why;
        hasSuggestions = true;
        boolean isTooOpen = !isWanted && start == caret;
        suggestions = isTooOpen ? List.of() : words();
    }

    private List<Suggestion> words() {
        return text.assist().words(caret, followsDot()).stream()
                .map(word -> new Suggestion(word, Suggestion.Kind.WORD, ""))
                .toList();
    }

    private boolean followsDot() {
        return Identifiers.before(text.source(), start) == '.';
    }

    /// Takes an edit in, if it only makes the name longer or shorter; returns whether it does.
    boolean goesOn(int offset, int removedLength, String inserted) {
        boolean grows = removedLength == 0 && Identifiers.isAll(inserted);
        boolean shrinks = inserted.isEmpty() && removedLength > 0;
        int least = followsDot() || isWanted ? start : start + 1;
        boolean isAtCaret = offset + removedLength == caret;
        int next = offset + inserted.length();
        if (!isAtCaret || !(grows || shrinks) || next < least) {
            return false;
        }
        caret = next;
        return true;
    }

    String typed() {
        return text.source().subSequence(start, caret).toString();
    }

    int end() {
        return Math.min(caret + tail, text.source().length());
    }
}
