package org.cellist.app.ui.editor;

import org.cellist.app.ui.editor.caret.SeveralCarets;

/// The parts of an editor that together know its text: the source, what the area shows of it, in
/// which colours, what is being composed, and where the carets are.
///
/// Confined to the JavaFX Application Thread.
record EditedText(
        EditorArea area,
        SourceText source,
        HighlightView colours,
        Composition composition,
        SeveralCarets carets) {}
