package org.cellist.app.ui.notebook.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cellist.app.environment.CodeFormatter.Outcome;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.notebook.layout.CellLayouts.Laid;
import org.cellist.app.ui.notebook.layout.CellLayouts.Refused;
import org.junit.jupiter.api.Test;

/// Many cells, and a program that puts one space around `=` and takes no `!!`.
class CellLayoutsTest {

    private final List<String> given = new ArrayList<>();
    private final CellLayouts layouts = new CellLayouts(this::format);

    private Outcome format(String code) {
        given.add(code);
        var lines = code.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("!!")) {
                return new Outcome.Refused(i + 1, "no !!");
            }
        }
        return new Outcome.Formatted("\n" + code.replaceAll(" *= *", " = ") + "\n\n");
    }

    @Test
    void allCellsAreLaidOutByOneStart() throws Exception {
        var end = layouts.run(cells("a=1", "%magic\nb  =2", "\"\"\"text\"\"\"", "c = 3"));

        assertTrue(end.isEmpty());
        assertEquals(1, given.size());
        assertEquals(List.of("a = 1", "%magic\nb = 2", "\"\"\"text\"\"\"", "c = 3"), sources());
    }

    @Test
    void aCellThatIsNoPythonIsNamedAndTheOthersAreLaidOut() throws Exception {
        layouts.run(cells("a=1", "%%time\nx\n(!!", "b=2", "c=3"));

        assertEquals(List.of("a = 1", "b = 2", "c = 3"), sources());
        assertEquals(
                List.of("1 3 no !!"),
                layouts.refused().stream().map(CellLayoutsTest::words).toList());
    }

    private static String words(Refused refused) {
        return refused.cell().cell().value() + " " + refused.line() + " " + refused.why();
    }

    @Test
    void cellsOfOtherLanguagesAndEmptyOnesAreLeftOut() throws Exception {
        layouts.run(cells("%%bash\na=1", " \n", "b=1"));

        assertEquals(List.of("b = 1"), sources());
    }

    @Test
    void aCellThatSwitchesTheLayoutOffStandsAlone() throws Exception {
        layouts.run(cells("# fmt: off\na=1", "b=1"));

        assertEquals(2, given.size());
    }

    @Test
    void aProgramThatIsMissingEndsIt() throws Exception {
        var missing = new CellLayouts(_ -> new Outcome.Missing());

        var end = missing.run(cells("a=1", "b=2"));

        assertInstanceOf(Outcome.Missing.class, end.orElseThrow());
    }

    @Test
    void whatComesBackCrippledIsNotTaken() throws Exception {
        var crippled = new CellLayouts(_ -> new Outcome.Formatted(""));

        crippled.run(cells("a=1", "b=2"));

        assertEquals(List.of(), crippled.laid());
    }

    private List<String> sources() {
        return layouts.laid().stream().map(Laid::source).toList();
    }

    private static List<CellCode> cells(String... sources) {
        return IntStream.range(0, sources.length)
                .mapToObj(i -> new CellCode(new CellId("" + i), i + 1, sources[i]))
                .toList();
    }
}
