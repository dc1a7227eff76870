package org.cellist.app.ui.editor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.cellist.app.ui.editor.caret.SeveralCarets;
import org.cellist.app.ui.editor.fold.Fold;
import org.cellist.app.ui.editor.fold.SeenColumns;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// Keeps gaps in very long lines, so that the area never lays out 100,000 characters with a key.
/// The gaps are where neither a caret nor the window is, and move out of their way.
///
/// The space of a gap is as wide as what it leaves out; the line is scrolled as if it were whole.
/// In lines that wrap only words are cut, and a chip stands for what is left out.
///
/// Confined to the JavaFX Application Thread.
final class LongLines {

    private final CodeEditor editor;
    private final EditorArea area;
    private final SourceText source;
    private final Composition composition;
    private final SeveralCarets carets;
    private final HiddenParts hidden;
    private final Runnable arranging = this::arrangeInPulse;
    private SeenColumns shown = SeenColumns.NOTHING;
    private boolean areSome; // long lines
    private boolean isAnyWhole; // that should have gaps
    private @Nullable Scene waitsIn;

    LongLines(CodeEditor editor, EditedText text, HiddenParts hidden) {
        this.editor = editor;
        this.area = text.area();
        this.source = text.source();
        this.composition = text.composition();
        this.carets = text.carets();
        this.hidden = hidden;
        area.multiPlainChanges().subscribe(this::changed);
        area.caretPositionProperty().addListener((_, _, _) -> request());
        area.estimatedScrollXProperty().addListener((_, _, _) -> request());
        area.widthProperty().addListener((_, _, _) -> request());
        area.wrapTextProperty().addListener((_, _, _) -> beginAnew());
        area.setBeforeLayout(this::arrange);
    }

    /// Leaves out what is not needed of another source, before the area shows it from its start.
    void show() {
        var text = source.plain();
        areSome = hidden.gaps().isAnyLong(text) && source.hasPlainLineEnds();
        isAnyWhole = false;
        shown = hidden.gaps().shown(new SeenColumns(0, visibleColumns()));
        if (areSome) {
            var gaps = hidden.gaps().in(text, List.of(0), shown);
            hidden.start(hidden.folds().withGaps(gaps));
        }
    }

    /// Gaps of lines that wrap are others than of those that do not.
    private void beginAnew() {
        hidden.leaveOut(List.of());
        lookAt(0, area.getParagraphs().size() - 1);
    }

    private void changed(List<PlainTextChange> changes) {
        if (changes.size() == 1) {
            var change = changes.getFirst();
            int first = lineAt(change.getPosition());
            lookAt(first, lineAt(change.getPosition() + change.getInserted().length()));
        } else {
            lookAt(0, area.getParagraphs().size() - 1);
        }
    }

    private int lineAt(int offset) {
        return area.offsetToPosition(offset, Bias.Forward).getMajor();
    }

    private void lookAt(int firstLine, int lastLine) {
        for (int line = firstLine; line <= lastLine && !isAnyWhole; line++) {
            isAnyWhole = hidden.gaps().isLong(area.getText(line));
        }
        if (isAnyWhole) {
            areSome = true;
            request();
        }
    }

    /// Arranges the gaps before the next layout that is not a key's own.
    private void request() {
        var scene = area.getScene();
        if (areSome && waitsIn == null && scene != null) {
            waitsIn = scene;
            scene.addPreLayoutPulseListener(arranging);
            Platform.requestNextPulse();
        }
    }

    private void arrangeInPulse() {
        if (waitsIn != null) {
            waitsIn.removePreLayoutPulseListener(arranging);
            waitsIn = null;
        }
        arrange();
    }

    /// Moves the gaps out of the way of the carets and the window, where they are in it.
    private void arrange() {
        if (!areSome
                || composition.isActive()
                || hidden.areChanging()
                || !source.hasPlainLineEnds()) {
            return;
        }
        var seen = seen();
        boolean isShown = hidden.gaps().isShown(seen, shown) && !isAnyWhole;
        if (isShown && !isCaretNearGap()) {
            return;
        }
        isAnyWhole = false;
        shown = hidden.gaps().shown(seen);
        var text = source.plain();
        areSome = hidden.gaps().isAnyLong(text);
        hidden.leaveOut(hidden.gaps().in(text, carets(), shown));
    }

    private boolean isCaretNearGap() {
        int near = hidden.gaps().near();
        var folds = hidden.folds();
        for (var range : carets.carets().all()) {
            for (int place : List.of(range.anchor(), range.caret())) {
                if (folds.between(place - near, place + near).stream().anyMatch(Fold::isGap)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<Integer> carets() {
        var places = new HashSet<Integer>();
        for (var range : carets.carets().all()) {
            places.add(hidden.folds().toWhole(range.anchor()));
            places.add(hidden.folds().toWhole(range.caret()));
        }
        return places;
    }

    private SeenColumns seen() {
        int first = (int) (area.getEstimatedScrollX() / EditorMetrics.columnWidth());
        return new SeenColumns(first, first + visibleColumns());
    }

    private int visibleColumns() {
        return (int) (editor.getWidth() / EditorMetrics.columnWidth());
    }
}
