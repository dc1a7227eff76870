package org.cellist.app.ui.notebook.plain;

import java.util.EnumMap;
import java.util.Map;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.storage.FileKind;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.page.PageCommand;
import org.jspecify.annotations.Nullable;

/// What each command does in the page of a text.
///
/// Confined to the JavaFX Application Thread.
final class PlainCommands {

    private static final Map<PageCommand, TextCommand> LINES =
            Map.ofEntries(
                    Map.entry(PageCommand.TOGGLE_COMMENT, TextCommand.TOGGLE_COMMENT),
                    Map.entry(PageCommand.MOVE_LINES_UP, TextCommand.MOVE_LINES_UP),
                    Map.entry(PageCommand.MOVE_LINES_DOWN, TextCommand.MOVE_LINES_DOWN),
                    Map.entry(PageCommand.DUPLICATE_LINES, TextCommand.DUPLICATE_LINES),
                    Map.entry(PageCommand.REMOVE_LINES, TextCommand.REMOVE_LINES),
                    Map.entry(PageCommand.INDENT, TextCommand.INDENT),
                    Map.entry(PageCommand.OUTDENT, TextCommand.OUTDENT),
                    Map.entry(PageCommand.ADD_CARET_ABOVE, TextCommand.ADD_CARET_ABOVE),
                    Map.entry(PageCommand.ADD_CARET_BELOW, TextCommand.ADD_CARET_BELOW),
                    Map.entry(
                            PageCommand.SELECT_NEXT_OCCURRENCE, TextCommand.SELECT_NEXT_OCCURRENCE),
                    Map.entry(
                            PageCommand.SELECT_ALL_OCCURRENCES,
                            TextCommand.SELECT_ALL_OCCURRENCES));

    private static final Map<PageCommand, TextCommand> MARKDOWN =
            Map.ofEntries(
                    Map.entry(PageCommand.MARKDOWN_HEADING, TextCommand.HEADING),
                    Map.entry(PageCommand.MARKDOWN_BOLD, TextCommand.BOLD),
                    Map.entry(PageCommand.MARKDOWN_ITALIC, TextCommand.ITALIC),
                    Map.entry(PageCommand.MARKDOWN_CODE, TextCommand.CODE),
                    Map.entry(PageCommand.MARKDOWN_MATHS, TextCommand.MATHS),
                    Map.entry(PageCommand.MARKDOWN_LINK, TextCommand.LINK),
                    Map.entry(PageCommand.MARKDOWN_IMAGE, TextCommand.IMAGE),
                    Map.entry(PageCommand.MARKDOWN_BULLETS, TextCommand.BULLETS),
                    Map.entry(PageCommand.MARKDOWN_NUMBERS, TextCommand.NUMBERS),
                    Map.entry(PageCommand.MARKDOWN_QUOTATION, TextCommand.QUOTATION),
                    Map.entry(PageCommand.MARKDOWN_TABLE, TextCommand.TABLE),
                    Map.entry(PageCommand.MARKDOWN_TABLE_FORMAT, TextCommand.FORMAT_TABLE));

    private final Map<PageCommand, Runnable> actions = new EnumMap<>(PageCommand.class);
    private final PlainSource source;

    PlainCommands(
            NotebookSession session, PlainSource source, PlainPage page, @Nullable PlainHelp help) {
        this.source = source;
        if (page.isTooLong()) {
            return;
        }
        LINES.forEach(this::addText);
        if (session.file().kind() == FileKind.MARKDOWN) {
            MARKDOWN.forEach(this::addText);
        }
        actions.put(PageCommand.UNDO, () -> session.store().undo().ifPresent(page::show));
        actions.put(PageCommand.REDO, () -> session.store().redo().ifPresent(page::show));
        actions.put(PageCommand.FIND, page::find);
        actions.put(PageCommand.REPLACE, page::replace);
        actions.put(PageCommand.FIND_NEXT, () -> page.goToMatch(1));
        actions.put(PageCommand.FIND_PREVIOUS, () -> page.goToMatch(-1));
        if (help != null) {
            addText(PageCommand.INSPECT, TextCommand.INSPECT);
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
