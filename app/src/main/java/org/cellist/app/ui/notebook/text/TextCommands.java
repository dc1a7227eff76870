package org.cellist.app.ui.notebook.text;

import java.util.Map;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.page.PageCommand;

/// Which commands of a page an editor does, and under which name. Immutable.
public final class TextCommands {

    /// Those of lines, carets and selections.
    public static final Map<PageCommand, TextCommand> LINES =
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

    /// Those that ask a kernel or a language server.
    public static final Map<PageCommand, TextCommand> QUESTIONS =
            Map.of(
                    PageCommand.COMPLETE, TextCommand.COMPLETE,
                    PageCommand.INSPECT, TextCommand.INSPECT,
                    PageCommand.SHOW_SIGNATURE, TextCommand.SHOW_SIGNATURE);

    /// Those that fold blocks, in an editor whose page remembers what is folded.
    public static final Map<PageCommand, TextCommand> FOLDING =
            Map.of(
                    PageCommand.FOLD, TextCommand.FOLD,
                    PageCommand.UNFOLD, TextCommand.UNFOLD,
                    PageCommand.FOLD_ALL, TextCommand.FOLD_ALL,
                    PageCommand.UNFOLD_ALL, TextCommand.UNFOLD_ALL);

    /// Those that write Markdown.
    public static final Map<PageCommand, TextCommand> MARKDOWN =
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

    private TextCommands() {}
}
