package org.cellist.app.ui.editor.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/// The blocks of a text that are folded, and the gaps in its very long lines. Immutable.
///
/// Offsets of the *whole* text and of the text as *shown*, without what is folded, lead to each
/// other. The end of a line whose block is folded is one shown place: it stands for the place
/// before the hidden text, so that nothing is ever put behind it by accident.
///
/// Blocks that are folded inside of a folded one are hidden with it, and are folds of their own
/// once that is opened.
public final class Folds {

    public static final Folds NONE = new Folds(List.of(), List.of());

    private final List<Fold> all;
    private final List<Fold> inner; // each in one of those, the outer ones first
    private final int[] hidden; // units that the folds before each hide, and all of them
    private final int[] lines; // lines, likewise

    private Folds(List<Fold> all, List<Fold> inner) {
        this.all = List.copyOf(all);
        this.inner = List.copyOf(inner);
        hidden = new int[all.size() + 1];
        lines = new int[all.size() + 1];
        for (int i = 0; i < all.size(); i++) {
            hidden[i + 1] = hidden[i] + all.get(i).length();
            lines[i + 1] = lines[i] + all.get(i).lines();
        }
    }

    /// Folds blocks; one that lies in another is hidden with it.
    public static Folds of(Collection<Fold> blocks) {
        var sorted = new ArrayList<>(blocks);
        sorted.sort(
                Comparator.comparingInt(Fold::start)
                        .thenComparing(Comparator.comparingInt(Fold::end).reversed()));
        var outer = new ArrayList<Fold>();
        var inner = new ArrayList<Fold>();
        for (var block : sorted) {
            if (outer.isEmpty() || outer.getLast().end() < block.start()) {
                outer.add(block);
            } else if (block.isIn(outer.getLast()) && !block.equals(outer.getLast())) {
                inner.add(block);
            }
        }
        return outer.isEmpty() ? NONE : new Folds(outer, inner.stream().distinct().toList());
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// Returns the folds in the order of the text, without those that lie in others. None touches
    /// another.
    public List<Fold> all() {
        return all;
    }

    /// Returns the folds, and those that lie in them.
    List<Fold> withInner() {
        return Stream.concat(all.stream(), inner.stream()).toList();
    }

    /// Returns the folds that are blocks, and those in them; without the gaps in lines.
    public Folds blocks() {
        var blocks = withInner().stream().filter(fold -> !fold.isGap()).toList();
        return blocks.size() == all.size() + inner.size() ? this : of(blocks);
    }

    /// Returns the same blocks with those gaps in lines.
    public Folds withGaps(Collection<Fold> gaps) {
        return blocks().with(gaps);
    }

    /// Returns how many lines are hidden.
    public int hiddenLines() {
        return lines[all.size()];
    }

    /// Returns how many lines are hidden before a shown place.
    public int hiddenLinesBefore(int shown) {
        return lines[foldsBefore(shown)];
    }

    /// Returns which place of the whole text a shown one is.
    public int toWhole(int shown) {
        return shown + hidden[foldsBefore(shown)];
    }

    /// Returns where a place of the whole text is shown; a hidden one at the end of its block's
    /// first line.
    public int toShown(int whole) {
        int ended = count(i -> all.get(i).end(), whole + 1);
        boolean isHidden = ended < all.size() && all.get(ended).start() < whole;
        return (isHidden ? all.get(ended).start() : whole) - hidden[ended];
    }

    /// Returns the fold of the line that ends at a shown place.
    public Optional<Fold> at(int shown) {
        int index = foldsBefore(shown);
        return index < all.size() && placeOf(index) == shown
                ? Optional.of(all.get(index))
                : Optional.empty();
    }

    /// Returns the folds whose shown places lie between two of them, or at one.
    public List<Fold> between(int shownFrom, int shownTo) {
        return all.subList(
                foldsBefore(shownFrom), Math.max(foldsBefore(shownFrom), foldsBefore(shownTo + 1)));
    }

    /// Returns the folds that a range of the whole text has a part of, or touches.
    public List<Fold> touching(int from, int to) {
        return all.stream().filter(fold -> fold.start() <= to && fold.end() >= from).toList();
    }

    /// Returns the folds that hide a part of a range of the whole text, those in others too; of an
    /// empty one, its place.
    public List<Fold> hiding(int from, int to) {
        return withInner().stream()
                .filter(fold -> fold.end() >= from && fold.start() < to)
                .toList();
    }

    public Folds with(Collection<Fold> blocks) {
        var more = new ArrayList<>(withInner());
        more.addAll(blocks);
        return of(more);
    }

    /// Opens folds; what is folded in them stays so.
    public Folds without(Collection<Fold> opened) {
        return of(withInner().stream().filter(fold -> !opened.contains(fold)).toList());
    }

    /// Opens folds with all that is folded in them, so that nothing there is hidden.
    public Folds withoutAllIn(Collection<Fold> opened) {
        return of(
                withInner().stream()
                        .filter(fold -> opened.stream().noneMatch(fold::isIn))
                        .toList());
    }

    /// Returns the folds after a change of the whole text. One that the change goes into is open,
    /// with all in it.
    public Folds after(int start, int removed, int inserted) {
        var kept = new ArrayList<Fold>();
        for (var fold : all) {
            var here = Stream.concat(Stream.of(fold), inner.stream().filter(it -> it.isIn(fold)));
            if (start + removed <= fold.start()) {
                here.map(it -> it.movedBy(inserted - removed)).forEach(kept::add);
            } else if (start >= fold.end()) {
                here.forEach(kept::add);
            }
        }
        return of(kept);
    }

    /// Returns whether all folds lie in a text of that length.
    public boolean fitsIn(int length) {
        return isEmpty() || all.getLast().end() <= length;
    }

    /// Returns where the shown parts of a text begin and end, in order.
    ///
    /// @param length of the whole text
    public int[] shownParts(int length) {
        var bounds = new int[2 * all.size() + 2];
        for (int i = 0; i < all.size(); i++) {
            bounds[2 * i + 1] = all.get(i).start();
            bounds[2 * i + 2] = all.get(i).end();
        }
        bounds[bounds.length - 1] = length;
        return bounds;
    }

    /// Leaves the hidden parts out of a text.
    public String shown(String whole) {
        if (isEmpty()) {
            return whole;
        }
        var shown = new StringBuilder(whole.length());
        var bounds = shownParts(whole.length());
        for (int i = 0; i < bounds.length; i += 2) {
            shown.append(whole, bounds[i], bounds[i + 1]);
        }
        return shown.toString();
    }

    private int placeOf(int index) {
        return all.get(index).start() - hidden[index];
    }

    private int foldsBefore(int shown) {
        return count(this::placeOf, shown);
    }

    /// Returns of how many folds, in order, a value is below the limit.
    private int count(IntUnaryOperator value, int limit) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value.applyAsInt(middle) < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Folds that && all.equals(that.all) && inner.equals(that.inner);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return withInner().toString();
    }
}
