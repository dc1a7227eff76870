package org.cellist.app.ui.terminal;

import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.InputMethodTextRun;
import org.cellist.app.ui.terminal.emulation.Emulation;

/// Input methods in a terminal: what they compose stands at the cursor, what they commit is typed.
/// A syllable that is left half done is typed as it is.
///
/// Confined to the JavaFX Application Thread.
final class TerminalInput implements InputMethodRequests {

    private final TerminalScreen screen;
    private final Emulation emulation;
    private String composed = "";

    TerminalInput(TerminalScreen screen, Emulation emulation) {
        this.screen = screen;
        this.emulation = emulation;
    }

    void install() {
        screen.setInputMethodRequests(this);
        screen.setOnInputMethodTextChanged(this::changed);
        screen.focusedProperty()
                .subscribe(
                        hasKeys -> {
                            if (!hasKeys && !composed.isEmpty()) {
                                emulation.type(composed);
                                show("");
                            }
                        });
    }

    private void changed(InputMethodEvent event) {
        if (!event.getCommitted().isEmpty()) {
            emulation.type(event.getCommitted());
        }
        show(
                event.getComposed().stream()
                        .map(InputMethodTextRun::getText)
                        .collect(Collectors.joining()));
        event.consume();
    }

    private void show(String text) {
        composed = text;
        screen.compose(text);
    }

    @Override
    public Point2D getTextLocation(int offset) {
        return screen.localToScreen(screen.belowCursor());
    }

    @Override
    public int getLocationOffset(int x, int y) {
        return 0;
    }

    @Override
    public void cancelLatestCommittedText() {}

    @Override
    public String getSelectedText() {
        return "";
    }
}
