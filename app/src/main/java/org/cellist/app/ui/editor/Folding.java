package org.cellist.app.ui.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.caret.CaretRange;
import org.cellist.app.ui.editor.caret.SeveralCarets;
import org.cellist.app.ui.editor.fold.Blocks;
import org.cellist.app.ui.editor.fold.Fold;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.editor.fold.Folds;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.highlight.TokenStyle;
import org.cellist.app.ui.editor.typing.Words;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// Folds blocks of the source to their first line, and opens them; also by itself, before keys and
/// commands change the text near them. Gaps in very long lines are opened in the same way.
///
/// Confined to the JavaFX Application Thread.
final class Folding {

    private final EditorArea area;
    private final SourceText source;
    private final HighlightView colours;
    private final Composition composition;
    private final SeveralCarets carets;
    private final HiddenParts hidden;
    private final Supplier<EditorLanguage> language;
    private final Runnable caretMoved;
    private @Nullable FoldedCode memory;

    /// @param caretMoved brings the caret to sight
    Folding(
            EditedText text,
            HiddenParts hidden,
            Supplier<EditorLanguage> language,
            Runnable caretMoved) {
        this.area = text.area();
        this.source = text.source();
        this.colours = text.colours();
        this.composition = text.composition();
        this.carets = text.carets();
        this.hidden = hidden;
        this.language = language;
        this.caretMoved = caretMoved;
    }

    /// Takes up what is folded in another source, before the area shows that; null where nothing
    /// can be.
    void show(@Nullable FoldedCode folded) {
        memory = folded;
        var now = Folds.NONE;
        if (folded != null) {
            if (!folded.isNothing() && source.hasPlainLineEnds()) {
                now = folded.in(source.plain());
            }
            folded.showIn(() -> source.folds().blocks());
        }
        hidden.start(now);
    }

    /// Remembers what is folded when the source goes.
    void keep() {
        if (memory != null) {
            memory.keep(hidden.areSome() ? source.plain() : "", source.folds().blocks());
            memory = null;
        }
    }

    boolean canFold() {
        return memory != null
                && language.get() != EditorLanguage.MARKDOWN
                && source.hasPlainLineEnds();
    }

    /// Returns the blocks of the whole text, in plain offsets.
    List<Fold> blocks() {
        if (!canFold()) {
            return List.of();
        }
        var code = colours.currentWhole();
        var text = source.plain();
        boolean isKnown = code != null && code.text().equals(text);
        return Blocks.in(
                text,
                language.get().commentStart(),
                at -> isKnown && Objects.requireNonNull(code).styleAt(at) == TokenStyle.STRING);
    }

    // ---- what a person asks for

    /// Folds the innermost blocks around the carets.
    void foldAtCarets() {
        var blocks = blocks();
        var text = source.plain();
        var chosen = new ArrayList<Fold>();
        for (var range : carets.carets().all()) {
            Blocks.around(blocks, source.folds(), text, source.folds().toWhole(range.caret()))
                    .ifPresent(chosen::add);
        }
        hidden.set(source.folds().with(chosen));
        caretMoved.run();
    }

    /// Opens the blocks that begin on the lines of the carets and selections. What is folded in
    /// them stays so.
    void openOnLines() {
        var opened = onLines();
        if (!opened.isEmpty()) {
            hidden.set(source.folds().without(opened));
        }
    }

    private Collection<Fold> onLines() {
        return blocks(atEach(range -> lineStart(range.start()), range -> lineEnd(range.end())));
    }

    private static Collection<Fold> gaps(Collection<Fold> folds) {
        return folds.stream().filter(Fold::isGap).toList();
    }

    private static Collection<Fold> blocks(Collection<Fold> folds) {
        return folds.stream().filter(fold -> !fold.isGap()).toList();
    }

    /// Opens the block that begins on the caret's line, or folds the one around it.
    void toggleAtCaret() {
        if (source.folds().at(lineEnd(area.getCaretPosition())).isPresent()) {
            openOnLines();
        } else {
            foldAtCarets();
        }
    }

    void foldAll() {
        hidden.set(source.folds().with(blocks()));
        caretMoved.run();
    }

    void unfoldAll() {
        openAll();
        caretMoved.run();
    }

    /// Opens everything.
    void openAll() {
        hidden.set(Folds.NONE);
    }

    /// Folds a block, or opens it. The page stays where it is: the caret may be elsewhere.
    void toggle(Fold block) {
        composition.commit();
        if (source.folds().all().contains(block)) {
            hidden.set(source.folds().without(List.of(block)));
        } else if (blocks().contains(block)) {
            hidden.set(source.folds().with(List.of(block)));
        }
    }

    // ---- what opens by itself

    /// Opens what a key may change.
    void before(KeyEvent event) {
        if (!hidden.areSome() || !area.isEditable() || composition.isActive()) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            var typed = event.getCharacter();
            if (!typed.isEmpty() && typed.charAt(0) >= ' ') {
                hidden.open(withGapsNear(atEach(CaretRange::start, CaretRange::end)));
            }
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            switch (event.getCode()) {
                case ENTER -> hidden.open(withGapsNear(onLines()));
                case TAB -> openForTab(event);
                case BACK_SPACE -> openToDelete(event, Words::before);
                case DELETE -> openToDelete(event, Words::after);
                default -> {
                    // It moves the caret, or is a command's.
                }
            }
        }
    }

    /// In Markdown it may write a table anew.
    private void openForTab(KeyEvent event) {
        if (language.get() == EditorLanguage.MARKDOWN) {
            openAll();
        } else {
            hidden.open(movesLines(event) ? atCarets() : withGapsNear(onLines()));
        }
    }

    /// A word is deleted with a key beside; it may go on behind a gap, or end in it.
    private void openToDelete(KeyEvent event, ToIntBiFunction<String, Integer> wordBreak) {
        openToWrite();
        if (event.isShortcutDown() || event.isControlDown() || event.isAltDown()) {
            var text = area.getText();
            ToIntFunction<CaretRange> end = at -> wordBreak.applyAsInt(text, at.caret());
            hidden.open(
                    gaps(
                            atEach(
                                    at -> Math.min(at.caret(), end.applyAsInt(at)),
                                    at -> Math.max(at.caret(), end.applyAsInt(at)))));
        }
    }

    /// Lines whose indentation changes are written anew.
    private boolean movesLines(KeyEvent tab) {
        return tab.isShiftDown() || carets.carets().all().stream().anyMatch(it -> !it.isEmpty());
    }

    /// Opens what is folded on the lines of the carets and selections, and on those beside them.
    void openAtCarets() {
        if (hidden.areSome()) {
            composition.commit();
        }
        hidden.open(atCarets());
    }

    /// Opens the same blocks before text comes or goes at the carets, and of gaps in lines only
    /// those that are near them.
    void openToWrite() {
        if (hidden.areSome()) {
            composition.commit();
        }
        hidden.open(withGapsNear(blocks(atCarets())));
    }

    /// Opens the gaps that lie between two places.
    ///
    /// @return whether there are any
    boolean openGapsBetween(int from, int to) {
        var touched = source.folds().between(Math.min(from, to), Math.max(from, to));
        var between = gaps(touched);
        hidden.open(between);
        return !between.isEmpty();
    }

    private Collection<Fold> atCarets() {
        return atEach(this::lineAbove, this::lineBelow);
    }

    private Collection<Fold> withGapsNear(Collection<Fold> blocks) {
        var opened = new HashSet<>(blocks);
        int near = hidden.gaps().near();
        opened.addAll(gaps(atEach(range -> range.start() - near, range -> range.end() + near)));
        return opened;
    }

    /// Returns the folds between two places of each caret.
    private Collection<Fold> atEach(ToIntFunction<CaretRange> from, ToIntFunction<CaretRange> to) {
        var opened = new HashSet<Fold>();
        if (hidden.areSome()) {
            for (var range : carets.carets().all()) {
                opened.addAll(source.folds().between(from.applyAsInt(range), to.applyAsInt(range)));
            }
        }
        return opened;
    }

    /// Opens what moving the selection to a place touches, and returns where that place is then.
    int openToMoveTo(int position) {
        if (!hidden.areSome()) {
            return position;
        }
        int whole = source.folds().toWhole(position);
        hidden.open(source.folds().between(position - 1, position));
        openAtCarets();
        return source.folds().toShown(whole);
    }

    private int lineStart(int offset) {
        return offset - area.offsetToPosition(offset, Bias.Forward).getMinor();
    }

    private int lineEnd(int offset) {
        var position = area.offsetToPosition(offset, Bias.Forward);
        return offset - position.getMinor() + area.getParagraphLength(position.getMajor());
    }

    private int lineAbove(CaretRange range) {
        return lineStart(Math.max(0, lineStart(range.start()) - 1));
    }

    private int lineBelow(CaretRange range) {
        int end = lineEnd(range.end());
        return end == area.getLength() ? end : lineEnd(end + 1);
    }
}
