package org.cellist.app.ui.editor;

import java.util.function.BooleanSupplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.cellist.app.ui.editor.typing.PasteNote;
import org.cellist.app.ui.editor.typing.PastedText;
import org.jspecify.annotations.Nullable;

/// Copies, cuts and pastes in an area that may have several carets, and hidden parts.
///
/// Confined to the JavaFX Application Thread.
final class AreaClipboard {

    private final EditorArea area;
    private BooleanSupplier pasting = () -> false;

    AreaClipboard(EditorArea area) {
        this.area = area;
    }

    /// Sets who is asked before text is pasted; true says that it was dealt with.
    void setPasting(BooleanSupplier pasting) {
        this.pasting = pasting;
    }

    /// @param plainly as RichTextFX does it
    void paste(Runnable plainly) {
        area.openToWrite();
        if (pasting.getAsBoolean()) {
            return;
        }
        var text = Clipboard.getSystemClipboard().getString();
        var pasted = text == null ? new PastedText("", 0) : PastedText.of(text);
        var several = area.several();
        if (several != null && text != null) {
            several.replaceSelections(pasted.text());
        } else if (pasted.removed() > 0) {
            area.replaceSelection(pasted.text());
        } else {
            plainly.run();
        }
        if (pasted.removed() > 0) {
            PasteNote.show(area, pasted.removed());
        }
    }

    /// @param hidden null while the area is being made
    /// @param plainly as RichTextFX does it
    void copy(@Nullable HiddenParts hidden, Runnable plainly) {
        var several = area.several();
        if (several != null) {
            area.openToWrite();
            put(several.selectedText());
        } else if (hidden != null && hidden.areSome()) {
            put(hidden.selectedText());
        } else {
            plainly.run();
        }
    }

    private static void put(String text) {
        if (!text.isEmpty()) {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    /// @param plainly as RichTextFX does it
    void cut(Runnable plainly) {
        area.openToWrite();
        var several = area.several();
        if (several == null) {
            plainly.run();
        } else {
            area.copy();
            several.atEach(() -> area.replaceSelection(""));
        }
    }
}
