package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.cellist.app.language.LanguageState;
import org.cellist.app.language.PlayedServer;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.page.PageProblems;
import org.cellist.app.ui.page.PageSite;
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
        fx.run(() -> page.session.kernel().choose(PlayedServer.runtime("python")));
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
    void whereItWasJumpedFromIsRememberedAndAnotherFileIsOpenedAtItsLine() {
        var asked = new ArrayList<String>();
        fx.run(() -> page.page.setSite(new NotedSite(asked)));
        fx.run(() -> page.page.showText(id(1), 8, 8));
        page.press(KeyCode.F12);
        fx.await("the definition", () -> page.page.selectionProperty().get().index() == 0);
        fx.settle();

        fx.run(() -> page.page.showText(id(1), 2, 2));
        page.press(KeyCode.F12);
        fx.await("the file", () -> asked.size() == 2);

        assertEquals(List.of("leave 1 8", "open " + PlayedServer.LIBRARY + " 7 1"), asked);
    }

    @Test
    void whatIsTriedOutBesideAsksTheSameWindow() {
        var asked = new ArrayList<String>();
        fx.run(() -> page.page.setSite(new NotedSite(asked)));
        fx.run(() -> page.page.showText(id(1), 8, 8));

        var scratch = fx.call(() -> Objects.requireNonNull(page.page.scratch()).page());
        fx.run(() -> ((PageFrame) scratch.view()).leave());

        assertEquals(List.of("leave 1 8"), asked);
    }

    @Test
    void whatIsTriedOutHasItsOwnProblemsAndLeadsToTheNotebook() {
        var asked = new ArrayList<String>();
        fx.run(() -> page.page.setSite(new NotedSite(asked)));
        fx.run(() -> page.page.showText(id(1), 8, 8));
        var scratch = fx.call(() -> Objects.requireNonNull(page.page.scratch()));
        page.showBeside(scratch.page());
        var before = fx.call(() -> page.page.problemsProperty().get());

        fx.run(() -> scratch.take(List.of(NewNotebook.cell(CellType.CODE, "wrong + rooms"))));
        fx.await("a problem", () -> scratch.page().problemsProperty().get().errors() == 1);
        assertEquals(before, fx.call(() -> page.page.problemsProperty().get()));
        fx.run(() -> scratch.page().perform(PageCommand.GO_TO_DEFINITION));
        fx.await("the definition", () -> page.page.selectionProperty().get().index() == 0);
        fx.settle();
        page.type("halls");

        assertEquals("halls = 1", page.source(0));
        assertEquals(List.of("leave 1 8"), asked);
    }

    @Test
    void ctrlAndAClickGoToTheDefinition() {
        var row = page.row(1);
        var name =
                fx.call(() -> row.lookupAll("CodeText")).stream()
                        .filter(it -> it instanceof Text text && text.getText().contains("rooms"))
                        .findFirst()
                        .orElseThrow();

        fx.run(() -> name.fireEvent(ctrlClick(name)));

        fx.await("the definition", () -> page.page.selectionProperty().get().index() == 0);
        fx.settle();
        page.type("halls");
        assertEquals("halls = 1", page.source(0));
    }

    /// The robot of this platform does not tell what is held down.
    private static MouseEvent ctrlClick(Node name) {
        var in = name.localToScene(name.getLayoutBounds());
        var at = name.localToScreen(name.getLayoutBounds());
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                in.getCenterX(),
                in.getCenterY(),
                at.getCenterX(),
                at.getCenterY(),
                MouseButton.PRIMARY,
                1,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    @Test
    void aPlaceInACellIsComeBackTo() {
        fx.run(() -> page.page.showText(id(1), 6, 6));
        var inText = fx.call(page.page::place);
        fx.run(() -> page.page.show(id(0)));
        page.press(KeyCode.ESCAPE);
        var cell = fx.call(page.page::place);

        fx.run(() -> page.page.show(Objects.requireNonNull(inText)));
        page.type("x");
        assertEquals("print(xrooms, wrong)", page.source(1));
        page.press(KeyCode.ESCAPE);
        fx.run(() -> page.page.show(Objects.requireNonNull(cell)));

        assertEquals(new PagePlace(id(0), PagePlace.WHOLE), cell);
        assertEquals(0, fx.call(() -> page.page.selectionProperty().get().index()));
        assertTrue(page.isInCommandMode());
    }

    /// Notes what a page asks of its window.
    private final class NotedSite implements PageSite {

        private final List<String> asked;

        NotedSite(List<String> asked) {
            this.asked = asked;
        }

        @Override
        public void leave() {
            var place = Objects.requireNonNull(page.page.place());
            asked.add(
                    "leave "
                            + page.session.store().notebook().indexOf(place.cell())
                            + " "
                            + place.offset());
        }

        @Override
        public void open(Path file, int line, int column) {
            asked.add("open " + file + " " + line + " " + column);
        }

        @Override
        public void showScratch() {
            asked.add("scratch");
        }
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
