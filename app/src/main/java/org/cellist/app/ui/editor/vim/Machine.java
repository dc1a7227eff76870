package org.cellist.app.ui.editor.vim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.cellist.app.ui.editor.vim.Changes.Changed;
import org.cellist.app.ui.editor.vim.VimStep.Request;
import org.jspecify.annotations.Nullable;

/// A text that keys change, what is selected in it, and what `.` would do again.
///
/// Confined to one thread.
final class Machine {

    final Registers registers;
    final Marks marks = new Marks();
    final Motions motions = new Motions(marks);
    final CommandLine commandLine = new CommandLine();
    final List<String> pending = new ArrayList<>();
    VimMode mode = VimMode.NORMAL;
    Lines lines = new Lines("");
    int caret; // of a visual mode: the end that moves, a character that is in
    int anchor; // of a visual mode: the other end
    VimMode lastVisual = VimMode.VISUAL;
    Request request = Request.NONE;
    boolean isRepeating;
    @Nullable Change last;
    private @Nullable Insertion insertion;

    /// What is written now.
    ///
    /// @param text and `at`: where it began
    /// @param count how many times it is to be there in the end
    /// @param open what comes between: a line end with its indentation, or nothing
    private record Insertion(String text, int at, int count, String open) {

        /// Returns where in a text what was written ends; -1 where more was changed than that.
        int endIn(String now) {
            int after = text.length() - at;
            boolean isKnown =
                    now.length() >= text.length()
                            && now.startsWith(text.substring(0, at))
                            && now.endsWith(text.substring(at));
            return isKnown ? now.length() - after : -1;
        }
    }

    /// A command that `.` repeats.
    ///
    /// @param shape what was selected; null for a command of normal mode
    /// @param written what was typed then
    record Change(List<String> keys, @Nullable Shape shape, String written) {}

    /// How much was selected: so many lines, or characters.
    record Shape(boolean isLines, int count) {}

    Machine(Registers registers) {
        this.registers = registers;
    }

    void reset() {
        mode = VimMode.NORMAL;
        pending.clear();
        marks.clear();
        commandLine.close();
        insertion = null;
    }

    /// Returns the keys of a command that is not complete, and the command line.
    String begun() {
        return commandLine.isOpen() ? commandLine.shown() : String.join("", pending);
    }

    void select(VimMode selecting) {
        anchor = caret;
        mode = selecting;
    }

    /// Selects what was selected last; nothing if there was nothing.
    void selectAgain() {
        var from = marks.get(Marks.SELECTED_FROM);
        var to = marks.get(Marks.SELECTED_TO);
        if (from != null && to != null) {
            anchor = lines.onLine(from);
            caret = lines.onLine(to);
            mode = lastVisual;
        }
    }

    /// @param times how often lines are moved sideways
    void apply(String operator, char register, Range range, int times) {
        var changes = new Changes(lines);
        switch (operator) {
            case "d" -> {
                registers.put(register, new Register(changes.taken(range), range.isLines()));
                take(changes.delete(range));
            }
            case "c" -> {
                registers.put(register, new Register(changes.taken(range), range.isLines()));
                var cleared = changes.clear(range);
                take(cleared);
                insert(cleared.caret(), 1);
            }
            case "y" -> {
                registers.put(register, new Register(changes.taken(range), range.isLines()));
                yanked(range);
            }
            case ">" -> take(changes.indent(range, times));
            case "<" -> take(changes.outdent(range, times));
            case "gU" -> take(changes.eachCharacter(range, Character::toUpperCase));
            case "gu" -> take(changes.eachCharacter(range, Character::toLowerCase));
            case "g~" -> take(changes.eachCharacter(range, Changes::otherCase));
            default -> throw new IllegalArgumentException("no operator " + operator);
        }
    }

    /// The caret goes up to where the text begins, never down.
    private void yanked(Range range) {
        if (!range.isLines()) {
            caret = lines.onLine(range.start());
        } else if (range.start() < lines.start(caret)) {
            caret = lines.inColumn(lines.index(range.start()), caret - lines.start(caret));
        }
    }

    void take(Changed changed) {
        lines = new Lines(changed.text());
        caret = changed.caret();
        if (mode != VimMode.INSERT) {
            caret = lines.onLine(caret);
        }
    }

    // ---- writing

    void insert(int at, int count) {
        insert(at, count, "");
    }

    void insert(int at, int count, String open) {
        remember("i", null);
        mode = VimMode.INSERT;
        caret = at;
        insertion = new Insertion(lines.text(), at, count, open);
    }

    /// Other parts of the text are shown than before, while something is written or not.
    ///
    /// @param before what was shown
    /// @param now what is shown
    void shown(String before, String now, IntUnaryOperator moved) {
        marks.move(moved);
        anchor = moved.applyAsInt(anchor);
        caret = moved.applyAsInt(caret);
        var begun = insertion;
        if (begun != null) {
            int end = begun.endIn(before);
            int at = moved.applyAsInt(begun.at());
            var rest = end < 0 ? "" : now.substring(0, at) + now.substring(moved.applyAsInt(end));
            insertion = end < 0 ? null : new Insertion(rest, at, begun.count(), begun.open());
        }
    }

    /// What was written is what stands between the two parts that were there before. Returns it.
    String leaveInsert() {
        var written = "";
        var begun = insertion;
        insertion = null;
        mode = VimMode.NORMAL;
        int end = begun == null ? -1 : begun.endIn(lines.text());
        if (begun != null && end >= 0) {
            written = lines.text().substring(begun.at(), end);
            written(written, end, begun);
        }
        caret = caret > lines.start(caret) ? lines.previous(caret) : caret;
        return written;
    }

    private void written(String written, int end, Insertion begun) {
        var more = (begun.open() + written).repeat(begun.count() - 1);
        if (!more.isEmpty() && caret == end) {
            var text = lines.text().substring(0, end) + more + lines.text().substring(end);
            lines = new Lines(text);
            caret = end + more.length();
        }
        var change = last;
        if (change != null && !isRepeating) {
            last = new Change(change.keys(), change.shape(), written);
        }
    }

    /// Remembers what `.` does, but for what changes nothing.
    void remember(String operator, @Nullable Shape shape) {
        boolean isNew = !isRepeating && !operator.equals("y") && !pending.isEmpty();
        if (isNew) {
            last = new Change(List.copyOf(pending), shape, "");
        }
    }
}
