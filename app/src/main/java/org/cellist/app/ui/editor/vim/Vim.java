package org.cellist.app.ui.editor.vim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.cellist.app.ui.editor.vim.Keys.Read;
import org.cellist.app.ui.editor.vim.Machine.Shape;
import org.cellist.app.ui.editor.vim.Macros.Part;
import org.cellist.app.ui.editor.vim.VimStep.Edit;
import org.cellist.app.ui.editor.vim.VimStep.Request;

/// Vim's normal and visual modes over one text.
///
/// Keys are written as in Vim's own documentation: a character is itself, others are `<Esc>`,
/// `<CR>`, `<C-r>`. In insert mode only `<Esc>` is for this machine; what is written meanwhile is
/// learnt from the text.
///
/// Confined to one thread.
public final class Vim {

    private static final int MOST_REPLAYED = 10_000;

    private final Machine machine;
    private final NormalCommands normal;
    private final VisualCommands visual;
    private final Macros macros;
    private int shownAnchor = -1;
    private int shownCaret = -1;
    private boolean knowsText; // as it is, so that what changed meanwhile can be told
    private final Deque<Part> waiting = new ArrayDeque<>(); // of macros

    public Vim(Registers registers) {
        macros = registers.macros();
        machine = new Machine(registers);
        normal = new NormalCommands(machine, this::repeat, this::replay);
        visual = new VisualCommands(machine);
    }

    public VimMode mode() {
        return machine.mode;
    }

    /// Returns the keys of a command that is not complete, and the command line, to be shown.
    public String begun() {
        return machine.begun();
    }

    /// Returns the name of the macro that is recorded now; empty for none.
    public String recording() {
        return macros.recordingName();
    }

    /// Forgets what was begun: another text is shown, or the keys went elsewhere.
    public void reset() {
        machine.reset();
        knowsText = false;
        shownAnchor = -1;
        shownCaret = -1;
    }

    /// The text shows other parts than before: what is selected stays selected.
    ///
    /// @param before what was shown
    /// @param now what is shown
    /// @param moved returns where a place is now
    public void shown(String before, String now, IntUnaryOperator moved) {
        shownAnchor = shownAnchor < 0 ? shownAnchor : moved.applyAsInt(shownAnchor);
        shownCaret = shownCaret < 0 ? shownCaret : moved.applyAsInt(shownCaret);
        knowsText = false;
        machine.shown(before, now, moved);
    }

    /// Takes a key.
    ///
    /// @param text as it is now
    /// @param from where its selection begins; the caret without one
    /// @param to where it ends, and the caret stands
    public VimStep press(String key, String text, int from, int to) {
        follow(text);
        machine.request = Request.NONE;
        adopt(from, to);
        if (machine.mode == VimMode.INSERT) {
            macros.add(new Part.Written(machine.leaveInsert()));
        } else if (key.equals("q") && macros.isRecording() && machine.begun().isEmpty()) {
            macros.end();
        } else {
            macros.add(new Part.Key(key));
            take(key);
            pressWaiting();
        }
        return step(text);
    }

    private void take(String key) {
        if (machine.commandLine.isOpen()) {
            commandLine(key);
        } else if (key.equals("<Esc>") || key.equals("<C-[>") || key.equals("<C-c>")) {
            escape();
        } else {
            machine.pending.add(key);
            run();
        }
    }

    /// Marks stay with what they are on, whoever changed the text.
    private void follow(String text) {
        var edit = knowsText ? Edit.between(machine.lines.text(), text) : null;
        if (edit != null) {
            machine.marks.follow(edit);
        }
        machine.lines = new Lines(text);
        knowsText = true;
    }

    /// Takes over where a mouse or another command has put the caret.
    private void adopt(int from, int to) {
        if (machine.mode == VimMode.INSERT || (from == to && machine.mode == VimMode.NORMAL)) {
            machine.caret = machine.mode == VimMode.INSERT ? to : machine.lines.onLine(to);
        } else if (from == to && (from != shownAnchor || to != shownCaret)) {
            machine.mode = VimMode.NORMAL;
            machine.pending.clear();
            machine.caret = machine.lines.onLine(to);
        } else if (from != shownAnchor || to != shownCaret || machine.mode == VimMode.NORMAL) {
            machine.mode = VimMode.VISUAL;
            machine.pending.clear();
            machine.anchor = from < to ? from : machine.lines.previous(from);
            machine.caret = from < to ? machine.lines.previous(to) : to;
        }
    }

    private VimStep step(String before) {
        var edit = Edit.between(before, machine.lines.text());
        if (edit != null) {
            machine.marks.follow(edit);
        }
        shownAnchor = machine.caret;
        shownCaret = machine.caret;
        if (machine.mode.isVisual()) {
            machine.marks.set(Marks.SELECTED_FROM, machine.anchor);
            machine.marks.set(Marks.SELECTED_TO, machine.caret);
            machine.lastVisual = machine.mode;
            int low = Math.min(machine.anchor, machine.caret);
            int high = Math.max(machine.anchor, machine.caret);
            boolean isLines = machine.mode == VimMode.VISUAL_LINE;
            int start = isLines ? machine.lines.start(low) : low;
            int end = isLines ? machine.lines.end(high) : machine.lines.next(high);
            shownAnchor = machine.caret >= machine.anchor ? start : end;
            shownCaret = machine.caret >= machine.anchor ? end : start;
        }
        return new VimStep(edit, shownAnchor, shownCaret, machine.request);
    }

    private void escape() {
        boolean hasBegun = !machine.pending.isEmpty() || machine.mode.isVisual();
        machine.pending.clear();
        machine.mode = VimMode.NORMAL;
        machine.caret = machine.lines.onLine(machine.caret);
        if (!hasBegun) {
            machine.request = Request.LEAVE;
        }
    }

    private void commandLine(String key) {
        var done = machine.commandLine.press(key);
        if (done.isEmpty()) {
            return;
        }
        var command = done.get();
        if (command.matches("\\d{1,9}")) {
            int line = Math.clamp(Long.parseLong(command) - 1, 0, machine.lines.count() - 1);
            machine.caret = machine.lines.firstNonBlank(machine.lines.startOf(line));
        } else if (command.equals("$")) {
            machine.caret = machine.lines.firstNonBlank(machine.lines.length());
        } else {
            machine.request =
                    switch (command) {
                        case "w", "write", "wq", "x", "wa" -> Request.SAVE;
                        case "q", "quit" -> Request.LEAVE;
                        default -> Request.NONE;
                    };
        }
    }

    private void run() {
        switch (Keys.read(machine.pending, machine.mode.isVisual())) {
            case Read.Begun _ -> {
                return;
            }
            case Read.Command command when machine.mode.isVisual() -> visual.perform(command);
            case Read.Command command when !command.operator().isEmpty() -> normal.operate(command);
            case Read.Command command -> normal.perform(command);
        }
        machine.pending.clear();
    }

    // ---- once more

    private void repeat(int count) {
        var change = machine.last;
        if (change == null) {
            return;
        }
        machine.isRepeating = true;
        machine.pending.clear();
        var shape = change.shape();
        if (shape != null) {
            selectAgain(shape);
        }
        var keys = count > 0 ? withCount(change.keys(), count) : change.keys();
        for (var key : keys) {
            machine.pending.add(key);
            run();
        }
        if (machine.mode == VimMode.INSERT) {
            write(change.written());
        }
        machine.isRepeating = false;
    }

    /// Does all of insert mode, with what was written then.
    private void write(String written) {
        var text = machine.lines.text();
        machine.lines =
                new Lines(
                        text.substring(0, machine.caret) + written + text.substring(machine.caret));
        machine.caret += written.length();
        machine.leaveInsert();
    }

    /// Puts what was recorded before what is still to be pressed: a macro may press itself.
    private void replay(char name, int count) {
        var parts = macros.of(name);
        for (int i = 0; i < Math.min(count, MOST_REPLAYED); i++) {
            for (var part : parts.reversed()) {
                waiting.addFirst(part);
            }
        }
    }

    /// Ends where somebody else has to do something, as where the text is left.
    private void pressWaiting() {
        for (int i = 0; i < MOST_REPLAYED && machine.request == Request.NONE; i++) {
            switch (waiting.poll()) {
                case null -> {
                    return;
                }
                case Part.Key(var key) -> take(key);
                case Part.Written(var text) when machine.mode == VimMode.INSERT -> write(text);
                case Part.Written _ -> {
                    // What led to it did not happen.
                }
            }
        }
        waiting.clear();
    }

    private static List<String> withCount(List<String> keys, int count) {
        var counted = new ArrayList<String>();
        String.valueOf(count).chars().mapToObj(Character::toString).forEach(counted::add);
        keys.stream().dropWhile(key -> key.matches("\\d")).forEach(counted::add);
        return counted;
    }

    private void selectAgain(Shape shape) {
        machine.anchor = machine.caret;
        machine.mode = shape.isLines() ? VimMode.VISUAL_LINE : VimMode.VISUAL;
        int line =
                Math.min(
                        machine.lines.count() - 1,
                        machine.lines.index(machine.caret) + shape.count() - 1);
        int end = Math.min(machine.lines.end(machine.caret), machine.caret + shape.count());
        machine.caret =
                shape.isLines()
                        ? machine.lines.startOf(line)
                        : Math.max(machine.caret, machine.lines.previous(end));
    }
}
