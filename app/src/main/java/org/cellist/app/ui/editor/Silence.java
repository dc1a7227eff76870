package org.cellist.app.ui.editor;

/// Whether an area changes without a person's doing, so that nobody is told.
///
/// Confined to the JavaFX Application Thread.
final class Silence {

    private boolean isKept;

    boolean isKept() {
        return isKept;
    }

    void during(Runnable change) {
        boolean before = isKept;
        isKept = true;
        try {
            change.run();
        } finally {
            isKept = before;
        }
    }
}
