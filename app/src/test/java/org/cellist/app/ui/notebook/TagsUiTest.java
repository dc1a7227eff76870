package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.metadata.CellTags;
import org.cellist.app.notebook.metadata.SlideType;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.SetCellMetadata;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tags on cells, and the bar in which they are edited.
@Tag("ui")
@ExtendWith(FxExtension.class)
class TagsUiTest {

    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        page =
                new PageFixture(
                        fx,
                        IntStream.range(0, 3)
                                .mapToObj(i -> NewNotebook.cell(CellType.CODE, "x = " + i))
                                .toList());
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void onlyACellWithTagsHasALineOfThemAndIsHigherByIt() {
        double before = height(0);
        assertEquals(0, page.within(0, "tag-line").count());

        tag(0, "parameters");

        assertEquals(List.of("parameters"), chips(0));
        assertEquals(0, page.within(1, "tag-line").count());
        assertEquals(before + 22, height(0));
    }

    @Test
    void theLineFollowsTheCell() {
        tag(0, "a");
        tag(0, "b");
        assertEquals(List.of("a", "b"), chips(0));

        page.press(KeyCode.Z);
        page.press(KeyCode.Z);
        assertEquals(0, page.within(0, "tag-line").count());
    }

    @Test
    void theLineSaysHowManyMoreTagsThereAreThanFit() {
        var many = IntStream.range(0, 12).mapToObj(i -> "a tag of number " + i).toList();
        many.forEach(each -> tag(0, each));

        var chips = page.within(0, "tag-chip").map(Labeled.class::cast).toList();
        var seen = page.fx.call(() -> chips.stream().filter(Node::isVisible).toList());

        var last = seen.getLast();
        int shown = seen.size() - 1;
        assertEquals("+" + (12 - shown), last.getText());
        assertEquals(
                String.join("\n", many.subList(shown, 12)),
                page.fx.call(() -> last.getTooltip().getText()));
        double room = page.fx.call(() -> last.getParent().getLayoutBounds().getWidth());
        for (var chip : seen) {
            assertTrue(page.fx.call(() -> chip.getBoundsInParent().getMaxX()) <= room);
            assertFalse(page.fx.call(() -> chip.isTextTruncated()), chip::getText);
        }
    }

    @Test
    void tagsAreTypedAndTakenAwayWithKeysAlone() {
        page.press(KeyCode.CONTROL, KeyCode.K);
        page.press(KeyCode.T);
        page.type("mine,b");
        page.press(KeyCode.ENTER);
        assertEquals(List.of("mine", "b"), tags(0));

        page.type("x"); // stays in the field, and is no command
        page.press(KeyCode.BACK_SPACE);
        page.fx.run(() -> node(".tag-remove").requestFocus());
        page.press(KeyCode.ENTER);
        assertEquals(List.of("b"), tags(0));

        page.press(KeyCode.ESCAPE);
        assertNull(page.fx.call(() -> page.page.view().lookup(".tag-bar")));
        assertTrue(page.isInCommandMode());
    }

    @Test
    void downGoesToASuggestionAndEnterTakesIt() {
        open();
        page.type("rem");
        page.press(KeyCode.DOWN);
        page.press(KeyCode.ENTER);

        assertEquals(List.of("remove-input"), tags(0));
        assertEquals("", page.fx.call(() -> field().getText()));
    }

    @Test
    void allSelectedCellsGetTheTagAndOneUndoTakesItBack() {
        page.press(KeyCode.SHIFT, KeyCode.DOWN);
        open();
        page.type("both");
        page.press(KeyCode.ENTER);
        assertEquals(List.of("both"), tags(0));
        assertEquals(List.of("both"), tags(1));

        page.press(KeyCode.ESCAPE);
        page.press(KeyCode.Z);
        assertEquals(List.of(), tags(0));
        assertEquals(List.of(), tags(1));
    }

    @Test
    void theBarFollowsTheSelectionAndKeepsWhatIsTyped() {
        tag(1, "second");
        open();
        page.type("half");
        assertFalse(barChips().contains("second"));

        page.press(KeyCode.ESCAPE);
        page.press(KeyCode.DOWN);
        open();

        assertEquals(List.of("second"), barChips());
        assertEquals("half", page.fx.call(() -> field().getText()));
        page.fx.run(() -> page.page.perform(PageCommand.SELECT_PREVIOUS));
        page.fx.settle();
        assertEquals(List.of(), barChips());
    }

    @Test
    void aPartInSlidesIsChosenInTheBarAndByACommand() {
        open();
        page.fx.run(
                () ->
                        page.page.view().lookupAll(".slide-button").stream()
                                .filter(each -> ((Labeled) each).getText().equals("Fragment"))
                                .forEach(each -> ((ButtonBase) each).fire()));
        assertEquals(SlideType.FRAGMENT, SlideType.of(cell(0).metadata()).orElseThrow());

        page.fx.run(() -> page.page.perform(PageCommand.NO_SLIDE));
        assertEquals(JsonObject.EMPTY, cell(0).metadata());
    }

    private double height(int index) {
        var row = page.row(index);
        return page.fx.call(row::getHeight);
    }

    private void open() {
        page.fx.run(() -> page.page.perform(PageCommand.EDIT_TAGS));
        page.fx.settle();
    }

    private void tag(int index, String tag) {
        page.fx.run(
                () -> {
                    var cell = page.session.store().notebook().cells().get(index);
                    var metadata = CellTags.with(cell.metadata(), tag);
                    page.session.store().apply(new SetCellMetadata(cell.id(), metadata));
                });
        page.fx.settle();
    }

    private List<String> chips(int index) {
        var chips = page.within(index, "tag-chip").toList();
        return page.fx.call(
                () ->
                        chips.stream()
                                .filter(Node::isVisible)
                                .map(chip -> ((Labeled) chip).getText())
                                .toList());
    }

    private List<String> barChips() {
        return page.fx.call(
                () ->
                        node(".tag-bar").lookupAll(".tag-words").stream()
                                .map(each -> ((Labeled) each).getText())
                                .toList());
    }

    private List<String> tags(int index) {
        return CellTags.of(cell(index).metadata());
    }

    private Cell cell(int index) {
        return page.fx.call(() -> page.session.store().notebook().cells().get(index));
    }

    private TextField field() {
        return (TextField) node(".tag-field");
    }

    private Node node(String selector) {
        return page.page.view().lookup(selector);
    }
}
