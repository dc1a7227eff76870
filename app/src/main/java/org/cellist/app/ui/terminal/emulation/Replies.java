package org.cellist.app.ui.terminal.emulation;

import com.techsenger.jeditermfx.core.TerminalOutputStream;

/// What the emulator answers to programs that ask the terminal. Not to questions that come once
/// more: their answers would be taken for what a person types.
///
/// Confined to the emulator's thread.
final class Replies implements TerminalOutputStream {

    private final Typing typing;
    private boolean isMute;

    Replies(Typing typing) {
        this.typing = typing;
    }

    void setMute(boolean wanted) {
        isMute = wanted;
    }

    @Override
    public void sendBytes(byte[] bytes, boolean userInput) {
        if (!isMute) {
            typing.send(bytes);
        }
    }

    @Override
    public void sendString(String text, boolean userInput) {
        if (!isMute) {
            typing.send(text);
        }
    }
}
