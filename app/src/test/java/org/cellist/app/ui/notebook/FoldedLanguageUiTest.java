package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.cellist.app.language.LanguageState;
import org.cellist.app.language.PlayedServer;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a language server knows, in a cell of which a block is folded above.
@Tag("ui")
@ExtendWith(FxExtension.class)
class FoldedLanguageUiTest {

    private static final String CODE = "if 1:\n    a = wrong\n    halls = 2\nprint(halls, wrong)";
    private static final String FOLDED = "if 1:\nprint(halls, wrong)";
    private static final int SAY = CODE.indexOf("print");

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
                                        NewNotebook.cell(CellType.CODE, "halls = 1"),
                                        NewNotebook.cell(CellType.CODE, CODE))),
                        new PlayedServer());
        fx.run(() -> page.session.kernel().choose(PlayedServer.runtime("python")));
        fx.await(
                "the server", () -> page.session.language().state() instanceof LanguageState.Ready);
        fx.await("problems", () -> page.page.problemsProperty().get().errors() == 2);
        fx.run(() -> page.page.showText(id(1), 0, 0));
        fx.settle();
        page.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
        assertEquals(FOLDED, shown());
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void aProblemIsUnderlinedWhereItIsShownAndAHiddenOneWhenItIsOpened() {
        assertEquals(List.of("wrong"), marked());

        page.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.CLOSE_BRACKET);

        assertEquals(List.of("wrong", "wrong"), marked());
    }

    @Test
    void problemsThatComeWhileABlockIsFoldedStandInTheirPlaces() {
        page.press(KeyCode.DOWN);
        page.press(KeyCode.END);
        page.type(";wrong");

        fx.await("one more", () -> page.page.problemsProperty().get().errors() == 3);

        fx.settle();
        assertEquals("if 1:\nprint(halls, wrong);wrong", shown());
        assertEquals(List.of("wrong", "wrong"), marked());
    }

    @Test
    void f8OpensTheBlockWithTheProblemAndSelectsThat() {
        page.press(KeyCode.F8);
        page.type("right");

        assertEquals(CODE.replace("a = wrong", "a = right"), page.source(1));
        assertEquals(CODE.replace("a = wrong", "a = right"), shown());
    }

    @Test
    void theMouseTellsOfTheNameThatIsShownThere() {
        pointAt("halls");

        fx.await("the words", () -> card().contains("about halls"));
        assertEquals("about halls", fx.call(this::card).strip());
    }

    @Test
    void theMouseTellsOfTheProblemThatIsShownThere() {
        pointAt("wrong");

        fx.await("the words", () -> card().contains("this is wrong"));
    }

    @Test
    void f12GoesFromTheNameThatIsShownThere() {
        fx.run(() -> page.page.showText(id(1), SAY + 7, SAY + 7));
        assertEquals(FOLDED, shown());

        page.press(KeyCode.F12);

        fx.await("the definition", () -> page.page.selectionProperty().get().index() == 0);
    }

    @Test
    void f2ReplacesTheNameInTheFoldedBlockToo() {
        fx.run(() -> page.page.showText(id(1), SAY + 7, SAY + 7));

        page.press(KeyCode.F2);
        page.type("rooms");
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
                                .equals("rooms = 1"));
        fx.settle();
        assertEquals(CODE.replace("halls", "rooms"), page.source(1));
        assertEquals(CODE.replace("halls", "rooms"), shown());
    }

    private CellId id(int cell) {
        return page.session.store().notebook().cells().get(cell).id();
    }

    private String shown() {
        var row = page.row(1);
        return fx.call(() -> ((CodeTextArea) row.lookup(".code-area")).getText());
    }

    private List<String> marked() {
        return page.within(1, "problem-error").map(Text.class::cast).map(Text::getText).toList();
    }

    /// Rests the mouse on a word that is shown.
    private void pointAt(String word) {
        var row = page.row(1);
        var at =
                fx.call(
                        () -> {
                            var area = (CodeTextArea) row.lookup(".code-area");
                            int start = area.getText().lastIndexOf(word);
                            var place =
                                    area.getCharacterBoundsOnScreen(start + 1, start + 2)
                                            .orElseThrow();
                            return new Point2D(place.getCenterX(), place.getCenterY());
                        });
        fx.robot().moveTo(at.subtract(2, 0));
        fx.robot().moveTo(at);
    }

    /// Returns the words of the card above the page. Called on the JavaFX thread.
    private String card() {
        var card = page.page.view().lookup(".assist-card");
        return card == null
                ? ""
                : card.lookupAll(".text").stream()
                        .filter(Node::isVisible)
                        .filter(Text.class::isInstance)
                        .map(it -> ((Text) it).getText())
                        .collect(Collectors.joining());
    }
}
