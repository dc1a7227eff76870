package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class NewNotebookUiTest {

    @Test
    void itTakesTheFirstLetter(Fx fx) {
        try (var page = new PageFixture(fx, List.of(NewNotebook.cell(CellType.CODE, "")))) {
            page.type("a = 1");

            assertEquals(List.of("a = 1"), page.sources());
        }
    }
}
