package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import javafx.scene.input.KeyCode;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.kernel.channel.FakeChannels;
import org.cellist.kernel.client.FakeClients;
import org.cellist.kernel.client.KernelClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Blocks that are folded in the cells of a page.
@Tag("ui")
@ExtendWith(FxExtension.class)
class FoldedCellsUiTest {

    private static final String CODE = "if a:\n    b\n    c\nd";

    private final FakeChannels kernel = new FakeChannels();
    private final KernelClient client = FakeClients.of(kernel);
    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        var cells = new ArrayList<Cell>();
        cells.add(NewNotebook.cell(CellType.CODE, CODE));
        for (int i = 0; i < 60; i++) {
            cells.add(NewNotebook.cell(CellType.CODE, "x\n".repeat(10)));
        }
        page = new PageFixture(fx, cells);
        fx.run(() -> page.session.kernel().queue().setClient(client));
    }

    @AfterEach
    void close() {
        page.close();
        client.close();
    }

    @Test
    void whatIsFoldedIsSoAgainWhenItsRowComesBack() {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
        assertEquals("if a:\nd", shown());
        double height = page.row(0).getHeight();
        page.press(KeyCode.ESCAPE);

        page.fx.run(() -> page.page.perform(PageCommand.SELECT_LAST));
        page.fx.settle();
        page.fx.run(() -> page.page.perform(PageCommand.SELECT_FIRST));
        page.fx.settle();

        assertEquals("if a:\nd", shown());
        assertEquals(height, page.row(0).getHeight());
        assertEquals(CODE, page.source(0));
    }

    @Test
    void theLineOfAFoldedBlockRunsWithTheBlock() throws Exception {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);

        page.press(KeyCode.F9);

        assertEquals("if a:\n    b\n    c", code());
        page.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.CLOSE_BRACKET);
        page.type("x");
        assertEquals("if a:\n    b\n    c\nxd", page.source(0));
    }

    @Test
    void undoOpensTheBlockThatItChanges() {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.DOWN);
        page.press(KeyCode.END);
        page.type("x");
        page.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
        assertEquals("if a:\nd", shown());

        page.press(KeyCode.CONTROL, KeyCode.Z);

        assertEquals(CODE, page.source(0));
        assertEquals(CODE, shown());
    }

    private String code() throws InterruptedException {
        var request = kernel.sent("execute_request");
        return String.valueOf(request.message().content().object().string("code"));
    }

    private String shown() {
        var row = page.row(0);
        return page.fx.call(() -> ((CodeTextArea) row.lookup(".code-area")).getText());
    }
}
