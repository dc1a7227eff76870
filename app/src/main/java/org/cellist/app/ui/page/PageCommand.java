package org.cellist.app.ui.page;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a person can do on the page of a notebook. Immutable.
///
/// The name of each is `command.` and its [#id] in the texts, and its id in maps of keys.
public enum PageCommand {
    /// Runs the selected cells and stays.
    RUN("run.stay"),
    /// Runs the selected cells and selects the next one; adds a cell at the end.
    RUN_AND_ADVANCE("run.advance"),
    /// Runs the selected cells and inserts a code cell below.
    RUN_AND_INSERT("run.insert"),
    RUN_ALL("run.all"),
    /// Runs every cell before the first selected one.
    RUN_BEFORE("run.before"),
    /// Runs the first selected cell and every cell after it.
    RUN_AFTER("run.after"),
    /// Runs what is selected in a cell's code, or the line of the caret.
    RUN_LINES("run.lines"),
    INTERRUPT("kernel.interrupt"),

    INSERT_CODE_ABOVE("cell.code.above"),
    INSERT_CODE_BELOW("cell.code.below"),
    INSERT_TEXT_ABOVE("cell.text.above"),
    INSERT_TEXT_BELOW("cell.text.below"),
    CUT("cell.cut"),
    COPY("cell.copy"),
    PASTE_BELOW("cell.paste"),
    PASTE_ABOVE("cell.paste.above"),
    DUPLICATE_BELOW("cell.duplicate"),
    DUPLICATE_ABOVE("cell.duplicate.above"),
    MOVE_UP("cell.up"),
    MOVE_DOWN("cell.down"),
    /// Cuts the cell that is edited in two at its caret.
    SPLIT("cell.split"),
    /// Makes one cell of the selected ones, or of the selected one and the one below.
    MERGE("cell.merge"),
    REMOVE("cell.remove"),
    TO_CODE("cell.tocode"),
    TO_TEXT("cell.totext"),
    TO_RAW("cell.toraw"),
    /// Hides the code of those with a form, or shows it.
    TOGGLE_FORM_CODE("cell.form"),
    /// Collapses the source of code cells, or shows it.
    TOGGLE_SOURCE("cell.collapse"),
    HEADING_1("cell.heading1"),
    HEADING_2("cell.heading2"),
    HEADING_3("cell.heading3"),
    HEADING_4("cell.heading4"),
    HEADING_5("cell.heading5"),
    HEADING_6("cell.heading6"),
    /// Lets a person edit the tags of the selected cells, and their part in slides.
    EDIT_TAGS("cell.tags"),
    /// Opens the metadata of the cell that has the keys as JSON.
    EDIT_METADATA("cell.metadata"),
    EDIT_NOTEBOOK_METADATA("file.metadata"),
    /// Lets the selected cells begin a slide.
    SLIDE("slide.slide"),
    SUBSLIDE("slide.subslide"),
    FRAGMENT("slide.fragment"),
    SKIP("slide.skip"),
    NOTES("slide.notes"),
    /// The selected cells play no part of their own in slides.
    NO_SLIDE("slide.none"),
    /// Lays the code of the selected cells out by ruff or black.
    FORMAT("format.cell"),
    FORMAT_ALL("format.all"),
    CLEAR_OUTPUTS("output.clear"),
    CLEAR_ALL_OUTPUTS("output.clear.all"),
    /// Collapses the outputs of code cells, or shows them.
    TOGGLE_OUTPUTS("output.collapse"),
    COLLAPSE_ALL_OUTPUTS("output.collapse.all"),
    EXPAND_ALL_OUTPUTS("output.expand.all"),
    /// Limits the height of outputs, or shows them in full.
    LIMIT_OUTPUTS("output.scroll"),

    TOGGLE_SECTION("section.toggle"),
    /// Collapses the section that the selected cell is in; if it is collapsed, the one around it.
    COLLAPSE_SECTION("section.collapse"),
    EXPAND_SECTION("section.expand"),
    COLLAPSE_ALL_SECTIONS("section.collapse.all"),
    EXPAND_ALL_SECTIONS("section.expand.all"),
    RUN_SECTION("section.run"),
    MOVE_SECTION_UP("section.up"),
    MOVE_SECTION_DOWN("section.down"),

    /// Opens the bar to look for text.
    FIND("find.open"),
    /// Opens the bar to replace text.
    REPLACE("find.replace"),
    FIND_NEXT("find.next"),
    FIND_PREVIOUS("find.previous"),

    UNDO("edit.undo"),
    REDO("edit.redo"),
    /// Gives keys to the text of the selected cell.
    EDIT("edit.start"),
    /// Takes keys from a text or an output.
    LEAVE("edit.leave"),

    SELECT_PREVIOUS("select.previous"),
    SELECT_NEXT("select.next"),
    EXTEND_PREVIOUS("select.extend.previous"),
    EXTEND_NEXT("select.extend.next"),
    SELECT_FIRST("select.first"),
    SELECT_LAST("select.last"),
    EXTEND_FIRST("select.extend.first"),
    EXTEND_LAST("select.extend.last"),
    SELECT_ALL("select.all"),
    /// Takes keys to the cell above, and leaves selected what is.
    WALK_PREVIOUS("select.walk.previous"),
    WALK_NEXT("select.walk.next"),
    /// Adds the cell that keys go to, or takes it from those selected.
    TOGGLE_SELECTED("select.toggle"),
    PAGE_UP("view.pageup"),
    PAGE_DOWN("view.pagedown"),
    /// Shows Markdown formatted, delimited text as a table, or the text again.
    OTHER_LOOK("view.look"),

    /// Makes the selected lines comments, or code again if all of them are.
    TOGGLE_COMMENT("text.comment"),
    MOVE_LINES_UP("text.lines.up"),
    MOVE_LINES_DOWN("text.lines.down"),
    DUPLICATE_LINES("text.lines.duplicate"),
    REMOVE_LINES("text.lines.remove"),
    INDENT("text.indent"),
    OUTDENT("text.outdent"),
    /// Adds a caret on the line above the first one.
    ADD_CARET_ABOVE("text.caret.above"),
    /// Adds a caret on the line below the last one.
    ADD_CARET_BELOW("text.caret.below"),
    /// Selects the next place of the selected text too.
    SELECT_NEXT_OCCURRENCE("text.occurrence.next"),
    /// Selects every place of the selected text.
    SELECT_ALL_OCCURRENCES("text.occurrence.all"),
    /// Shows how the name at the caret may go on.
    COMPLETE("text.complete"),
    /// Shows what stands at the caret.
    INSPECT("text.inspect"),
    /// Shows the signature of the call around the caret.
    SHOW_SIGNATURE("text.signature"),
    /// Hides the block around the caret but for its first line.
    FOLD("text.fold"),
    UNFOLD("text.unfold"),
    /// Hides all blocks of the cell but for their first lines.
    FOLD_ALL("text.fold.all"),
    UNFOLD_ALL("text.unfold.all"),
    /// Goes to where the name at the caret is defined.
    GO_TO_DEFINITION("text.definition"),
    /// Gives the name at the caret another one in all cells.
    RENAME("text.rename"),
    /// Goes to the next place where a language server finds something wrong.
    NEXT_PROBLEM("problem.next"),
    PREVIOUS_PROBLEM("problem.previous"),

    /// Makes the selected lines headings of the next level.
    MARKDOWN_HEADING("markdown.heading"),
    MARKDOWN_BOLD("markdown.bold"),
    MARKDOWN_ITALIC("markdown.italic"),
    MARKDOWN_CODE("markdown.code"),
    MARKDOWN_MATHS("markdown.maths"),
    MARKDOWN_LINK("markdown.link"),
    MARKDOWN_IMAGE("markdown.image"),
    MARKDOWN_BULLETS("markdown.bullets"),
    MARKDOWN_NUMBERS("markdown.numbers"),
    MARKDOWN_QUOTATION("markdown.quotation"),
    MARKDOWN_TABLE("markdown.table"),
    /// Gives the columns of the table at the caret one width each.
    MARKDOWN_TABLE_FORMAT("markdown.table.format");

    private static final Map<String, PageCommand> BY_ID =
            Stream.of(values()).collect(Collectors.toMap(PageCommand::id, Function.identity()));

    private final String id;

    PageCommand(String id) {
        this.id = id;
    }

    /// Returns its name in texts and maps of keys, which never changes.
    public String id() {
        return id;
    }

    /// Returns the command of that name.
    public static Optional<PageCommand> named(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
