package org.cellist.app.ui.editor;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import org.cellist.app.ui.editor.caret.SeveralCarets;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.markdown.MarkdownCommands;
import org.cellist.app.ui.editor.typing.LineCommands;

/// What each [TextCommand] does to an area; at each caret where there are several.
///
/// Confined to the JavaFX Application Thread.
final class EditorCommands {

    private final EditorArea area;
    private final Supplier<EditorLanguage> language;
    private final AssistedSource assisted;
    private final SeveralCarets carets;
    private final Folding folding;
    private final LineCommands lines;

    EditorCommands(
            EditorArea area,
            Supplier<EditorLanguage> language,
            AssistedSource assisted,
            SeveralCarets carets,
            Folding folding) {
        this.area = area;
        this.language = language;
        this.assisted = assisted;
        this.carets = carets;
        this.folding = folding;
        this.lines = new LineCommands(area, language);
    }

    void perform(TextCommand command) {
        switch (command) {
            case TOGGLE_COMMENT -> lines(lines::toggleComment);
            case MOVE_LINES_UP -> atLines(lines::moveUp, true);
            case MOVE_LINES_DOWN -> lines(lines::moveDown);
            case DUPLICATE_LINES -> lines(lines::duplicate);
            case REMOVE_LINES -> lines(lines::remove);
            case INDENT -> lines(lines::indent);
            case OUTDENT -> lines(lines::outdent);
            case ADD_CARET_ABOVE -> carets(() -> carets.addOnNextLine(true));
            case ADD_CARET_BELOW -> carets(() -> carets.addOnNextLine(false));
            case SELECT_NEXT_OCCURRENCE -> everywhere(carets::selectNextOccurrence);
            case SELECT_ALL_OCCURRENCES -> everywhere(carets::selectAllOccurrences);
            case COMPLETE -> assisted.complete();
            case INSPECT -> assisted.inspect();
            case SHOW_SIGNATURE -> assisted.showSignature();
            case FOLD -> folding.foldAtCarets();
            case UNFOLD -> folding.openOnLines();
            case FOLD_ALL -> folding.foldAll();
            case UNFOLD_ALL -> folding.unfoldAll();
            case HEADING -> markdown(MarkdownCommands::heading);
            case BOLD -> markdown(MarkdownCommands::bold);
            case ITALIC -> markdown(MarkdownCommands::italic);
            case CODE -> markdown(MarkdownCommands::code);
            case MATHS -> markdown(MarkdownCommands::maths);
            case LINK -> markdown(MarkdownCommands::link);
            case IMAGE -> markdown(MarkdownCommands::image);
            case BULLETS -> markdown(MarkdownCommands::bullets);
            case NUMBERS -> markdown(MarkdownCommands::numbers);
            case QUOTATION -> markdown(MarkdownCommands::quotation);
            case TABLE -> markdown(MarkdownCommands::insertTable);
            case FORMAT_TABLE -> markdown(MarkdownCommands::formatTable);
        }
        area.requestFollowCaret();
    }

    /// What helps at one caret does not at several.
    private void carets(Runnable command) {
        assisted.leave();
        command.run();
    }

    /// What is changed at every place must be seen at every place.
    private void everywhere(Runnable command) {
        folding.openAll();
        carets(command);
    }

    private void lines(Runnable command) {
        atLines(command, false);
    }

    private void atLines(Runnable command, boolean upwards) {
        folding.openAtCarets();
        if (carets.areSeveral()) {
            carets.atLines(command, upwards);
        } else {
            command.run();
        }
    }

    private void markdown(Consumer<MarkdownCommands> command) {
        if (language.get() == EditorLanguage.MARKDOWN) {
            folding.openAll(); // a table may be written anew as a whole
            lines(() -> command.accept(new MarkdownCommands(area)));
        }
    }

    /// An address that is pasted over words of Markdown makes a link of them.
    boolean pastesLink() {
        var pasted = Clipboard.getSystemClipboard().getString();
        return language.get() == EditorLanguage.MARKDOWN
                && area.isEditable()
                && pasted != null
                && !carets.areSeveral()
                && new MarkdownCommands(area).pasteLink(pasted);
    }
}
