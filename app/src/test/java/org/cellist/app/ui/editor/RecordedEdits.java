package org.cellist.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.editor.caret.CaretsAround;

/// A cell that writes down what its editor tells it, and keeps the source up to date with it.
final class RecordedEdits implements EditorListener {

    final List<String> calls = new ArrayList<>();
    final StringBuilder source;

    RecordedEdits(String source) {
        this.source = new StringBuilder(source);
    }

    @Override
    public void edited(int offset, int removedLength, String inserted) {
        calls.add("edited %d %d %s".formatted(offset, removedLength, inserted));
        source.replace(offset, offset + removedLength, inserted);
    }

    @Override
    public void editedTogether(List<SourceEdit> edits, CaretsAround carets) {
        var told = new ArrayList<String>();
        for (var edit : edits) {
            int end = edit.offset() + edit.removedLength();
            source.replace(edit.offset(), end, edit.inserted());
            told.add("%d %d %s".formatted(edit.offset(), edit.removedLength(), edit.inserted()));
        }
        calls.add("together " + String.join(", ", told));
    }

    @Override
    public void caretLeft(CaretEdge edge) {
        calls.add("left " + edge);
    }

    @Override
    public void escapePressed() {
        calls.add("escape");
    }
}
