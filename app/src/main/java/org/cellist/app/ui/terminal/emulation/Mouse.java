package org.cellist.app.ui.terminal.emulation;

/// What the mouse does. Immutable.
public enum Mouse {
    PRESSED,
    RELEASED,
    DRAGGED,
    MOVED;

    static final int DOWN = 4;
    static final int UP = 5;
    static final int ARROW_UP = 0x26;
    static final int ARROW_DOWN = 0x28;
}
