package org.cellist.app.ui.editor.text;

/// Whether an area changes without a person's doing, so that nobody is told.
///
/// Confined to the JavaFX Application Thread.
public final class Silence {

    private boolean isKept;

    /// Returns whether a change is nobody's doing now.
    public boolean isKept() {
        return isKept;
    }

    /// Makes a change of which nobody is told.
    public void during(Runnable change) {
        boolean before = isKept;
        isKept = true;
        try {
            change.run();
        } finally {
            isKept = before;
        }
    }
}
