package org.cellist.app.ui.editor;

import java.util.List;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodTextRun;
import org.cellist.app.ui.editor.marks.WideRuns;

/// The text an input method is composing: shown in the area, unknown to the document.
///
/// While a Hangul syllable grows, ㅎ, 하, 한, each step is put into the area in place of the one
/// before, without a word to the listener. Only the commit is reported, as one edit; it replaces
/// the selection there was when the composition began. Losing the focus commits.
///
/// Confined to the JavaFX Application Thread.
final class Composition {

    /// Changes the area's text without telling the listener.
    interface Shown {
        void replace(int shownStart, int shownEnd, String text);
    }

    /// The one way to tell it: an edit in shown offsets of the area as it was before the
    /// composition.
    interface Report {
        void edited(int shownOffset, String removed, String inserted);
    }

    private static final List<String> COMPOSED = List.of("composed");

    private final EditorArea area;
    private final Shown shown;
    private final Report report;

    private boolean active;
    private int start;
    private String replaced = "";
    private String composed = "";

    Composition(EditorArea area, Shown shown, Report report) {
        this.area = area;
        this.shown = shown;
        this.report = report;
    }

    boolean isActive() {
        return active;
    }

    /// Takes one step of the input method: what it commits, and then what it goes on composing.
    void handle(InputMethodEvent event) {
        var committed = event.getCommitted();
        if (!committed.isEmpty()) {
            begin();
            finishWith(committed);
        }
        var next = composedText(event);
        if (!next.isEmpty()) {
            begin();
            show(next);
            placeCaret(event.getCaretPosition());
        } else if (active && committed.isEmpty()) {
            finishWith("");
        }
    }

    /// Makes what is being composed part of the document; called when the focus goes.
    void commit() {
        if (active) {
            finishWith(composed);
        }
    }

    /// Makes room for a foreign change and returns where it belongs in the area as shown.
    ///
    /// A change that falls into the text being replaced ends the composition without a commit;
    /// the input method goes on at the caret.
    int shownPlaceOf(int offset, int removedLength, int insertedLength) {
        if (!active) {
            return offset;
        }
        if (offset + removedLength <= start) {
            start += insertedLength - removedLength;
            return offset;
        }
        if (offset >= start + replaced.length()) {
            return offset - replaced.length() + composed.length();
        }
        drop();
        return offset;
    }

    /// Ends without a trace, because another source will be shown.
    void forget() {
        active = false;
        composed = "";
        replaced = "";
    }

    private void drop() {
        shown.replace(start, start + composed.length(), replaced);
        active = false;
        composed = "";
        replaced = "";
    }

    private void begin() {
        if (!active) {
            area.openToWrite();
            var selection = area.getSelection();
            active = true;
            start = selection.getStart();
            replaced = area.getText(start, selection.getEnd());
            composed = "";
            shown.replace(start, selection.getEnd(), "");
        }
    }

    private void show(String next) {
        shown.replace(start, start + composed.length(), next);
        composed = next;
        area.setStyle(start, start + next.length(), WideRuns.styled(COMPOSED, next));
        area.requestFollowCaret();
    }

    private void placeCaret(int caretInComposed) {
        int caret = caretInComposed >= 0 ? caretInComposed : composed.length();
        area.moveTo(start + Math.min(caret, composed.length()));
    }

    private void finishWith(String committed) {
        var style = area.styleBefore(start);
        shown.replace(start, start + composed.length(), committed);
        if (!committed.isEmpty()) {
            area.setStyle(start, start + committed.length(), WideRuns.styled(style, committed));
        }
        area.moveTo(start + committed.length());
        area.requestFollowCaret();
        active = false;
        composed = "";
        var removed = replaced;
        replaced = "";
        if (!removed.isEmpty() || !committed.isEmpty()) {
            report.edited(start, removed, committed);
        }
    }

    private static String composedText(InputMethodEvent event) {
        var joined = new StringBuilder();
        for (InputMethodTextRun run : event.getComposed()) {
            joined.append(run.getText());
        }
        return joined.toString();
    }
}
