package org.cellist.app.ui.terminal.emulation;

import com.techsenger.jeditermfx.core.TerminalDisplay;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.model.JediTerminal;
import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import org.jspecify.annotations.Nullable;

/// The emulator's terminal, which keeps the addresses that programs put under their letters: its
/// own way of doing so forgets them at the next colour.
///
/// Confined to the emulator's thread.
final class LinkingTerminal extends JediTerminal {

    private static final int LONGEST = 2048;

    private @Nullable String address; // under what is written now

    LinkingTerminal(TerminalDisplay display, TerminalTextBuffer buffer, StyleState style) {
        super(display, buffer, style);
    }

    @Override
    public void setLinkUriStarted(String uri) {
        address = uri.length() > LONGEST ? null : uri;
        characterAttributes(plain());
    }

    @Override
    public void setLinkUriFinished() {
        address = null;
        characterAttributes(plain());
    }

    /// What is written from now on looks so.
    @Override
    public void characterAttributes(TextStyle look) {
        super.characterAttributes(address == null ? look : new LinkedStyle(look, address));
    }

    @Override
    public void reset(boolean clearsEarlierLines) {
        address = null;
        super.reset(clearsEarlierLines);
    }

    private TextStyle plain() {
        return getStyleState().getCurrent().toBuilder().build();
    }
}
