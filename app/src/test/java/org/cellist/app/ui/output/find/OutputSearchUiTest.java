package org.cellist.app.ui.output.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import org.cellist.app.notebook.find.FindQuery;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.ui.output.OutputArea;
import org.cellist.app.ui.output.OutputSamples;
import org.cellist.app.ui.output.OutputSheets;
import org.cellist.app.ui.output.find.FindState.Around;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Finding text in what outputs show.
@Tag("ui")
@ExtendWith(FxExtension.class)
class OutputSearchUiTest {

    @Test
    void matchesOfAllOutputsAreCountedInTheirOrderAndGoneAround(Fx fx) {
        var area =
                shown(
                        fx,
                        OutputSamples.stdout("a needle\nand a Needle\n"),
                        OutputSamples.rich("text/markdown", "One *needle* here."));
        var search = fx.call(() -> new OutputSearch(area));
        fx.run(() -> search.queryProperty().set(FindQuery.of("needle")));

        var first = fx.call(search::begin);
        assertEquals(new FindState.Found(0, 3, false, Around.NONE), state(fx, search));
        fx.run(() -> search.step(1));
        var last = fx.call(() -> search.step(1));
        assertEquals(new FindState.Found(2, 3, false, Around.NONE), state(fx, search));
        assertNotNull(first);
        assertNotNull(last);
        assertTrue(
                last.node().localToScene(last.place()).getMinY()
                        > first.node().localToScene(first.place()).getMinY());
        fx.run(() -> search.step(1));
        assertEquals(new FindState.Found(0, 3, false, Around.TO_START), state(fx, search));
    }

    @Test
    void whatIsFarUpInALongTextIsScrolledTo(Fx fx) {
        var text = "needle\n" + String.join("", Collections.nCopies(20_000, "hay hay hay\n"));
        var area = shown(fx, OutputSamples.stdout(text));
        var search = fx.call(() -> new OutputSearch(area));

        fx.run(() -> search.queryProperty().set(FindQuery.of("needle")));
        fx.run(search::begin);

        assertEquals(new FindState.Found(0, 1, false, Around.NONE), state(fx, search));
        fx.await("it is seen", () -> area.lookup(".terminal-row .found-current") != null);
        fx.run(search::end);
        fx.await(
                "it is seen",
                () -> area.lookupAll(".found-current").stream().noneMatch(n -> n.isVisible()));
    }

    @Test
    void whatIsFoldedInATreeIsOpened(Fx fx) {
        var area = shown(fx, OutputSamples.json("{\"a\": {\"b\": {\"c\": \"needle\"}}}"));
        var search = fx.call(() -> new OutputSearch(area));

        fx.run(() -> search.queryProperty().set(FindQuery.of("needle")));
        fx.run(search::begin);

        assertEquals(new FindState.Found(0, 1, false, Around.NONE), state(fx, search));
        fx.await("it is seen", () -> area.lookup(".json-row.found-current") != null);
    }

    @Test
    void cellsOfATableAreMarked(Fx fx) {
        var area =
                shown(
                        fx,
                        OutputSamples.rich(
                                "text/html",
                                "<table class='dataframe'><thead><tr><th></th><th>x</th></tr></thead>"
                                        + "<tbody><tr><th>0</th><td>needle</td></tr>"
                                        + "<tr><th>1</th><td>hay</td></tr></tbody></table>"));
        var search = fx.call(() -> new OutputSearch(area));

        fx.run(() -> search.queryProperty().set(FindQuery.of("needle")));
        fx.run(search::begin);

        assertEquals(new FindState.Found(0, 1, false, Around.NONE), state(fx, search));
        fx.await("it is seen", () -> area.lookup(".data-row .found-current") != null);
    }

    @Test
    void whatIsFoldedBelowASummaryIsOpened(Fx fx) {
        var area =
                shown(
                        fx,
                        OutputSamples.rich(
                                "text/html",
                                "<details><summary>more</summary><p>a needle</p></details>"));
        var search = fx.call(() -> new OutputSearch(area));

        fx.run(() -> search.queryProperty().set(FindQuery.of("needle")));
        fx.run(search::begin);

        assertEquals(new FindState.Found(0, 1, false, Around.NONE), state(fx, search));
        assertTrue(fx.call(() -> area.lookup(".details-content").isVisible()));
    }

    @Test
    void aPatternThatIsNoneIsSaidAndMarksNothing(Fx fx) {
        var area = shown(fx, OutputSamples.rich("text/markdown", "One needle here."));
        var search = fx.call(() -> new OutputSearch(area));
        fx.run(() -> search.queryProperty().set(FindQuery.of("needle")));
        fx.run(search::begin);

        fx.run(() -> search.queryProperty().set(FindQuery.of("(").withPattern(true)));
        assertNull(fx.call(search::begin));

        assertTrue(state(fx, search) instanceof FindState.Faulty);
        assertTrue(
                fx.call(
                        () ->
                                area.lookupAll(".found-ground").stream()
                                        .allMatch(n -> ((Path) n).getElements().isEmpty())));
    }

    private static FindState state(Fx fx, OutputSearch search) {
        return fx.call(() -> search.stateProperty().get());
    }

    private static OutputArea shown(Fx fx, CellOutput... outputs) {
        var area = fx.prepare(() -> new OutputArea(0, _ -> {}));
        fx.show(
                fx.prepare(() -> new VBox(area)),
                600,
                700,
                Theme.LIGHT,
                OutputSheets.addresses().toArray(String[]::new));
        fx.run(() -> area.show(OutputSamples.outputs(outputs), OutputSamples.context()));
        fx.run(() -> area.getScene().getRoot().layout());
        return area;
    }
}
