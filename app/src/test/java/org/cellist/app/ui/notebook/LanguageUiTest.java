package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.cellist.app.language.LanguageState;
import org.cellist.app.language.PlayedServer;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.page.PageProblems;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Problems under the code, definitions and other names, on a page with a played server.
@Tag("ui")
@ExtendWith(FxExtension.class)
class LanguageUiTest {

    private Fx fx;
    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        this.fx = fx;
        page =
                new PageFixture(
                        fx,
                        TestSessions.unsaved(
                                List.of(
                                        NewNotebook.cell(CellType.CODE, "rooms = 1"),
                                        NewNotebook.cell(CellType.CODE, "print(rooms, wrong)"))),
                        new PlayedServer());
        fx.run(() -> page.session.kernel().choose(PlayedServer.kernelspec("python")));
        fx.await(
                "the server", () -> page.session.language().state() instanceof LanguageState.Ready);
        fx.await("problems", () -> page.page.problemsProperty().get().errors() == 1);
        fx.settle();
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void aProblemIsUnderlinedUntilItIsGone() {
        assertEquals(List.of("wrong"), marked());

        fx.run(() -> page.page.showText(id(1), 13, 18));
        page.type("rooms");

        assertEquals(List.of(), marked());
        fx.await("no problems", () -> page.page.problemsProperty().get().equals(PageProblems.NONE));
    }

    @Test
    void f8SelectsTheProblemAndSaysWhatItIs() {
        page.press(KeyCode.F8);
        page.type("rooms");

        assertEquals("print(rooms, rooms)", page.source(1));
    }

    @Test
    void f8SaysWhatIsWrong() {
        page.press(KeyCode.F8);

        assertEquals("Problem 1 of 1: this is wrong", note());
    }

    @Test
    void f12GoesToTheCellWithTheDefinition() {
        fx.run(() -> page.page.showText(id(1), 8, 8));
        page.press(KeyCode.F12);
        fx.await("the definition", () -> page.page.selectionProperty().get().index() == 0);
        fx.settle();

        page.type("halls");

        assertEquals("halls = 1", page.source(0));
    }

    @Test
    void f2GivesTheNameAnotherOneInAllCellsAndKeysComeBack() {
        fx.run(() -> page.page.showText(id(1), 8, 8));

        page.press(KeyCode.F2);
        page.type("halls");
        page.press(KeyCode.ENTER);
        fx.await(
                "the new name",
                () ->
                        page.session
                                .store()
                                .notebook()
                                .cells()
                                .getFirst()
                                .source()
                                .equals("halls = 1"));
        fx.settle();

        assertEquals(List.of("halls = 1", "print(halls, wrong)"), page.sources());
        page.press(KeyCode.END);
        page.type("x");
        assertEquals("print(halls, wrong)x", page.source(1));
        fx.run(() -> page.page.perform(PageCommand.UNDO));
        fx.run(() -> page.page.perform(PageCommand.UNDO));
        assertEquals(List.of("rooms = 1", "print(rooms, wrong)"), page.sources());
    }

    @Test
    void escapeLeavesTheNameAsItIs() {
        fx.run(() -> page.page.showText(id(1), 8, 8));

        page.press(KeyCode.F2);
        page.type("halls");
        page.press(KeyCode.ESCAPE);

        assertEquals(List.of("rooms = 1", "print(rooms, wrong)"), page.sources());
        assertTrue(fx.call(() -> page.page.view().lookup(".rename-field")) == null);
        assertFalse(page.isInCommandMode());
    }

    private CellId id(int cell) {
        return page.session.store().notebook().cells().get(cell).id();
    }

    private List<String> marked() {
        return page.within(1, "problem-error").map(Text.class::cast).map(Text::getText).toList();
    }

    private String note() {
        return fx.call(() -> ((Label) page.page.view().lookup(".note-text")).getText());
    }
}
