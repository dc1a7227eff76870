package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellType;
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

/// Running the lines that are selected, on a kernel that the test plays.
@Tag("ui")
@ExtendWith(FxExtension.class)
class RunLinesUiTest {

    private final FakeChannels kernel = new FakeChannels();
    private final KernelClient client = FakeClients.of(kernel);
    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        page =
                new PageFixture(
                        fx,
                        List.of(
                                NewNotebook.cell(CellType.CODE, "if a:\n    b\n\n    c"),
                                NewNotebook.cell(CellType.MARKDOWN, "words")));
        fx.run(() -> page.session.kernel().queue().setClient(client));
    }

    @AfterEach
    void close() {
        page.close();
        client.close();
    }

    @Test
    void theLineOfTheCaretRunsAndTheCaretGoesOnPastBlankLines() throws Exception {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.DOWN);

        page.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);

        assertEquals("b", code());
        page.type("x");
        assertEquals("if a:\n    b\n\n    xc", page.source(0));
    }

    @Test
    void whatIsSelectedRunsAndStaysSelected() throws Exception {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.DOWN);
        page.press(KeyCode.SHIFT, KeyCode.DOWN);
        page.press(KeyCode.SHIFT, KeyCode.DOWN);
        page.press(KeyCode.SHIFT, KeyCode.END);

        page.press(KeyCode.F9);

        assertEquals("b\n\nc", code());
        page.type("d");
        assertEquals("if a:\nd", page.source(0));
    }

    @Test
    void withoutATextThatIsEditedNothingRuns() {
        page.fx.run(() -> page.page.perform(PageCommand.RUN_LINES));

        assertTrue(page.fx.call(() -> page.session.kernel().queue().isIdle()));
    }

    private String code() throws InterruptedException {
        var request = kernel.sent("execute_request");
        return String.valueOf(request.message().content().object().string("code"));
    }
}
