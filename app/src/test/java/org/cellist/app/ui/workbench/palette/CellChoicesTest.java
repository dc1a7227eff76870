package org.cellist.app.ui.workbench.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.text.Texts;
import org.junit.jupiter.api.Test;

class CellChoicesTest {

    private final Cell text = NewNotebook.cell(CellType.MARKDOWN, "# Top\n\nWords\n\n## Inner");
    private final Cell plain = NewNotebook.cell(CellType.MARKDOWN, "\nJust words");
    private final Cell code =
            ((CodeCell) NewNotebook.cell(CellType.CODE, "\nimport numpy\nx = 1"))
                    .withOutputs(12, CellOutputs.NONE);
    private final Cell form = NewNotebook.cell(CellType.CODE, "#@title Settings\na = 1 #@param");
    private final Cell empty = NewNotebook.cell(CellType.CODE, "");
    private final List<CellId> gone = new ArrayList<>();
    private final PaletteViewModel model =
            new PaletteViewModel(
                    CellChoices.of(
                            NewNotebook.empty().withCells(List.of(text, plain, code, form, empty)),
                            Texts.of("workbench", Locale.ENGLISH),
                            gone::add),
                    List.of());

    @Test
    void cellsAreNamedByHeadingsTitlesOrFirstLinesInTheirOrder() {
        assertEquals(
                List.of("Top", "Inner", "Just words", "import numpy", "Settings", "Empty"),
                shown());
    }

    @Test
    void aCellIsFoundByTheNumberInItsPromptAndGoneTo() {
        model.queryProperty().set("12");

        assertEquals(List.of("import numpy"), shown());
        model.selected().orElseThrow().action().run();
        assertEquals(List.of(code.id()), gone);
    }

    private List<String> shown() {
        return model.rowsProperty().get().stream().map(row -> row.choice().name()).toList();
    }
}
