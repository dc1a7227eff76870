package org.cellist.app.ui.editor.vim;

import org.cellist.app.ui.editor.vim.Changes.Changed;
import org.cellist.app.ui.editor.vim.Keys.Read;
import org.cellist.app.ui.editor.vim.Machine.Shape;
import org.cellist.app.ui.editor.vim.Motions.Kind;

/// What keys do in the visual modes.
///
/// Confined to one thread.
record VisualCommands(Machine machine) {

    void perform(Read.Command command) {
        var name = command.name();
        switch (name) {
            case "v", "V" -> {
                var wanted = name.equals("v") ? VimMode.VISUAL : VimMode.VISUAL_LINE;
                machine.mode = machine.mode == wanted ? VimMode.NORMAL : wanted;
                if (machine.mode == VimMode.NORMAL) {
                    machine.caret = machine.lines.onLine(machine.caret); // `$` goes beyond it
                }
            }
            case "o", "O" -> {
                int other = machine.anchor;
                machine.anchor = machine.caret;
                machine.caret = other;
            }
            case "d", "x", "<Del>" -> onSelection(command, "d", false);
            case "D", "X" -> onSelection(command, "d", true);
            case "c", "s" -> onSelection(command, "c", false);
            case "C", "S", "R" -> onSelection(command, "c", true);
            case "y" -> onSelection(command, "y", false);
            case "Y" -> onSelection(command, "y", true);
            case ">", "<" -> onSelection(command, name, true);
            case "U", "gU" -> onSelection(command, "gU", false);
            case "u", "gu" -> onSelection(command, "gu", false);
            case "~", "g~" -> onSelection(command, "g~", false);
            case "p", "P" -> putOver(command);
            case "J", "gJ" -> joinSelected(name.equals("J"));
            case ":" -> machine.commandLine.open();
            default -> extend(command);
        }
    }

    private Range selected(boolean wholeLines) {
        if (wholeLines || machine.mode == VimMode.VISUAL_LINE) {
            return Range.lines(machine.lines, machine.anchor, machine.caret);
        }
        int start = Math.min(machine.anchor, machine.caret);
        return new Range(start, machine.lines.next(Math.max(machine.anchor, machine.caret)), false);
    }

    private Shape shape(Range range) {
        int rows = machine.lines.index(range.end()) - machine.lines.index(range.start()) + 1;
        return new Shape(range.isLines(), range.isLines() ? rows : range.end() - range.start());
    }

    private void onSelection(Read.Command command, String operator, boolean wholeLines) {
        var range = selected(wholeLines);
        machine.remember(operator, shape(range));
        machine.mode = VimMode.NORMAL;
        machine.caret = range.start();
        boolean wasRepeating = machine.isRepeating;
        machine.isRepeating = true; // what follows is a part of it
        machine.apply(operator, command.register(), range, Math.max(1, command.count()));
        machine.isRepeating = wasRepeating;
    }

    private void putOver(Read.Command command) {
        var register = machine.registers.get(command.register());
        var range = selected(false);
        var changes = new Changes(machine.lines);
        var taken = new Register(changes.taken(range), range.isLines());
        machine.mode = VimMode.NORMAL;
        var text = register.text();
        boolean splits = register.isLines() && !range.isLines();
        var put = splits ? "\n" + text + "\n" : text;
        var whole =
                machine.lines.text().substring(0, range.start())
                        + put
                        + machine.lines.text().substring(range.end());
        int end = range.start() + Math.max(0, put.length() - 1);
        machine.take(new Changed(whole, register.isLines() ? range.start() : end));
        machine.registers.put(Registers.USUAL, taken);
    }

    private void joinSelected(boolean withSpaces) {
        int first = Math.min(machine.anchor, machine.caret);
        int lastLine = Math.max(machine.anchor, machine.caret);
        machine.remember("J", shape(Range.lines(machine.lines, machine.anchor, machine.caret)));
        machine.mode = VimMode.NORMAL;
        machine.take(new Changes(machine.lines).join(first, lastLine, withSpaces));
    }

    private void extend(Read.Command command) {
        var name = command.name();
        boolean isObject = name.length() == 2 && (name.charAt(0) == 'i' || name.charAt(0) == 'a');
        if (isObject) {
            int count = Math.max(1, command.count());
            var range =
                    new TextObjects(machine.lines)
                            .of(name.charAt(1), name.charAt(0) == 'i', machine.caret, count);
            if (range != null && range.end() > range.start()) {
                machine.anchor = range.start();
                machine.caret = machine.lines.previous(range.end());
                machine.mode = range.isLines() ? VimMode.VISUAL_LINE : machine.mode;
            }
        } else if (name.length() > 1 && name.charAt(0) == 'r') {
            var range = selected(false);
            machine.remember("r", shape(range));
            machine.mode = VimMode.NORMAL;
            int by = name.codePointAt(1);
            machine.take(new Changes(machine.lines).eachCharacter(range, _ -> by));
        } else {
            var move = machine.motions.of(name, machine.lines, machine.caret, command.count());
            boolean isEnd = move != null && move.kind() != Kind.LINES && name.equals("$");
            machine.caret =
                    move == null
                            ? machine.caret
                            : isEnd
                                    ? machine.lines.end(move.to())
                                    : machine.lines.onLine(move.to());
        }
    }
}
