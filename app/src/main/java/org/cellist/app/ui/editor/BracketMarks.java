package org.cellist.app.ui.editor;

import org.cellist.app.ui.editor.highlight.BracketMatch;

/// Marks the bracket beside the caret and its partner.
///
/// Strings and comments are known by their colours. So while somebody types nothing is looked for:
/// the colours of the new text come in a moment, and the look follows them. A partner that is
/// folded away is not missing.
///
/// Confined to the JavaFX Application Thread.
final class BracketMarks {

    private final EditorArea area;
    private final HighlightView colours;
    private final BehindText behind;

    BracketMarks(EditorArea area, HighlightView colours, BehindText behind) {
        this.area = area;
        this.colours = colours;
        this.behind = behind;
        colours.setColoured(this::look);
        area.caretPositionProperty().addListener((_, _, _) -> look());
        area.focusedProperty().addListener((_, _, _) -> look());
        area.plainTextChanges().subscribe(_ -> behind.showBrackets(null));
    }

    private void look() {
        var code = colours.current();
        behind.showBrackets(
                code != null && code.text().length() == area.getLength() && area.isFocused()
                        ? BracketMatch.at(code, area.getCaretPosition())
                                .filter(match -> match.partner() >= 0 || !colours.isPartHidden())
                                .orElse(null)
                        : null);
    }
}
