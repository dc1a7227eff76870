package org.cellist.app.ui.notebook.plain;

import java.util.EnumMap;
import java.util.Map;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.storage.FileKind;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.notebook.text.TextCommands;
import org.cellist.app.ui.page.PageCommand;
import org.jspecify.annotations.Nullable;

/// What each command does in the page of a text.
///
/// Confined to the JavaFX Application Thread.
final class PlainCommands {

    private final Map<PageCommand, Runnable> actions = new EnumMap<>(PageCommand.class);
    private final PlainSource source;

    PlainCommands(
            NotebookSession session, PlainSource source, PlainPage page, @Nullable PlainHelp help) {
        this.source = source;
        if (page.isTooLong()) {
            return;
        }
        TextCommands.LINES.forEach(this::addText);
        if (session.file().kind() == FileKind.MARKDOWN) {
            TextCommands.MARKDOWN.forEach(this::addText);
        }
        actions.put(PageCommand.UNDO, () -> session.store().undo().ifPresent(page::show));
        actions.put(PageCommand.REDO, () -> session.store().redo().ifPresent(page::show));
        actions.put(PageCommand.FIND, page::find);
        actions.put(PageCommand.REPLACE, page::replace);
        actions.put(PageCommand.FIND_NEXT, () -> page.goToMatch(1));
        actions.put(PageCommand.FIND_PREVIOUS, () -> page.goToMatch(-1));
        if (help != null) {
            TextCommands.QUESTIONS.forEach(this::addText);
            actions.put(PageCommand.GO_TO_DEFINITION, help::goToDefinition);
            actions.put(PageCommand.RENAME, help::rename);
            actions.put(PageCommand.NEXT_PROBLEM, () -> help.goToProblem(1));
            actions.put(PageCommand.PREVIOUS_PROBLEM, () -> help.goToProblem(-1));
        }
        if (page.hasOtherLook()) {
            actions.put(PageCommand.OTHER_LOOK, page::toggleLook);
        }
    }

    private void addText(PageCommand command, TextCommand change) {
        actions.put(command, () -> source.editor().perform(change));
    }

    boolean can(PageCommand command) {
        return actions.containsKey(command);
    }

    void perform(PageCommand command) {
        var action = actions.get(command);
        if (action != null) {
            action.run();
        }
    }
}
