package org.cellist.app.ui.editor.vim;

import java.util.Optional;

/// What is typed after a colon.
///
/// Confined to one thread.
final class CommandLine {

    private final StringBuilder typed = new StringBuilder();
    private boolean isOpen;

    boolean isOpen() {
        return isOpen;
    }

    void open() {
        typed.setLength(0);
        isOpen = true;
    }

    void close() {
        isOpen = false;
    }

    String shown() {
        return ":" + typed;
    }

    /// Takes a key; returns the command once it is complete.
    Optional<String> press(String key) {
        switch (key) {
            case "<CR>" -> {
                isOpen = false;
                return Optional.of(typed.toString().strip());
            }
            case "<BS>" -> {
                isOpen = !typed.isEmpty();
                typed.setLength(Math.max(0, typed.length() - 1));
            }
            case "<Esc>", "<C-[>", "<C-c>" -> isOpen = false;
            default -> typed.append(key.length() == 1 ? key : "");
        }
        return Optional.empty();
    }
}
