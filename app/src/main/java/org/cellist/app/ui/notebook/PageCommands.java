package org.cellist.app.ui.notebook;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.metadata.SlideType;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.session.CellSession;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.notebook.column.VirtualColumn;
import org.cellist.app.ui.notebook.language.LanguageViewModel;
import org.cellist.app.ui.notebook.layout.FormatCommands;
import org.cellist.app.ui.notebook.metadata.MetadataDesk;
import org.cellist.app.ui.notebook.part.PartCommands;
import org.cellist.app.ui.notebook.text.TextCommands;
import org.cellist.app.ui.page.PageCommand;

/// What each command of a page does.
///
/// Confined to the JavaFX Application Thread.
final class PageCommands {

    private static final int LAST = Integer.MAX_VALUE; // as far as cells go

    private final NotebookViewModel model;
    private final NotebookCommands commands;
    private final RunCommands runs;
    private final SectionCommands sections;
    private final VirtualColumn<RowKey> column;
    private final Map<PageCommand, Runnable> actions = new EnumMap<>(PageCommand.class);

    PageCommands(
            NotebookViewModel model,
            CellSession session,
            VirtualColumn<RowKey> column,
            PageFrame frame) {
        this.model = model;
        this.commands = model.commands();
        this.runs = new RunCommands(model, session.queue());
        this.sections = model.sectionCommands();
        this.column = column;
        addRuns();
        addCells();
        addTypes();
        addSections();
        addParts(model.partCommands());
        addMoves();
        addTexts();
        addFinding(frame);
        addLanguage(frame.language());
        addFormat(new FormatCommands(session, frame.notes()::set));
        addMetadata(frame.metadata());
        if (!commands.areKept()) {
            actions.remove(PageCommand.EDIT_NOTEBOOK_METADATA); // it is the notebook's
        }
    }

    boolean can(PageCommand command) {
        return actions.containsKey(command);
    }

    void perform(PageCommand command) {
        var action = actions.get(command);
        if (action == null) {
            throw new IllegalStateException("nothing is done for " + command);
        }
        action.run();
    }

    private void addRuns() {
        actions.put(PageCommand.RUN, runs::runAndStay);
        actions.put(PageCommand.RUN_AND_ADVANCE, runs::runAndAdvance);
        actions.put(PageCommand.RUN_AND_INSERT, runs::runAndInsert);
        actions.put(PageCommand.RUN_ALL, runs::runAll);
        actions.put(PageCommand.RUN_BEFORE, runs::runBefore);
        actions.put(PageCommand.RUN_AFTER, runs::runAfter);
        actions.put(PageCommand.RUN_LINES, runs::runLines);
        actions.put(PageCommand.INTERRUPT, commands::interrupt);
        actions.put(PageCommand.CLEAR_OUTPUTS, commands::clearSelectedOutputs);
        actions.put(PageCommand.CLEAR_ALL_OUTPUTS, commands::clearAllOutputs);
    }

    private void addCells() {
        var copies = model.copyCommands();
        actions.put(PageCommand.INSERT_CODE_ABOVE, () -> commands.insertAbove(CellType.CODE));
        actions.put(PageCommand.INSERT_CODE_BELOW, () -> commands.insertBelow(CellType.CODE));
        actions.put(PageCommand.INSERT_TEXT_ABOVE, () -> commands.insertAbove(CellType.MARKDOWN));
        actions.put(PageCommand.INSERT_TEXT_BELOW, () -> commands.insertBelow(CellType.MARKDOWN));
        actions.put(PageCommand.CUT, copies::cutSelected);
        actions.put(PageCommand.COPY, copies::copySelected);
        actions.put(PageCommand.PASTE_BELOW, this::paste);
        actions.put(PageCommand.PASTE_ABOVE, copies::pasteAbove);
        actions.put(PageCommand.DUPLICATE_BELOW, () -> copies.duplicateSelected(CaretEdge.BOTTOM));
        actions.put(PageCommand.DUPLICATE_ABOVE, () -> copies.duplicateSelected(CaretEdge.TOP));
        actions.put(PageCommand.MOVE_UP, () -> commands.moveSelected(-1));
        actions.put(PageCommand.MOVE_DOWN, () -> commands.moveSelected(1));
        actions.put(PageCommand.SPLIT, commands::split);
        actions.put(PageCommand.MERGE, copies::merge);
        actions.put(PageCommand.REMOVE, commands::removeSelected);
        actions.put(PageCommand.UNDO, commands::undo);
        actions.put(PageCommand.REDO, commands::redo);
    }

    private void addTypes() {
        actions.put(PageCommand.TO_CODE, () -> commands.changeSelected(CellType.CODE));
        actions.put(PageCommand.TO_TEXT, () -> commands.changeSelected(CellType.MARKDOWN));
        actions.put(PageCommand.TO_RAW, () -> commands.changeSelected(CellType.RAW));
        actions.put(PageCommand.TOGGLE_FORM_CODE, commands::toggleFormCode);
        actions.put(PageCommand.HEADING_1, () -> commands.makeHeading(1));
        actions.put(PageCommand.HEADING_2, () -> commands.makeHeading(2));
        actions.put(PageCommand.HEADING_3, () -> commands.makeHeading(3));
        actions.put(PageCommand.HEADING_4, () -> commands.makeHeading(4));
        actions.put(PageCommand.HEADING_5, () -> commands.makeHeading(5));
        actions.put(PageCommand.HEADING_6, () -> commands.makeHeading(6));
    }

    private void addFormat(FormatCommands format) {
        actions.put(PageCommand.FORMAT, () -> format(format, model.selectedWithHidden()));
        actions.put(PageCommand.FORMAT_ALL, () -> format(format, model.cells()));
    }

    private void format(FormatCommands format, List<CellId> cells) {
        var screen = model.screen();
        if (screen != null) {
            screen.commitComposition();
        }
        format.format(cells);
    }

    private void addMetadata(MetadataDesk desk) {
        actions.put(PageCommand.EDIT_TAGS, desk::editTags);
        actions.put(PageCommand.EDIT_METADATA, desk::editCell);
        actions.put(PageCommand.EDIT_NOTEBOOK_METADATA, desk::editNotebook);
        actions.put(PageCommand.SLIDE, () -> desk.setSlide(SlideType.SLIDE));
        actions.put(PageCommand.SUBSLIDE, () -> desk.setSlide(SlideType.SUBSLIDE));
        actions.put(PageCommand.FRAGMENT, () -> desk.setSlide(SlideType.FRAGMENT));
        actions.put(PageCommand.SKIP, () -> desk.setSlide(SlideType.SKIP));
        actions.put(PageCommand.NOTES, () -> desk.setSlide(SlideType.NOTES));
        actions.put(PageCommand.NO_SLIDE, () -> desk.setSlide(SlideType.NONE));
    }

    private void addFinding(PageFrame frame) {
        actions.put(PageCommand.FIND, frame::find);
        actions.put(PageCommand.REPLACE, frame::replace);
        actions.put(PageCommand.FIND_NEXT, () -> frame.goTo(1));
        actions.put(PageCommand.FIND_PREVIOUS, () -> frame.goTo(-1));
    }

    private void addLanguage(LanguageViewModel language) {
        actions.put(PageCommand.GO_TO_DEFINITION, language::goToDefinition);
        actions.put(PageCommand.RENAME, language::rename);
        actions.put(PageCommand.NEXT_PROBLEM, () -> language.goToProblem(1));
        actions.put(PageCommand.PREVIOUS_PROBLEM, () -> language.goToProblem(-1));
    }

    private void addSections() {
        actions.put(PageCommand.TOGGLE_SECTION, sections::toggle);
        actions.put(PageCommand.COLLAPSE_SECTION, sections::collapse);
        actions.put(PageCommand.EXPAND_SECTION, sections::expand);
        actions.put(PageCommand.COLLAPSE_ALL_SECTIONS, sections::collapseAll);
        actions.put(PageCommand.EXPAND_ALL_SECTIONS, sections::expandAll);
        actions.put(PageCommand.RUN_SECTION, sections::run);
        actions.put(PageCommand.MOVE_SECTION_UP, () -> sections.move(-1));
        actions.put(PageCommand.MOVE_SECTION_DOWN, () -> sections.move(1));
    }

    private void addParts(PartCommands parts) {
        actions.put(PageCommand.TOGGLE_SOURCE, parts::toggleSources);
        actions.put(PageCommand.TOGGLE_OUTPUTS, parts::toggleOutputs);
        actions.put(PageCommand.COLLAPSE_ALL_OUTPUTS, parts::collapseAllOutputs);
        actions.put(PageCommand.EXPAND_ALL_OUTPUTS, parts::expandAllOutputs);
        actions.put(PageCommand.LIMIT_OUTPUTS, parts::toggleLimits);
    }

    private void addMoves() {
        var selecting = model.selectionCommands();
        actions.put(PageCommand.SELECT_PREVIOUS, () -> selecting.step(-1, false));
        actions.put(PageCommand.SELECT_NEXT, () -> selecting.step(1, false));
        actions.put(PageCommand.EXTEND_PREVIOUS, () -> selecting.step(-1, true));
        actions.put(PageCommand.EXTEND_NEXT, () -> selecting.step(1, true));
        actions.put(PageCommand.SELECT_FIRST, () -> selecting.step(-LAST, false));
        actions.put(PageCommand.SELECT_LAST, () -> selecting.step(LAST, false));
        actions.put(PageCommand.EXTEND_FIRST, () -> selecting.step(-LAST, true));
        actions.put(PageCommand.EXTEND_LAST, () -> selecting.step(LAST, true));
        actions.put(PageCommand.SELECT_ALL, selecting::selectAll);
        actions.put(PageCommand.WALK_PREVIOUS, () -> selecting.walk(-1));
        actions.put(PageCommand.WALK_NEXT, () -> selecting.walk(1));
        actions.put(PageCommand.TOGGLE_SELECTED, selecting::toggleLead);
        actions.put(PageCommand.PAGE_UP, () -> column.scrollPage(-1));
        actions.put(PageCommand.PAGE_DOWN, () -> column.scrollPage(1));
        actions.put(PageCommand.EDIT, commands::editLead);
        actions.put(PageCommand.LEAVE, commands::leaveEditing);
    }

    private void addTexts() {
        for (var table :
                List.of(
                        TextCommands.LINES,
                        TextCommands.QUESTIONS,
                        TextCommands.FOLDING,
                        TextCommands.MARKDOWN)) {
            table.forEach((command, change) -> actions.put(command, () -> edit(change)));
        }
    }

    /// Pictures from elsewhere come into the selected text.
    private void paste() {
        var lead = model.lead();
        var screen = model.screen();
        if (lead == null || screen == null || !screen.attachPasted(lead)) {
            model.copyCommands().pasteBelow();
        }
    }

    private void edit(TextCommand command) {
        var cell = model.editing();
        var screen = model.screen();
        if (cell != null && screen != null) {
            screen.perform(cell, command);
        }
    }
}
