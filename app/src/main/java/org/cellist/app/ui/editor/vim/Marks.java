package org.cellist.app.ui.editor.vim;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.cellist.app.ui.editor.vim.VimStep.Edit;
import org.jspecify.annotations.Nullable;

/// Places of a text that have names. They stay with the characters they are on while the text
/// changes; where those are deleted, at what comes after them.
///
/// Confined to one thread.
final class Marks {

    /// The ends of what was selected last, as Vim names them.
    static final char SELECTED_FROM = '<';

    static final char SELECTED_TO = '>';

    private final Map<Character, Integer> places = new HashMap<>();

    void set(char name, int at) {
        places.put(name, at);
    }

    /// Returns the place of that name; null for none.
    @Nullable Integer get(char name) {
        return places.get(name);
    }

    void clear() {
        places.clear();
    }

    void follow(Edit edit) {
        int longer = edit.inserted().length() - (edit.end() - edit.start());
        move(at -> at >= edit.end() ? at + longer : Math.min(at, edit.start()));
    }

    /// @param moved returns where a place is now
    void move(IntUnaryOperator moved) {
        places.replaceAll((_, at) -> moved.applyAsInt(at));
    }
}
