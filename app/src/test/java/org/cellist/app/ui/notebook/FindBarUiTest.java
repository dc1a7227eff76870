package org.cellist.app.ui.notebook;

import static java.util.Objects.requireNonNull;
import static org.cellist.app.ui.output.OutputSamples.outputs;
import static org.cellist.app.ui.output.OutputSamples.stdout;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The bar that finds, by keys alone.
@Tag("ui")
@ExtendWith(FxExtension.class)
class FindBarUiTest {

    private final Locale before = Locale.getDefault();
    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        Locale.setDefault(Locale.ENGLISH);
        var cells = new ArrayList<Cell>();
        cells.add(NewNotebook.cell(CellType.CODE, "alpha = beta"));
        cells.add(NewNotebook.cell(CellType.MARKDOWN, "# Title\n\nabout **beta**"));
        var code = (CodeCell) NewNotebook.cell(CellType.CODE, "print()");
        cells.add(code.withOutputs(1, outputs(stdout("gamma\n"))));
        for (int i = 0; i < 40; i++) {
            cells.add(NewNotebook.cell(CellType.CODE, "line\n".repeat(5) + "cell_" + i + "_"));
        }
        page = new PageFixture(fx, cells);
    }

    @AfterEach
    void close() {
        page.close();
        Locale.setDefault(before);
    }

    @Test
    void aMatchFarAwayIsScrolledIntoViewAndStandsOut() {
        find("cell_35_");

        awaitCount("1 of 1");
        awaitMarks(38, "found-current", List.of("cell_35_"));
        page.fx.await("it is in sight", () -> isInSight(38));
    }

    @Test
    void theSelectedCellLooksLikeThePlaceOfTheKeysOnlyWhileItIs() {
        var onPage = ring();

        find("beta");
        var inBar = ring();
        page.press(KeyCode.ESCAPE);

        assertNotEquals(onPage, inBar);
        assertEquals(onPage, ring());
    }

    /// The colour around the first cell.
    private Paint ring() {
        page.fx.settle();
        var first = page.session.store().notebook().cells().getFirst().id();
        return page.fx.call(
                () -> {
                    var row = page.page.column().nodeOf(new RowKey.OfCell(first));
                    var plate = (Region) requireNonNull(row).lookup(".source-plate");
                    return plate.getBorder().getStrokes().getLast().getTopStroke();
                });
    }

    @Test
    void allMatchesInSightStandOutAndStepsGoOverThem() {
        find("beta");
        awaitCount("1 of 2");
        awaitMarks(0, "found-current", List.of("beta"));

        page.press(KeyCode.ENTER);
        awaitCount("2 of 2");
        awaitMarks(0, "found", List.of("beta"));
        awaitMarks(1, "found-current", List.of("beta"));

        page.press(KeyCode.ENTER);
        awaitCount("1 of 2 \u21a7");
    }

    @Test
    void aRenderedTextShowsItsSourceOnlyWhileThePersonStandsThere() {
        find("beta");
        awaitCount("1 of 2");
        assertFalse(showsSource(1));

        page.press(KeyCode.ENTER);
        page.fx.await("the source is shown", () -> showsSource(1));

        page.press(KeyCode.ENTER);
        page.fx.await("the text is shown", () -> !showsSource(1));
    }

    @Test
    void inANarrowPageAllOfTheBarIsInSightAndInAWideOneItIsLowAgain() {
        page.fx.run(() -> page.stage.setWidth(340));
        page.fx.settle();
        find("beta");
        awaitCount("1 of 2");
        double narrow = page.fx.call(() -> bar().getLayoutBounds().getHeight());
        var buttons =
                page.fx.call(
                        () ->
                                bar().lookupAll(".find-button").stream()
                                        .map(each -> each.localToScene(each.getBoundsInLocal()))
                                        .toList());

        page.fx.run(() -> page.stage.setWidth(900));
        page.fx.settle();

        assertTrue(buttons.stream().allMatch(each -> each.getMinX() >= 0 && each.getMaxX() <= 340));
        assertTrue(page.fx.call(() -> bar().getLayoutBounds().getHeight()) < narrow);
        assertEquals("1 of 2", page.fx.call(this::count));
    }

    @Test
    void escapeGivesKeysBackToTheTextThatHadThem() {
        page.press(KeyCode.ENTER);
        find("cell_35_");
        awaitCount("1 of 1");

        page.press(KeyCode.ESCAPE);
        page.type("x");

        assertEquals("xalpha = beta", page.source(0));
        assertFalse(page.fx.call(() -> bar().isVisible()));
        awaitMarks(0, "found", List.of());
    }

    @Test
    void theSelectedTextIsLookedFor() {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.END);
        page.press(KeyCode.SHIFT, KeyCode.CONTROL, KeyCode.LEFT);

        open(PageCommand.FIND);

        assertEquals("beta", page.fx.call(() -> field().getText()));
        awaitCount("1 of 2");
    }

    @Test
    void lettersInTheBarAreNoCommands() {
        open(PageCommand.FIND);
        page.type("bdd");
        page.press(KeyCode.TAB);
        page.type("bdd");

        assertEquals(43, page.sources().size());
        assertEquals("bdd", page.fx.call(() -> field().getText()));
    }

    @Test
    void anOutputIsFoundWhenOutputsAreAskedFor() {
        find("gamma");
        awaitCount("No results");

        toggle("Search outputs, too");

        awaitCount("1 of 1");
        page.fx.await(
                "the output stands out",
                () ->
                        rowIfShown(2).stream()
                                .flatMap(row -> row.lookupAll(".output-area > *").stream())
                                .anyMatch(FindBarUiTest::isFound));
    }

    @Test
    void aLineFarUpInALongOutputIsScrolledToAndSelected() {
        var text = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            text.append("line ").append(i).append(" of \u001b[31mdelta\u001b[0m\n");
        }
        var code = (CodeCell) NewNotebook.cell(CellType.CODE, "print()");
        var shown = code.withOutputs(1, outputs(stdout(text.toString())));
        page.fx.run(() -> page.session.store().apply(new InsertCells(0, List.of(shown))));
        page.fx.settle();

        find("17 of delta");
        toggle("Search outputs, too");

        awaitCount("1 of 5 \u21a7");
        page.fx.await("it is selected", () -> selectedRow(0).equals("line 17 of delta"));
        page.press(KeyCode.ENTER);
        awaitCount("2 of 5");
        page.fx.await("the next is", () -> selectedRow(0).equals("line 117 of delta"));
    }

    @Test
    void whatIsTypedInTheNotebookIsCountedAtOnce() {
        page.press(KeyCode.ENTER);
        find("beta");
        awaitMarks(0, "found-current", List.of("beta")); // what "be" finds is counted alike
        awaitCount("1 of 2");

        page.fx.run(() -> page.page.focus());
        page.type("beta ");

        awaitCount("1 of 3");
    }

    /// Java remembers where a group has failed, unless the pattern refers to one.
    @Test
    void aPatternThatTakesForEverIsEndedWhileTheWindowGoesOn() {
        page.fx.run(
                () ->
                        page.session
                                .store()
                                .apply(
                                        new EditSource(
                                                page.session
                                                        .store()
                                                        .notebook()
                                                        .cells()
                                                        .getFirst()
                                                        .id(),
                                                0,
                                                0,
                                                "a".repeat(60) + "!",
                                                null)));
        open(PageCommand.FIND);
        toggle("Regular expression");

        page.fx.run(() -> field().setText("(a+)+\\1?$"));

        page.fx.await("it is said", () -> note().contains("takes too long"));
        page.fx.run(() -> field().setText("beta"));
        awaitCount("1 of 2");
    }

    @Test
    void aBadPatternIsSaidInWords() {
        open(PageCommand.FIND);
        toggle("Regular expression");

        page.fx.run(() -> field().setText("a("));

        page.fx.await("it is said", () -> note().equals("A group is not closed: ) is missing."));
    }

    private void open(PageCommand what) {
        page.fx.run(() -> page.page.perform(what));
        page.fx.settle();
    }

    private void find(String text) {
        open(PageCommand.FIND);
        page.type(text);
    }

    private void toggle(String words) {
        page.fx.run(
                () ->
                        bar().lookupAll(".find-toggle").stream()
                                .filter(node -> words.equals(node.getAccessibleText()))
                                .map(ToggleButton.class::cast)
                                .forEach(ToggleButton::fire));
    }

    private Node bar() {
        return page.page.view().lookup(".find-bar");
    }

    private TextField field() {
        return (TextField) bar().lookup(".find-field");
    }

    private String note() {
        return bar().lookupAll(".find-note").stream()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse("");
    }

    private void awaitCount(String words) {
        try {
            page.fx.await("the bar says " + words, () -> count().equals(words));
        } catch (AssertionError e) {
            throw new AssertionError("it says " + page.fx.call(this::count), e);
        }
    }

    private String count() {
        return ((Labeled) bar().lookup(".find-count")).getText();
    }

    private void awaitMarks(int cell, String styleClass, List<String> texts) {
        page.fx.await(
                texts + " stand out as " + styleClass,
                () ->
                        rowIfShown(cell).stream()
                                .flatMap(row -> row.lookupAll("CodeText." + styleClass).stream())
                                .map(node -> ((Text) node).getText())
                                .toList()
                                .equals(texts));
    }

    private Optional<Node> rowIfShown(int cell) {
        var id = page.session.store().notebook().cells().get(cell).id();
        return Optional.ofNullable(page.page.column().nodeOf(new RowKey.OfCell(id)));
    }

    /// Returns the text of the row of an output in which something is selected.
    private String selectedRow(int cell) {
        return rowIfShown(cell).stream()
                .flatMap(row -> row.lookupAll(".terminal-selection").stream())
                .filter(node -> node.isVisible() && node.getParent().isVisible())
                .flatMap(node -> node.getParent().getChildrenUnmodifiable().stream())
                .filter(node -> node instanceof Text && node.isVisible())
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining());
    }

    private boolean isInSight(int cell) {
        return rowIfShown(cell)
                .map(row -> row.lookup(".found-current"))
                .map(node -> node.localToScene(node.getBoundsInLocal()))
                .filter(there -> there.getMinY() > 0 && there.getMaxY() < 700)
                .isPresent();
    }

    private boolean showsSource(int cell) {
        return rowIfShown(cell).map(row -> row.lookup(".source-plate")).isPresent();
    }

    private static boolean isFound(Node node) {
        return node.getPseudoClassStates().stream()
                .anyMatch(each -> each.getPseudoClassName().equals("found"));
    }
}
