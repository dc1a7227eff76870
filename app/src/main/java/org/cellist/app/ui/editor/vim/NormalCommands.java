package org.cellist.app.ui.editor.vim;

import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import org.cellist.app.ui.editor.vim.Changes.Changed;
import org.cellist.app.ui.editor.vim.Keys.Read;
import org.cellist.app.ui.editor.vim.VimStep.Request;
import org.jspecify.annotations.Nullable;

/// What keys do in normal mode.
///
/// Confined to one thread.
///
/// @param repeat does the last change again, so many times; 0 for as many as then
/// @param replay presses what was recorded under a name, so many times
record NormalCommands(Machine machine, IntConsumer repeat, ObjIntConsumer<Character> replay) {

    void perform(Read.Command command) {
        int count = Math.max(1, command.count());
        switch (command.name()) {
            case "i" -> machine.insert(machine.caret, count);
            case "I" -> machine.insert(machine.lines.firstNonBlankOrEnd(machine.caret), count);
            case "a" ->
                    machine.insert(
                            machine.lines.isEmpty(machine.caret)
                                    ? machine.caret
                                    : machine.lines.next(machine.caret),
                            count);
            case "A" -> machine.insert(machine.lines.end(machine.caret), count);
            case "o", "O" -> open(command.name().equals("O"), count);
            case "x", "<Del>" -> change(command, "d", "l");
            case "X" -> change(command, "d", "h");
            case "s" -> change(command, "c", "l");
            case "S" -> change(command, "c", "");
            case "D" -> change(command, "d", "$");
            case "C" -> change(command, "c", "$");
            case "Y" -> change(command, "y", "");
            case "p", "P" -> put(command, count);
            case "J", "gJ" -> join(command, count);
            case "~" -> toggle(count);
            case "u" -> machine.request = Request.UNDO;
            case "<C-r>" -> machine.request = Request.REDO;
            case "." -> repeat.accept(command.count());
            case "v" -> machine.select(VimMode.VISUAL);
            case "V" -> machine.select(VimMode.VISUAL_LINE);
            case "gv" -> machine.selectAgain();
            case ":" -> machine.commandLine.open();
            case "/", "?" -> {
                machine.motions.forgetWord();
                machine.request = Request.FIND;
            }
            default -> moveOrReplace(command, count);
        }
    }

    private void moveOrReplace(Read.Command command, int count) {
        var name = command.name();
        char named = name.length() == 2 ? name.charAt(1) : 0;
        if (name.length() > 1 && name.charAt(0) == 'r') {
            replace(name.substring(1), count);
        } else if (named != 0 && name.charAt(0) == 'm') {
            machine.marks.set(named, machine.caret);
        } else if (named != 0 && name.charAt(0) == 'q') {
            machine.registers.macros().begin(named);
        } else if (named != 0 && name.charAt(0) == '@') {
            replay.accept(named, count);
        } else if ((name.equals("n") || name.equals("N")) && !machine.motions.hasWord()) {
            machine.request = name.equals("n") ? Request.FIND_NEXT : Request.FIND_PREVIOUS;
        } else {
            move(command);
        }
    }

    private void move(Read.Command command) {
        var move =
                machine.motions.of(command.name(), machine.lines, machine.caret, command.count());
        if (move != null) {
            machine.caret = machine.lines.onLine(move.to());
            return;
        }
        switch (command.name()) {
            case "j", "<Down>", "<CR>", "+" -> machine.request = leaves(Request.LEAVE_DOWN);
            case "k", "<Up>", "-" -> machine.request = leaves(Request.LEAVE_UP);
            default -> {
                // It fails, as a bell would say.
            }
        }
    }

    private Request leaves(Request where) {
        return machine.mode == VimMode.NORMAL ? where : Request.NONE;
    }

    private void change(Read.Command command, String operator, String what) {
        operate(new Read.Command(command.register(), command.count(), operator, what));
    }

    void operate(Read.Command command) {
        var range = range(command);
        if (range != null) {
            machine.remember(command.operator(), null);
            machine.apply(command.operator(), command.register(), range, 1);
        } else if (command.operator().equals("c") && command.name().equals("l")) {
            machine.insert(machine.caret, 1); // in an empty line
        }
    }

    private @Nullable Range range(Read.Command command) {
        int count = Math.max(1, command.count());
        var what = command.name();
        if (what.isEmpty()) {
            int last =
                    Math.min(
                            machine.lines.count() - 1,
                            machine.lines.index(machine.caret) + count - 1);
            return Range.lines(machine.lines, machine.caret, machine.lines.startOf(last));
        }
        boolean isObject = what.length() == 2 && (what.charAt(0) == 'i' || what.charAt(0) == 'a');
        if (isObject) {
            boolean isInner = what.charAt(0) == 'i';
            return new TextObjects(machine.lines).of(what.charAt(1), isInner, machine.caret, count);
        }
        return new Passed(machine.lines, machine.motions)
                .by(command.operator(), what, machine.caret, command.count());
    }

    private void put(Read.Command command, int count) {
        var register = machine.registers.get(command.register());
        if (!register.text().isEmpty() || register.isLines()) {
            machine.remember(command.name(), null);
            boolean isBefore = command.name().equals("P");
            machine.take(new Changes(machine.lines).put(register, machine.caret, isBefore, count));
        }
    }

    private void join(Read.Command command, int count) {
        machine.remember(command.name(), null);
        int line = machine.lines.index(machine.caret) + Math.max(1, count - 1);
        machine.take(
                new Changes(machine.lines)
                        .join(
                                machine.caret,
                                machine.lines.startOf(line),
                                command.name().equals("J")));
    }

    private void toggle(int count) {
        machine.remember("~", null);
        int end = machine.caret;
        for (int i = 0; i < count && end < machine.lines.end(machine.caret); i++) {
            end = machine.lines.next(end);
        }
        machine.take(
                new Changes(machine.lines)
                        .eachCharacter(new Range(machine.caret, end, false), Changes::otherCase));
        machine.caret = machine.lines.onLine(end);
    }

    private void replace(String by, int count) {
        int end = machine.caret;
        for (int i = 0; i < count && end < machine.lines.end(machine.caret); i++) {
            end = machine.lines.next(end);
        }
        boolean isEnough = machine.lines.text().codePointCount(machine.caret, end) == count;
        var put = by.equals("<CR>") ? "\n" : by;
        if (!isEnough || (by.length() > 2 && !by.equals("<CR>"))) {
            return;
        }
        machine.remember("r", null);
        var text = machine.lines.text().substring(0, machine.caret) + put.repeat(count);
        machine.take(
                new Changed(
                        text + machine.lines.text().substring(end), text.length() - put.length()));
    }

    private void open(boolean isAbove, int count) {
        machine.remember("o", null);
        var indent = machine.lines.indent(machine.caret);
        machine.mode = VimMode.INSERT;
        machine.take(new Changes(machine.lines).open(machine.caret, isAbove));
        machine.insert(machine.caret, count, "\n" + indent);
    }
}
