package org.cellist.app.ui.output;

import org.cellist.app.ui.theme.StyleSheets;

/// The style sheet of outputs and formatted text. Immutable.
public final class OutputSheet {

    private OutputSheet() {}

    /// Returns its address, for [org.cellist.app.ui.theme.Look].
    public static String address() {
        return StyleSheets.in(OutputSheet.class, "output.css");
    }
}
