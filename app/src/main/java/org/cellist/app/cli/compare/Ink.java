package org.cellist.app.cli.compare;

/// Colours of a terminal, or none. Immutable.
///
/// @param isColoured whether to use any
record Ink(boolean isColoured) {

    private static final String RESET = "\u001b[0m";

    /// What a text is. Immutable.
    enum Role {
        TITLE("\u001b[1;36m"),
        PLACE("\u001b[36m"),
        FILE("\u001b[1m"),
        REMOVED("\u001b[31m"),
        ADDED("\u001b[32m"),
        KEPT("");

        private final String code;

        Role(String code) {
            this.code = code;
        }
    }

    String paint(Role role, String text) {
        return isColoured && !role.code.isEmpty() && !text.isEmpty()
                ? role.code + text + RESET
                : text;
    }

    /// Paints a word that changed within a line.
    String emphasise(Role role, String text) {
        return isColoured ? role.code + "\u001b[7m" + text + RESET : text;
    }
}
