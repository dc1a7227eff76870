package org.cellist.app.ui.editor.caret;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// The carets of an area beside its own. What is done at all of them is one edit.
///
/// The area's own caret is the newest one; it is the one that the view follows, and the one that
/// is left when there are no others any more.
///
/// Confined to the JavaFX Application Thread.
public final class SeveralCarets {

    private final CodeTextArea area;
    private final Consumer<Runnable> asOneEdit;
    private final Consumer<List<CaretRange>> painted;
    private final List<Change> made = new ArrayList<>();
    private List<CaretRange> others = List.of();
    private boolean acting;

    /// Where they came to by Up and Down, and the columns they come from.
    private List<CaretRange> wandered = List.of();

    private List<Integer> columns = List.of();

    /// @param asOneEdit runs something whose changes of the area are told as one edit
    /// @param painted takes the carets to paint, in order, whenever they are others
    public SeveralCarets(
            CodeTextArea area, Consumer<Runnable> asOneEdit, Consumer<List<CaretRange>> painted) {
        this.area = area;
        this.asOneEdit = asOneEdit;
        this.painted = painted;
        area.plainTextChanges().subscribe(this::textChanged);
    }

    /// Returns whether there are more than the area's own.
    public boolean areSeveral() {
        return !others.isEmpty();
    }

    /// Leaves the area's own caret alone.
    public void leaveOne() {
        setOthers(List.of());
    }

    /// Returns all of them.
    public Carets carets() {
        var ranges = new ArrayList<>(others);
        ranges.add(own());
        return Carets.of(ranges, ranges.size() - 1);
    }

    private CaretRange own() {
        return new CaretRange(area.getAnchor(), area.getCaretPosition());
    }

    private void setOthers(List<CaretRange> now) {
        if (!now.isEmpty() || areSeveral()) {
            others = List.copyOf(now);
            painted.accept(others);
        }
    }

    /// Carets stay with the text around them, whoever changes it.
    private void textChanged(PlainTextChange change) {
        if (acting) {
            made.add(Change.of(change));
        } else if (!others.isEmpty()) {
            var told = Change.of(change);
            setOthers(others.stream().map(range -> range.after(told)).toList());
        }
    }

    /// Runs something that shows other parts of the text than before, and puts each caret where
    /// its place is shown then.
    ///
    /// @param moved returns where a place is shown afterwards
    public void across(Runnable change, IntUnaryOperator moved) {
        var before = carets();
        acting = true;
        try {
            change.run();
        } finally {
            acting = false;
        }
        show(before.by(moved));
    }

    // ---- doing something at each

    /// Does the same at each of them, as one edit. The action finds the area's own caret there.
    public void atEach(Runnable action) {
        asOne(
                now -> {
                    for (int i = now.size() - 1; i >= 0; i--) {
                        doAt(i, now, action);
                    }
                });
    }

    /// Does the same to the lines of each of them, as one edit; once for a line that several are
    /// on.
    ///
    /// @param upwards whether the first lines come first, as they do who move up
    public void atLines(Runnable action, boolean upwards) {
        asOne(
                now -> {
                    var blocks = blocks(now);
                    for (var block : upwards ? blocks : blocks.reversed()) {
                        if (block.isOne()) {
                            doAt(block.first, now, action);
                        } else {
                            doAt(block, now, action);
                        }
                    }
                });
    }

    private void asOne(Consumer<List<CaretRange>> work) {
        asOneEdit.accept(
                () -> {
                    var carets = carets();
                    var now = new ArrayList<>(carets.all());
                    acting = true;
                    try {
                        work.accept(now);
                    } finally {
                        acting = false;
                    }
                    show(Carets.of(now, carets.main()));
                });
    }

    private void doAt(int index, List<CaretRange> now, Runnable action) {
        doAt(now.get(index), now, action);
        now.set(index, own());
    }

    /// Lines that move take all of their carets along.
    private void doAt(Block block, List<CaretRange> now, Runnable action) {
        var whole = now.get(block.first).joined(now.get(block.last));
        var inside = List.copyOf(now.subList(block.first, block.last + 1));
        doAt(whole, now, action);
        int moved = own().start() - whole.start();
        if (own().end() - whole.end() == moved) {
            for (int i = block.first; i <= block.last; i++) {
                var range = inside.get(i - block.first);
                now.set(i, new CaretRange(range.anchor() + moved, range.caret() + moved));
            }
        }
    }

    private void doAt(CaretRange range, List<CaretRange> now, Runnable action) {
        select(range);
        area.getCaretSelectionBind().clearTargetOffset();
        made.clear();
        action.run();
        for (var change : made) {
            now.replaceAll(each -> each.after(change));
        }
    }

    /// Puts them there, in place of those there were.
    public void show(Carets carets) {
        setOthers(carets.others());
        select(carets.own());
    }

    private void select(CaretRange range) {
        area.selectRange(range.anchor(), range.caret());
    }

    private List<Block> blocks(List<CaretRange> ranges) {
        var blocks = new ArrayList<Block>();
        int lastLine = -1;
        for (int i = 0; i < ranges.size(); i++) {
            boolean joins = line(ranges.get(i).start()) <= lastLine;
            blocks.add(new Block(joins ? blocks.removeLast().first : i, i));
            lastLine = line(ranges.get(i).end());
        }
        return blocks;
    }

    private int line(int offset) {
        return area.offsetToPosition(offset, Bias.Forward).getMajor();
    }

    /// Carets, from the first to the last, that share lines. Immutable.
    private record Block(int first, int last) {

        boolean isOne() {
            return first == last;
        }
    }

    /// Puts a text in place of what the others select; the area's own has it already.
    public void replaceOthers(String text) {
        var now = new ArrayList<>(others);
        now.add(own());
        acting = true;
        try {
            for (int i = now.size() - 2; i >= 0; i--) {
                doAt(i, now, () -> area.replaceSelection(text));
            }
        } finally {
            acting = false;
        }
        show(Carets.of(now, now.size() - 1));
    }

    /// Moves each of them to the line above or below, in the column it came from; to the start of
    /// the first line and to the end of the last one.
    ///
    /// @param selects whether what lies between is selected
    void wander(boolean up, boolean selects) {
        var carets = carets();
        var from = carets.all().equals(wandered) ? columns : columns(carets.all());
        var now = new ArrayList<CaretRange>();
        for (int i = 0; i < from.size(); i++) {
            var range = carets.all().get(i);
            int caret = onNextLine(line(range.caret()), from.get(i), up);
            now.add(new CaretRange(selects ? range.anchor() : caret, caret));
        }
        show(Carets.of(now, carets.main()));
        wandered = List.copyOf(now);
        columns = from;
        area.requestFollowCaret();
    }

    private List<Integer> columns(List<CaretRange> ranges) {
        var found = new ArrayList<Integer>();
        for (var range : ranges) {
            var place = area.offsetToPosition(range.caret(), Bias.Forward);
            found.add(Columns.at(area.getText(place.getMajor()), place.getMinor()));
        }
        return found;
    }

    private int onNextLine(int line, int column, boolean up) {
        int next = line + (up ? -1 : 1);
        if (next < 0) {
            return 0;
        }
        return next == area.getParagraphs().size()
                ? area.getLength()
                : area.getAbsolutePosition(next, Columns.index(area.getText(next), column));
    }

    /// Returns whether lines take several rows, of which only the area knows.
    boolean areWrapped() {
        return area.isWrapText();
    }

    // ---- making them

    /// Puts the area's caret there and leaves another where it was; takes one away that is there.
    void toggle(int offset) {
        var carets = carets();
        var all = new ArrayList<>(carets.all());
        boolean isTaken = all.remove(CaretRange.at(offset));
        if (!isTaken) {
            all.add(CaretRange.at(offset));
        }
        if (!all.isEmpty()) {
            show(Carets.of(all, all.size() - 1));
        }
    }

    /// Selects a rectangle, of columns as they are seen.
    ///
    /// @param fromLine where it was begun; the area's caret comes to the other corner
    void selectColumns(int fromLine, int fromColumn, int toLine, int toColumn) {
        int first = Math.min(fromLine, toLine);
        var lines = new ArrayList<String>();
        for (int line = first; line <= Math.max(fromLine, toLine); line++) {
            lines.add(area.getText(line));
        }
        var ranges =
                Columns.within(lines, area.getAbsolutePosition(first, 0), fromColumn, toColumn);
        show(Carets.of(ranges, toLine < fromLine ? 0 : ranges.size() - 1));
    }

    /// Adds a caret on the line above the first of them, or below the last, in the column of the
    /// caret at the other end.
    public void addOnNextLine(boolean above) {
        var all = new ArrayList<>(carets().all());
        var from = above ? all.getLast() : all.getFirst();
        int line = line((above ? all.getFirst() : all.getLast()).caret()) + (above ? -1 : 1);
        if (line < 0 || line >= area.getParagraphs().size()) {
            return;
        }
        int column = columns(List.of(from)).getFirst();
        int index = Columns.index(area.getText(line), column);
        all.add(CaretRange.at(area.getAbsolutePosition(line, index)));
        show(Carets.of(all, all.size() - 1));
    }

    /// Selects the next place of the selected text too; first the words at the carets where
    /// nothing is selected.
    public void selectNextOccurrence() {
        if (selectWords()) {
            return;
        }
        var all = new ArrayList<>(carets().all());
        var occurrences = new Occurrences(area.getText(), own());
        occurrences
                .next(own().end(), all)
                .ifPresent(
                        found -> {
                            all.add(found);
                            show(Carets.of(all, all.size() - 1));
                        });
    }

    /// Selects every place of the selected text, or of the word at the caret.
    public void selectAllOccurrences() {
        selectWords();
        var own = own();
        var found = new Occurrences(area.getText(), own).all();
        if (!own.isEmpty() && !found.isEmpty()) {
            int main = 0;
            while (main < found.size() - 1 && found.get(main).start() < own.start()) {
                main++;
            }
            show(Carets.of(found, main));
        }
    }

    /// Selects the words at the carets, if one of them selects nothing.
    ///
    /// @return whether something was to be done
    private boolean selectWords() {
        var carets = carets();
        if (carets.all().stream().noneMatch(CaretRange::isEmpty)) {
            return false;
        }
        var text = area.getText();
        var words = new ArrayList<CaretRange>();
        for (var range : carets.all()) {
            words.add(range.isEmpty() ? Occurrences.wordAt(text, range.caret()) : range);
        }
        show(Carets.of(words, carets.main()));
        return true;
    }

    // ---- the clipboard

    /// Returns what is selected at each of them, one line each; empty when nothing is.
    public String selectedText() {
        var texts = new ArrayList<String>();
        boolean isNothing = true;
        for (var range : carets().all()) {
            texts.add(area.getText(range.start(), range.end()));
            isNothing &= range.isEmpty();
        }
        return isNothing ? "" : String.join("\n", texts);
    }

    /// Puts as many lines as there are carets one at each, and any other text at all of them.
    public void replaceSelections(String text) {
        var lines = text.lines().toList();
        boolean isOneEach = lines.size() == carets().all().size();
        replaceEach(index -> isOneEach ? lines.get(index) : text);
    }

    /// Returns whether something is selected at each of them.
    boolean selectSomething() {
        return carets().all().stream().noneMatch(CaretRange::isEmpty);
    }

    /// Replaces what they select in one change of the area: a thousand cost little more than one.
    private void replaceEach(IntFunction<String> texts) {
        asOne(
                now -> {
                    var changes = area.createMultiChange(now.size());
                    for (int i = now.size() - 1; i >= 0; i--) {
                        var range = now.get(i);
                        changes.replaceTextAbsolutely(range.start(), range.end(), texts.apply(i));
                    }
                    changes.commit();
                    made.clear();
                    int shift = 0;
                    for (int i = 0; i < now.size(); i++) {
                        var range = now.get(i);
                        int length = texts.apply(i).length();
                        now.set(i, CaretRange.at(range.start() + shift + length));
                        shift += length - (range.end() - range.start());
                    }
                });
    }
}
