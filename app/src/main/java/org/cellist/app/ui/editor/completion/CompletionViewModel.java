package org.cellist.app.ui.editor.completion;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.ui.editor.completion.CompletionAnswer.Found;
import org.cellist.app.ui.editor.completion.CompletionAnswer.Missing;
import org.jspecify.annotations.Nullable;

/// The list of suggestions: asked for, open, filtered while the name grows, and gone.
///
/// A question has a number, and only the newest one's answer counts. What is typed meanwhile moves
/// the end of the range with it; anything but more of the name, or less, ends it all.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class CompletionViewModel {

    /// The notebook's own names stand in for a kernel that has not answered by then.
    static final Duration SLOW = Duration.ofMillis(250);

    private final Pause slow;
    private final ReadOnlyObjectWrapper<@Nullable ShownCompletions> shown =
            new ReadOnlyObjectWrapper<>();
    private @Nullable AskedCompletions asked;
    private long number;

    CompletionViewModel(Delay delay) {
        slow = new Pause(delay);
    }

    /// What is shown; null for no list.
    ReadOnlyObjectProperty<@Nullable ShownCompletions> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Returns whether a list is open, or may open when an answer comes.
    boolean isActive() {
        return asked != null;
    }

    boolean isOpen() {
        return shown.get() != null;
    }

    /// Asks how the text goes on at its caret. A list that is open stays until the answer.
    ///
    /// @param isWanted whether somebody asked for it, and shall be told if there is nothing
    void ask(AssistedText text, boolean isWanted) {
        close();
        ask(new AskedCompletions(text, text.caret(), isWanted));
    }

    private void ask(AskedCompletions now) {
        asked = now;
        long mine = ++number;
        now.text
                .assist()
                .complete(
                        now.text.source().toString(),
                        now.askedAt,
                        answer -> {
                            if (mine == number) {
                                answered(now, answer);
                            }
                        });
        slow.restart(SLOW, () -> fallBack(now, now.text.assist().slow()));
    }

    private void answered(AskedCompletions now, CompletionAnswer answer) {
        slow.cancel();
        if (!now.text.takesSuggestions()) {
            close();
            return;
        }
        now.isAnswered = true;
        switch (answer) {
            case Found found when found.suggestions().isEmpty() -> fallBack(now, Lack.NOTHING);
            case Found found -> found(now, found);
            case Missing(var why) -> fallBack(now, why);
        }
    }

    private void found(AskedCompletions now, Found found) {
        now.take(found);
        filter(now);
        var choice = choice();
        boolean isOnly = now.isWanted && found.suggestions().size() == 1;
        if (isOnly && choice != null && choice.text().startsWith(now.typed())) {
            accept();
        }
    }

    /// Offers the names of the notebook. After a dot only those that somewhere follow one, and
    /// none unasked before a letter is typed.
    private void fallBack(AskedCompletions now, Lack why) {
        if (!now.text.takesSuggestions()) {
            close();
            return;
        }
        now.takeWords(why);
        filter(now);
    }

    private void filter(AskedCompletions now) {
        var typed = now.typed();
        var matches = NameMatch.of(now.suggestions, typed);
        boolean addsNothing =
                matches.size() == 1 && matches.getFirst().suggestion().text().equals(typed);
        if (!matches.isEmpty() && (now.isWanted || !addsNothing)) {
            shown.set(new ShownCompletions(now.start, matches, selected(now, matches), now.lack));
        } else if (matches.isEmpty() && now.isWanted && now.caret == now.askedAt) {
            var why = now.lack == null ? Lack.NOTHING : now.lack;
            shown.set(new ShownCompletions(now.start, List.of(), 0, why));
        } else if (now.isAnswered) {
            close();
        } else {
            shown.set(null);
        }
    }

    /// A choice that a person has made stays, wherever it is now.
    private int selected(AskedCompletions now, List<NameMatch> matches) {
        var choice = now.isChosen ? choice() : null;
        for (int i = 0; choice != null && i < matches.size(); i++) {
            if (matches.get(i).suggestion().text().equals(choice.text())) {
                return i;
            }
        }
        return 0;
    }

    private @Nullable Suggestion choice() {
        var list = shown.get();
        return list == null ? null : list.choice();
    }

    /// A person changed the text: more or less of the name leaves the list open. With less of it
    /// than the kernel was asked about, it is asked again.
    void edited(int offset, int removedLength, String inserted) {
        var now = asked;
        if (now == null) {
            return;
        }
        if (!now.goesOn(offset, removedLength, inserted)) {
            close();
        } else if (now.caret < now.askedAt) {
            ask(now.again());
        } else if (now.hasSuggestions) {
            now.isChosen = false;
            filter(now);
        }
    }

    /// The caret is there now: anywhere but at the end of what was typed, the list goes.
    void caretIsAt(int caret) {
        if (asked != null && asked.caret != caret) {
            close();
        }
    }

    /// Moves the choice by some rows; by one, from an end to the other.
    void move(int rows) {
        var now = shown.get();
        if (now != null && !now.matches().isEmpty()) {
            int last = now.matches().size() - 1;
            int next = now.selected() + rows;
            boolean goesAround = Math.abs(rows) == 1 && (next < 0 || next > last);
            select(goesAround ? last - now.selected() : Math.clamp(next, 0, last));
        }
    }

    void select(int index) {
        var now = shown.get();
        if (now != null && asked != null && index >= 0 && index < now.matches().size()) {
            asked.isChosen = true;
            shown.set(now.withSelected(index));
        }
    }

    /// Returns whether the choice is what stands there already, in a list nobody asked for: Enter
    /// then is a line end.
    boolean isChoiceTyped() {
        var choice = choice();
        return asked != null
                && choice != null
                && !asked.isWanted
                && choice.text().equals(asked.typed());
    }

    /// Puts the choice in place of what was typed of it, and closes the list.
    ///
    /// @return whether there was one
    boolean accept() {
        var now = asked;
        var choice = choice();
        close();
        if (now == null || choice == null || !now.text.takesSuggestions()) {
            return false;
        }
        var before = now.text.source().subSequence(now.start, now.end()).toString();
        if (!before.equals(choice.text())) {
            now.text.replace(now.start, now.end(), choice.text());
        }
        return true;
    }

    /// Returns a question about the choice: the code as it would be with it. Null without a
    /// choice, and for a name from the notebook, of which the kernel may know nothing.
    @Nullable Probe probe() {
        var now = asked;
        var choice = choice();
        if (now == null || choice == null || choice.kind() == Suggestion.Kind.WORD) {
            return null;
        }
        var code =
                new StringBuilder(now.text.source())
                        .replace(now.start, now.end(), choice.text())
                        .toString();
        return new Probe(now.text.assist(), code, now.start + choice.text().length());
    }

    void close() {
        asked = null;
        number++;
        slow.cancel();
        if (shown.get() != null) {
            shown.set(null);
        }
    }
}
