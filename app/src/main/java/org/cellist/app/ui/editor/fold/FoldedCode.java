package org.cellist.app.ui.editor.fold;

import java.util.ArrayList;
import java.util.function.Supplier;
import org.cellist.app.ui.editor.highlight.TextDifference;
import org.jspecify.annotations.Nullable;

/// What is folded in the code of one cell. Outlives the editors that show it, and is not saved.
///
/// Confined to the JavaFX Application Thread.
public final class FoldedCode {

    private String text = "";
    private Folds folds = Folds.NONE;
    private @Nullable Supplier<Folds> shown;

    /// An editor shows the code, and knows from now on what is folded.
    public void showIn(Supplier<Folds> editor) {
        shown = editor;
    }

    /// Remembers what is folded in a text, with `\n` for every line end, when its editor goes.
    public void keep(String whole, Folds folded) {
        shown = null;
        text = folded.isEmpty() ? "" : whole;
        folds = folded;
    }

    public boolean isNothing() {
        return shown == null ? folds.isEmpty() : shown.get().isEmpty();
    }

    /// Returns what is folded in the text as it is now. Blocks that somebody else has changed
    /// while no editor showed it are open.
    ///
    /// @param whole with `\n` for every line end
    public Folds in(String whole) {
        if (shown != null) {
            return shown.get();
        }
        if (folds.isEmpty() || whole.equals(text)) {
            return folds;
        }
        var change = TextDifference.between(text, whole);
        var kept = new ArrayList<Fold>();
        for (var fold : folds.withInner()) {
            if (fold.end() < change.start()) {
                kept.add(fold);
            } else if (fold.start() > change.oldEnd()) {
                kept.add(fold.movedBy(change.newEnd() - change.oldEnd()));
            }
        }
        return Folds.of(kept);
    }

    /// Returns where a line ends with what is folded to it; the end itself where nothing is.
    ///
    /// @param source the code as the document has it
    /// @param lineEnd before the line's end
    public int withFolded(String source, int lineEnd) {
        if (isNothing()) {
            return lineEnd;
        }
        var whole = source.replace("\r\n", "\n");
        int start = source.substring(0, lineEnd).replace("\r\n", "\n").length();
        for (var fold : in(whole).all()) {
            if (fold.start() == start) {
                int hidden = whole.substring(fold.start(), fold.end()).length();
                return lineEnd + hidden + longLineEnds(source, lineEnd, fold.lines());
            }
        }
        return lineEnd;
    }

    /// Counts how many of the next line ends are two units.
    private static int longLineEnds(String source, int from, int lines) {
        int found = 0;
        int at = from;
        for (int i = 0; i < lines; i++) {
            at = source.indexOf('\n', at) + 1;
            found += at > 1 && source.charAt(at - 2) == '\r' ? 1 : 0;
        }
        return found;
    }
}
