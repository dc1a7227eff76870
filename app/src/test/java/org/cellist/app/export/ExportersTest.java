package org.cellist.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutput.Rich;
import org.cellist.app.notebook.model.CellOutput.Text;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;

class ExportersTest {

    @Test
    void markdownLeavesFormulasAlone() {
        var page =
                page(
                        text(
                                "Let $a_1 * b_2 * c < d$ and\n\n$$\\begin{matrix}1 \\\\ 2\\end{matrix}$$"));

        assertTrue(page.contains("Let <span class=tex>a_1 * b_2 * c &lt; d</span> and"), page);
        assertTrue(
                page.contains(
                        "<span class=display-tex>\\begin{matrix}1 \\\\ 2\\end{matrix}</span>"),
                page);
    }

    @Test
    void dollarsInCodeAndPricesAreNoFormulas() {
        var page = page(text("`$a$` costs $5 and $10, or \\$3 and $x\n\n```\n$b$\n```"));

        assertFalse(page.contains("class=tex"), page);
        assertTrue(page.contains("<code>$a$</code> costs $5 and $10, or $3 and $x"), page);
    }

    @Test
    void aPageRunsNoScriptAndAsksForNothing() {
        var page =
                page(
                        text("<script>1</script><img src=x onerror=2>\n\n[a](javascript:b)"),
                        code("1", rich("text/html", "<b onclick=x>bold</b><script>y</script>")));

        assertTrue(page.contains("<b>bold</b>"), page);
        assertFalse(page.contains("<script") || page.contains("onerror"), page);
        assertFalse(page.contains("onclick") || page.contains("javascript:"), page);
    }

    @Test
    void aFormulaCannotLeaveTheAttributeItStandsIn() {
        var page = page(text("[a](http://b.c '$x\" onclick=1$')"));

        assertTrue(page.contains("title=\"<span class=tex>x&quot; onclick=1</span>\""), page);
    }

    @Test
    void aLatexOutputIsAFormula() {
        var page = page(code("m", rich("text/latex", "$\\displaystyle x^2$")));

        assertTrue(page.contains("<span class=display-tex>\\displaystyle x^2</span>"), page);
    }

    @Test
    void markdownHasCodeInFencesAndOutputsIndented() {
        var exported =
                new MarkdownExporter()
                        .export(
                                notebook(
                                        text("# Title"),
                                        code(
                                                "print('```')",
                                                new Text(
                                                        StreamName.STDOUT,
                                                        StreamText.of("\u001b[1m```\u001b[0m\n")))),
                                "n_files");

        assertEquals("# Title\n\n````python\nprint('```')\n````\n\n    ```\n", exported.text());
        assertEquals(Map.of(), exported.files());
    }

    @Test
    void aScriptHasMagicsAsComments() {
        var script =
                new ScriptExporter()
                        .export(notebook(text("Some\n\ntext"), code("%time x = 1\ny = 2\n!ls")));

        assertEquals(
                "# %% [markdown]\n# Some\n#\n# text\n\n# %%\n# %time x = 1\ny = 2\n# !ls\n",
                script);
    }

    private static String page(Cell... cells) {
        return new HtmlExporter().export(notebook(cells), "title");
    }

    private static Notebook notebook(Cell... cells) {
        return NewNotebook.empty().withCells(List.of(cells));
    }

    private static Cell text(String source) {
        return new MarkdownCell(new CellId(source), source, JsonObject.EMPTY, Map.of(), null);
    }

    private static Cell code(String source, CellOutput... outputs) {
        return new CodeCell(
                new CellId(source),
                source,
                JsonObject.EMPTY,
                1,
                new CellOutputs(List.of(outputs), false),
                null);
    }

    private static CellOutput rich(String mimeType, String value) {
        var data = new LinkedHashMap<String, RawJson>();
        data.put(mimeType, RawJson.ofString(value));
        return new Rich(new MimeBundle(data, RawJson.EMPTY_OBJECT), true, 1, null);
    }
}
