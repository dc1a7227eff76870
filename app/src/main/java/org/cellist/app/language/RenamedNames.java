package org.cellist.app.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellist.app.language.Queries.Renamed;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;

/// Finds out at which places of the cells a server has replaced a name. Whatever else it did to
/// the program, it did not rename: then nothing is changed.
///
/// Immutable.
///
/// @param before the name that is replaced
/// @param after the name in its place
record RenamedNames(String before, String after) {

    /// Returns what the answer means for a notebook.
    Renaming in(Notebook notebook, Renamed answer) {
        var elsewhere = answer.elsewhere();
        var text = answer.text();
        if (elsewhere != null) {
            return new Renaming.Elsewhere(elsewhere);
        }
        if (text == null) {
            return new Renaming.NothingThere();
        }
        var found = places(answer.document().text(), text);
        return found.map(places -> edit(notebook, answer.document(), places))
                .orElseGet(Renaming.Unclear::new);
    }

    /// Returns where the name was replaced, in the old text; empty when more was.
    private Optional<List<Integer>> places(String old, String renamed) {
        var places = new ArrayList<Integer>();
        int at = 0;
        int there = 0;
        while (at < old.length()) {
            if (isWord(old, at, before)) {
                boolean isReplaced = isWord(renamed, there, after);
                if (!isReplaced && !isWord(renamed, there, before)) {
                    return Optional.empty();
                }
                if (isReplaced) {
                    places.add(at);
                }
                at += before.length();
                there += isReplaced ? after.length() : before.length();
            } else if (there < renamed.length() && old.charAt(at) == renamed.charAt(there)) {
                at++;
                there++;
            } else {
                return Optional.empty();
            }
        }
        boolean isAll = there == renamed.length() && !places.isEmpty();
        return isAll ? Optional.of(places) : Optional.empty();
    }

    private static boolean isWord(String text, int at, String word) {
        int end = at + word.length();
        return text.startsWith(word, at)
                && (at == 0 || !Character.isUnicodeIdentifierPart(text.charAt(at - 1)))
                && (end == text.length() || !Character.isUnicodeIdentifierPart(text.charAt(end)));
    }

    private Renaming edit(Notebook notebook, VirtualDocument document, List<Integer> places) {
        var edits = new ArrayList<NotebookEdit>();
        Map<CellId, Integer> moved = new HashMap<>();
        for (int place : places) {
            var found = document.place(place, place + before.length());
            if (found.isEmpty()) {
                return new Renaming.Unclear();
            }
            var it = found.get();
            var source = notebook.cell(it.cell()).map(cell -> cell.source());
            if (!source.equals(document.source(it.cell()))) {
                return new Renaming.Outdated();
            }
            int shift = moved.getOrDefault(it.cell(), 0);
            edits.add(new EditSource(it.cell(), it.start() + shift, before.length(), after, null));
            moved.put(it.cell(), shift + after.length() - before.length());
        }
        return new Renaming.Possible(new NotebookEdit.Group(edits), edits.size());
    }
}
