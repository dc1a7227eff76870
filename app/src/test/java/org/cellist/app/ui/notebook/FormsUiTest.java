package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.cellist.app.notebook.form.Form;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.notebook.column.ScrollPosition;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.kernel.channel.FakeChannels;
import org.cellist.kernel.client.FakeClients;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Forms in code cells: controls and code follow each other.
@Tag("ui")
@ExtendWith(FxExtension.class)
class FormsUiTest {

    private static final int FORM = 0;
    private static final int HIDDEN = 1;
    private static final int SHORT = 2;
    private static final int TITLE = 3;
    private static final int PLAIN = 4;

    private static final int LONG = 40;

    private static final String SOURCE =
            """
            #@title Training {run: "auto"}
            #@markdown Some **words**.
            name = 'Ann' #@param {type:"string"}
            count = 7 #@param {type:"integer"}
            size = [1] #@param {type:"raw"}
            rate = 0.5 #@param {type:"slider", min:0, max:1, step:0.1}
            loud = False #@param {type:"boolean"}
            day = "2026-03-01" #@param {type:"date"}
            kind = "a" #@param ["a", "b"]
            free = "a" #@param ["a", "b"] {allow-input: true}
            print(name)""";

    private final FakeChannels kernel = new FakeChannels();
    private final KernelClient client = FakeClients.of(kernel);
    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        var cells = new ArrayList<Cell>();
        cells.add(NewNotebook.cell(CellType.CODE, SOURCE));
        var hidden = NewNotebook.cell(CellType.CODE, "#@title T\nx = 1 #@param {type:\"integer\"}");
        cells.add(hidden.withMetadata(hidden.metadata().with("cellView", new JsonString("form"))));
        cells.add(NewNotebook.cell(CellType.CODE, "#@title S\na = 1 #@param\nb = 2 #@param"));
        cells.add(NewNotebook.cell(CellType.CODE, "#@title alone\nprint(1)"));
        IntStream.range(PLAIN, 40)
                .forEach(i -> cells.add(NewNotebook.cell(CellType.CODE, "cell " + i)));
        cells.add(NewNotebook.cell(CellType.CODE, "a = 1 #@param\n".repeat(40)));
        page = new PageFixture(fx, cells);
        fx.run(() -> page.session.kernel().queue().setClient(client));
    }

    @AfterEach
    void close() {
        page.close();
        client.close();
    }

    // ---- from the control to the code

    @Test
    void aTextIsWrittenWithEachKeyAndKeepsItsQuotes() {
        focus(control(FORM, 0, TextField.class));
        page.press(KeyCode.END);
        page.type("'s");

        assertLine("name = 'Ann\\'s' #@param {type:\"string\"}");
    }

    @Test
    void aNumberIsWrittenAndAnythingElseIsRefusedQuietly() {
        var field = control(FORM, 1, TextField.class);
        focus(field);
        page.press(KeyCode.END);
        page.type("5x");
        var written = line("count");
        boolean isRefused = isRefused(FORM);

        focus(control(FORM, 0, TextField.class));

        assertEquals("count = 75 #@param {type:\"integer\"}", written);
        assertTrue(isRefused);
        assertEquals("75", page.fx.call(field::getText));
        assertFalse(isRefused(FORM));
    }

    @Test
    void anExpressionIsWrittenOnceItIsWhole() {
        focus(control(FORM, 2, TextField.class));
        page.press(KeyCode.END);
        page.press(KeyCode.BACK_SPACE);
        page.type(",");
        var written = line("size");
        page.type("2]");

        assertEquals("size = [1] #@param {type:\"raw\"}", written);
        assertLine("size = [1,2] #@param {type:\"raw\"}");
    }

    @Test
    void aSliderWritesItsSteps() {
        focus(control(FORM, 0, Slider.class));
        page.press(KeyCode.RIGHT);
        page.press(KeyCode.RIGHT);

        assertLine("rate = 0.7 #@param {type:\"slider\", min:0, max:1, step:0.1}");
        assertEquals("0.7", page.fx.call(label(FORM, "form-value")::getText));
    }

    @Test
    void aCheckBoxWritesTrueAndFalse() {
        focus(control(FORM, 0, CheckBox.class));
        page.press(KeyCode.SPACE);

        assertLine("loud = True #@param {type:\"boolean\"}");
    }

    @Test
    void aDateIsWrittenAsTextAndNoDateIsNot() {
        var picker = control(FORM, 0, DatePicker.class);
        focus(picker);
        page.fx.run(() -> picker.getEditor().setText("2026-12-24"));
        page.press(KeyCode.ENTER);
        var written = line("day");
        page.fx.run(() -> picker.getEditor().setText("tomorrow"));
        page.press(KeyCode.ENTER);

        assertEquals("day = \"2026-12-24\" #@param {type:\"date\"}", written);
        assertLine(written);
        assertEquals("2026-12-24", page.fx.call(picker::getValue).toString());
    }

    @Test
    void aChoiceIsWritten() {
        var box = comboBox(0);
        page.fx.run(() -> box.getSelectionModel().select("b"));
        page.fx.settle();

        assertLine("kind = \"b\" #@param [\"a\", \"b\"]");
    }

    @Test
    void aChoiceThatAllowsItTakesWhatIsWritten() {
        focus(comboBox(1));
        page.press(KeyCode.END);
        page.type("bc");

        assertLine("free = \"abc\" #@param [\"a\", \"b\"] {allow-input: true}");
    }

    // ---- from the code to the control

    @Test
    void everyControlFollowsTheCode() {
        replace("'Ann'", "'Bob'");
        replace("= 7", "= 8");
        replace("[1]", "(2,)");
        replace("0.5", "0.9");
        replace("False", "True");
        replace("2026-03-01", "2027-01-02");
        replace("kind = \"a\"", "kind = \"b\"");
        replace("free = \"a\"", "free = \"c\"");

        assertEquals(List.of("Bob", "8", "(2,)"), texts());
        assertEquals(0.9, page.fx.call(control(FORM, 0, Slider.class)::getValue));
        assertTrue(page.fx.call(control(FORM, 0, CheckBox.class)::isSelected));
        assertEquals(
                "2027-01-02",
                page.fx.call(control(FORM, 0, DatePicker.class)::getValue).toString());
        assertEquals("b", page.fx.call(comboBox(0)::getValue));
        assertEquals("c", page.fx.call(comboBox(1).getEditor()::getText));
    }

    @Test
    void whoWritesInTheCodeKeepsTheCaretWhileControlsComeAndGo() {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.SHORTCUT, KeyCode.END);
        page.press(KeyCode.ENTER);
        page.type("new = 3 #@param");

        assertTrue(page.source(FORM).endsWith("\nnew = 3 #@param"));
        assertEquals(4, texts().size());
    }

    @Test
    void aValueOfAnotherKindLeavesTheOneWhoWritesItInTheField() {
        replace("size = [1] #@param {type:\"raw\"}", "size = f() #@param");
        var field = control(FORM, 2, TextField.class);
        focus(field);
        page.fx.run(field::clear);
        page.type("35");

        assertLine("size = 35 #@param");
        assertTrue(page.fx.call(field::isFocused));
    }

    // ---- history

    @Test
    void whatWasWrittenInOneGoIsOneStepAndUndoneFromTheField() {
        var field = control(FORM, 0, TextField.class);
        focus(field);
        page.press(KeyCode.END);
        page.type("abc");

        page.press(KeyCode.SHORTCUT, KeyCode.Z);
        var undone = line("name");
        page.press(KeyCode.SHORTCUT, KeyCode.Y);

        assertEquals("name = 'Ann' #@param {type:\"string\"}", undone);
        assertEquals("Annabc", page.fx.call(field::getText));
        assertTrue(page.fx.call(field::isFocused));
    }

    // ---- hidden code

    @Test
    void aFormMayStandInPlaceOfItsCode() {
        assertFalse(isCodeShown(HIDDEN));
        assertTrue(isCodeShown(FORM));
    }

    @ParameterizedTest
    @ValueSource(ints = {HIDDEN, SHORT, TITLE, PLAIN})
    void theHeightIsWhatWasGuessedBeforeTheRowWasMade(int index) {
        var row = page.row(index);

        double guess =
                page.fx.call(
                        () ->
                                CellRow.estimatedHeight(
                                        cell(index), new FoldedCode(), row.getWidth()));

        assertEquals(guess, page.fx.call(row::getHeight));
    }

    @Test
    void theFormStandsRightOfTheCodeAndATitleAloneAboveIt() {
        var code = bounds(SHORT, "source-plate");
        var form = bounds(SHORT, "form-view");

        assertTrue(form.getMinX() > code.getMaxX());
        assertEquals(code.getHeight(), form.getHeight());
        assertTrue(bounds(TITLE, "source-plate").getMinY() > bounds(TITLE, "form-view").getMaxY());
    }

    @Test
    void aDoubleClickOnTheTitleHidesTheCodeAndUndoBringsItBack() {
        var title = label(FORM, "form-title");
        page.fx.robot().doubleClickOn(title, MouseButton.PRIMARY);
        page.fx.settle();
        boolean isShown = isCodeShown(FORM);
        var metadata = page.fx.call(() -> cell(FORM).metadata().string("cellView"));

        page.press(KeyCode.Z);

        assertFalse(isShown);
        assertEquals("form", metadata);
        assertTrue(isCodeShown(FORM));
    }

    @Test
    void theCommandHidesAndShows() {
        page.fx.run(() -> page.page.perform(PageCommand.TOGGLE_FORM_CODE));
        page.fx.settle();
        boolean isShown = isCodeShown(FORM);
        page.fx.run(() -> page.page.perform(PageCommand.TOGGLE_FORM_CODE));
        page.fx.settle();

        assertFalse(isShown);
        assertTrue(isCodeShown(FORM));
    }

    @Test
    void hidingTheCodeThatIsWrittenInGivesTheKeysToThePage() {
        page.press(KeyCode.ENTER);
        page.fx.run(() -> page.page.perform(PageCommand.TOGGLE_FORM_CODE));
        page.fx.settle();

        assertTrue(page.isInCommandMode());
    }

    // ---- keys

    @Test
    void enterGoesToTheFirstControlTabToTheNextAndEscapeBack() {
        page.press(KeyCode.DOWN);
        page.press(KeyCode.ENTER);
        var field = control(HIDDEN, 0, TextField.class);
        boolean isIn = page.fx.call(field::isFocused);

        page.press(KeyCode.ESCAPE);

        assertTrue(isIn);
        assertTrue(page.isInCommandMode());
        assertEquals(HIDDEN, page.lead());
    }

    @Test
    void tabGoesFromControlToControl() {
        focus(control(FORM, 0, TextField.class));
        page.press(KeyCode.TAB);

        assertTrue(page.fx.call(control(FORM, 1, TextField.class)::isFocused));
    }

    @Test
    void aControlThatTabLeadsToComesIntoSight() {
        page.fx.run(() -> page.page.show(cell(LONG).id()));
        page.fx.settle();
        var last = control(LONG, 39, TextField.class);
        boolean wasInSight = isInSight(last);
        focus(control(LONG, 38, TextField.class));
        page.press(KeyCode.TAB);

        assertFalse(wasInSight);
        assertTrue(isInSight(last));
    }

    private boolean isInSight(Node node) {
        return page.fx.call(
                () -> {
                    var bounds = page.page.sceneToLocal(node.localToScene(node.getLayoutBounds()));
                    return bounds.getMinY() >= 0 && bounds.getMaxY() <= page.page.getHeight();
                });
    }

    @Test
    void theCaretPassesOverHiddenCode() {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.SHORTCUT, KeyCode.END);
        page.press(KeyCode.DOWN);

        assertEquals(HIDDEN, page.lead());
        assertTrue(page.isInCommandMode());
    }

    @Test
    void lettersInAFormAreNoCommands() {
        var before = page.sources();
        focus(control(FORM, 0, CheckBox.class));
        page.press(KeyCode.D);
        page.press(KeyCode.D);
        page.press(KeyCode.B);

        assertEquals(before, page.sources());
    }

    @Test
    void aControlSelectsItsCellAndIsNotScrolledAway() {
        var field = control(HIDDEN, 0, TextField.class);
        page.fx.robot().clickOn(field);
        page.fx.settle();
        page.fx.run(() -> page.page.column().setPosition(new ScrollPosition(30, 0)));
        page.fx.settle();
        page.press(KeyCode.END);
        page.type("9");

        assertEquals(HIDDEN, page.lead());
        assertEquals("#@title T\nx = 19 #@param {type:\"integer\"}", page.source(HIDDEN));
    }

    // ---- runs

    @Test
    void aCellThatRunsByItselfDoesSoOnlyOnceItHasBeenRun() throws Exception {
        focus(control(FORM, 0, CheckBox.class));
        page.press(KeyCode.SPACE);
        boolean isIdle = page.fx.call(page.session.kernel().queue()::isIdle);
        page.press(KeyCode.SHORTCUT, KeyCode.ENTER);
        var first = kernel.sent("execute_request");
        kernel.reply(first, "{\"status\":\"ok\",\"execution_count\":1}");
        kernel.status(first, "idle");
        page.fx.await("the cell is done", () -> page.session.kernel().queue().isIdle());

        focus(control(FORM, 0, CheckBox.class));
        page.press(KeyCode.SPACE);
        var second = kernel.sent("execute_request");

        assertTrue(isIdle);
        var code = second.message().content().object().string("code");
        assertTrue(code != null && code.contains("loud = False"));
    }

    @Test
    void aTextRunsTheCellWhenEnterIsPressedAndNotWithEachKey() throws Exception {
        runFirst();
        focus(control(FORM, 0, TextField.class));
        page.type("x");
        boolean isIdle = page.fx.call(page.session.kernel().queue()::isIdle);
        page.press(KeyCode.ENTER);
        var request = kernel.sent("execute_request");

        assertTrue(isIdle);
        assertEquals("execute_request", request.message().header().messageType());
    }

    @Test
    void aRunByHandTakesTheTextAlongAndNoOtherFollows() throws Exception {
        runFirst();
        focus(control(FORM, 0, TextField.class));
        page.press(KeyCode.END);
        page.type("x");
        runFirst();
        boolean isIdle = page.fx.call(page.session.kernel().queue()::isIdle);

        assertTrue(isIdle);
        assertTrue(page.isInCommandMode());
        assertLine("name = 'Annx' #@param {type:\"string\"}");
    }

    private void runFirst() throws InterruptedException {
        page.press(KeyCode.SHORTCUT, KeyCode.ENTER);
        var request = kernel.sent("execute_request");
        kernel.reply(request, "{\"status\":\"ok\",\"execution_count\":1}");
        kernel.status(request, "idle");
        page.fx.await("the cell is done", () -> page.session.kernel().queue().isIdle());
    }

    // ---- rows are recycled

    @Test
    void aRowThatHadAFormHasNoneForAnotherCell() {
        for (int start : List.of(20, 0, 20)) {
            page.fx.run(() -> page.page.column().setPosition(new ScrollPosition(start, 0)));
            page.fx.settle();
            page.fx.settle();
            long forms = page.fx.call(() -> page.page.lookupAll(".form-view").size());

            assertEquals(start == 0 ? 4 : 0, forms);
        }
        assertTrue(isCodeShown(25));
    }

    // ---- looking

    private void focus(Node node) {
        page.fx.run(node::requestFocus);
        page.fx.settle();
    }

    private Cell cell(int index) {
        return page.session.store().notebook().cells().get(index);
    }

    private String line(String name) {
        return page.source(FORM).lines().filter(l -> l.startsWith(name)).findFirst().orElse("");
    }

    private void assertLine(String expected) {
        assertEquals(expected, line(expected.substring(0, expected.indexOf(' '))));
        assertTrue(Form.in(page.source(FORM)).isPresent());
    }

    private void replace(String old, String now) {
        page.fx.run(
                () -> {
                    int at = cell(FORM).source().indexOf(old);
                    page.session
                            .store()
                            .apply(new EditSource(cell(FORM).id(), at, old.length(), now, null));
                });
        page.fx.settle();
    }

    private <T extends Node> T control(int index, int which, Class<T> type) {
        return page.within(index, "form-row")
                .flatMap(row -> ((Parent) row).getChildrenUnmodifiable().stream())
                .flatMap(FormsUiTest::unwrapped)
                .filter(type::isInstance)
                .map(type::cast)
                .skip(which)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Node> unwrapped(Node node) {
        return node.getStyleClass().contains("form-slider")
                ? ((Parent) node).getChildrenUnmodifiable().stream()
                : Stream.of(node);
    }

    @SuppressWarnings("unchecked") // every list of a form is of texts
    private ComboBox<String> comboBox(int which) {
        return (ComboBox<String>) control(FORM, which, ComboBox.class);
    }

    private List<String> texts() {
        return page.within(FORM, "form-row")
                .flatMap(row -> ((Parent) row).getChildrenUnmodifiable().stream())
                .filter(TextField.class::isInstance)
                .map(field -> ((TextField) field).getText())
                .toList();
    }

    private Label label(int index, String styleClass) {
        return (Label) page.within(index, styleClass).findFirst().orElseThrow();
    }

    private boolean isRefused(int index) {
        return page.within(index, "form-problem").anyMatch(Node::isVisible);
    }

    private boolean isCodeShown(int index) {
        return page.within(index, "source-plate").anyMatch(Node::isVisible);
    }

    private Bounds bounds(int index, String styleClass) {
        var node = page.within(index, styleClass).findFirst().orElseThrow();
        return page.fx.call(node::getBoundsInParent);
    }
}
