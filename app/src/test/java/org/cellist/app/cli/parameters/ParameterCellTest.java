package org.cellist.app.cli.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.junit.jupiter.api.Test;

class ParameterCellTest {

    private static final List<Parameter> PARAMETERS = List.of(new Parameter("alpha", 0.6));

    @Test
    void theCellStandsAfterTheOneWithTheDefaults() {
        var notebook = notebook(cell("a"), cell("b", "parameters"), cell("c"));

        var edit = assertInstanceOf(InsertCells.class, edit(notebook, "python"));

        assertEquals(2, edit.index());
        assertEquals("# Parameters\nalpha = 0.6", edit.cells().getFirst().source());
        assertTrue(
                edit.cells().getFirst().metadata().toString().contains("injected-parameters"),
                edit::toString);
    }

    @Test
    void withoutDefaultsTheCellStandsFirst() {
        var edit = assertInstanceOf(InsertCells.class, edit(notebook(cell("a")), "python"));

        assertEquals(0, edit.index());
    }

    @Test
    void theCellOfAnEarlierRunGetsTheNewValues() {
        var notebook = notebook(cell("a", "parameters"), cell("old", "injected-parameters"));

        assertEquals(
                new EditSource(
                        new CellId("old"), 0, "old".length(), "# Parameters\nalpha = 0.6", null),
                edit(notebook, "Python"));
    }

    @Test
    void ofOneNameTheLastValueCounts() {
        var edit =
                ParameterCell.edit(
                        notebook(),
                        "python",
                        List.of(
                                new Parameter("a", 1),
                                new Parameter("b", 2),
                                new Parameter("a", 3)));

        assertEquals("# Parameters\na = 3\nb = 2", source(edit));
    }

    @Test
    void pythonWritesEveryValue() {
        assertEquals(
                """
                # Parameters
                none = None
                yes = True
                no = False
                wide = 3000000000
                huge = 123456789012345678901234567890
                nan = float('nan')
                minus = float('-inf')
                text = "한글 \\"quoted\\" \\\\ $x\\n\\t\\u0007"
                items = [1, "b", [2.5]]
                entries = {"a": 1, "b": None}
                _hidden = 1""",
                source(ParameterCell.edit(notebook(), "python", everyValue())));
    }

    @Test
    void rWritesEveryValue() {
        assertEquals(
                """
                # Parameters
                none = NULL
                yes = TRUE
                no = FALSE
                wide = 3000000000
                huge = 123456789012345678901234567890
                nan = NaN
                minus = -Inf
                text = "한글 \\"quoted\\" \\\\ $x\\n\\t\\u0007"
                items = list(1, "b", list(2.5))
                entries = list("a" = 1, "b" = NULL)
                hidden = 1""",
                source(ParameterCell.edit(notebook(), "R", everyValue())));
    }

    @Test
    void juliaWritesEveryValue() {
        assertEquals(
                """
                # Parameters
                none = nothing
                yes = true
                no = false
                wide = 3000000000
                huge = 123456789012345678901234567890
                nan = NaN
                minus = -Inf
                text = "한글 \\"quoted\\" \\\\ \\$x\\n\\t\\u0007"
                items = [1, "b", [2.5]]
                entries = Dict("a" => 1, "b" => nothing)
                _hidden = 1""",
                source(ParameterCell.edit(notebook(), "julia", everyValue())));
    }

    @Test
    void scalaWritesEveryValue() {
        assertEquals(
                """
                // Parameters
                val none = None
                val yes = true
                val no = false
                val wide = 3000000000L
                val huge = BigInt("123456789012345678901234567890")
                val nan = Double.NaN
                val minus = Double.NegativeInfinity
                val text = "한글 \\"quoted\\" \\\\ $x\\n\\t\\u0007"
                val items = Seq(1, "b", Seq(2.5))
                val entries = Map("a" -> 1, "b" -> None)
                val _hidden = 1""",
                source(ParameterCell.edit(notebook(), "scala", everyValue())));
    }

    @Test
    void javaWritesEveryValue() {
        assertEquals(
                """
                // Parameters
                var none = (Object) null;
                var yes = true;
                var no = false;
                var wide = 3000000000L;
                var huge = new java.math.BigInteger("123456789012345678901234567890");
                var nan = Double.NaN;
                var minus = Double.NEGATIVE_INFINITY;
                var text = "한글 \\"quoted\\" \\\\ $x\\n\\t\\u0007";
                var items = java.util.Arrays.asList(1, "b", java.util.Arrays.asList(2.5));
                var entries = new java.util.LinkedHashMap<String, Object>() {{ put("a", 1); \
                put("b", (Object) null); }};
                var _hidden = 1;""",
                source(ParameterCell.edit(notebook(), "java", everyValue())));
    }

    @Test
    void aLanguageThatIsNotKnownIsSaidToBe() {
        assertTrue(ParameterCell.knows("Kotlin"));
        assertTrue(ParameterCell.knows("javascript"));
        assertFalse(ParameterCell.knows("cobol"));
    }

    private static List<Parameter> everyValue() {
        var entries = new LinkedHashMap<String, Object>();
        entries.put("a", 1);
        entries.put("b", null);
        var values = new ArrayList<Parameter>();
        values.add(new Parameter("none", null));
        values.add(new Parameter("yes", true));
        values.add(new Parameter("no", false));
        values.add(new Parameter("wide", 3_000_000_000L));
        values.add(new Parameter("huge", new BigInteger("123456789012345678901234567890")));
        values.add(new Parameter("nan", Double.NaN));
        values.add(new Parameter("minus", Double.NEGATIVE_INFINITY));
        values.add(new Parameter("text", "한글 \"quoted\" \\ $x\n\t\u0007"));
        values.add(new Parameter("items", List.of(1, "b", List.of(2.5))));
        values.add(new Parameter("entries", entries));
        values.add(new Parameter("_hidden", 1));
        return values;
    }

    private static Object edit(Notebook notebook, String language) {
        return ParameterCell.edit(notebook, language, PARAMETERS);
    }

    private static String source(Object edit) {
        return assertInstanceOf(InsertCells.class, edit).cells().getFirst().source();
    }

    private static Notebook notebook(Cell... cells) {
        return NewNotebook.empty().withCells(List.of(cells));
    }

    private static CodeCell cell(String source, String... tags) {
        var written = List.of(tags).stream().map(JsonString::new).toList();
        return new CodeCell(
                new CellId(source),
                source,
                JsonObject.EMPTY.with("tags", new JsonArray(List.copyOf(written))),
                null,
                CellOutputs.NONE,
                null);
    }
}
