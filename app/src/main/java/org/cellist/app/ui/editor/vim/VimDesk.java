package org.cellist.app.ui.editor.vim;

import org.cellist.app.ui.keys.VimChoice;

/// What the editors of a window share for Vim's keys. Immutable.
///
/// @param registers what was deleted and yanked, in whatever cell
public record VimDesk(VimChoice choice, Registers registers) {

    public VimDesk(VimChoice choice) {
        this(choice, new Registers());
    }
}
