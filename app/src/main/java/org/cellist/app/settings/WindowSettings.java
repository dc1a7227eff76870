package org.cellist.app.settings;

import org.jspecify.annotations.Nullable;

/// What the window shows and does unasked. Immutable.
///
/// @param language an IETF language tag, null for the system's language
/// @param lineNumbers whether code cells show line numbers
/// @param suggestsUnasked whether completions come while somebody types
/// @param textPreview whether Markdown that is edited is shown rendered, too
/// @param sidePane whether the side pane is open
/// @param kernelsAtClose what becomes of kernels when their notebooks are closed
/// @param unusedKernels when kernels end that nobody uses
public record WindowSettings(
        @Nullable String language,
        boolean lineNumbers,
        boolean suggestsUnasked,
        boolean textPreview,
        boolean sidePane,
        KernelsAtClose kernelsAtClose,
        UnusedKernels unusedKernels) {

    /// What holds before anything was chosen.
    public static final WindowSettings DEFAULT =
            new WindowSettings(
                    null, false, true, true, true, KernelsAtClose.ASK, UnusedKernels.DAY);
}
