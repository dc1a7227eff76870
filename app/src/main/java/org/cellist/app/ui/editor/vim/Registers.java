package org.cellist.app.ui.editor.vim;

import java.util.HashMap;
import java.util.Map;

/// What was deleted and yanked, by the names of registers, and what was recorded; shared by all
/// texts of a page.
///
/// Confined to one thread.
public final class Registers {

    static final char USUAL = '"';
    private static final char NOWHERE = '_';

    private final Map<Character, Register> held = new HashMap<>();
    private final Macros macros = new Macros();

    Macros macros() {
        return macros;
    }

    Register get(char name) {
        return held.getOrDefault(Character.toLowerCase(name), Register.EMPTY);
    }

    /// An upper-case name adds to what is there.
    void put(char name, Register register) {
        if (name == NOWHERE) {
            return;
        }
        var before = get(name);
        var now =
                Character.isUpperCase(name)
                        ? new Register(
                                before.text() + (register.isLines() ? "\n" : "") + register.text(),
                                before.isLines() || register.isLines())
                        : register;
        held.put(Character.toLowerCase(name), now);
        held.put(USUAL, now);
    }
}
