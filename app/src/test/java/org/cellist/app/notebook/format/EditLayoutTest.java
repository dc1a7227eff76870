package org.cellist.app.notebook.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.junit.jupiter.api.Test;

/// What an edit looks like in the file: the changed part and nothing else, in the file's own
/// layout.
class EditLayoutTest {

    /// As Colab writes: two spaces, its own order, no ids, escapes.
    private static final String COLAB =
            """
            {
              "nbformat": 4,
              "nbformat_minor": 0,
              "metadata": {
                "colab": {
                  "provenance": []
                }
              },
              "cells": [
                {
                  "cell_type": "code",
                  "source": [
                    "# \\u003cb\\u003e\\n",
                    "a = 1\\n",
                    "b = 2"
                  ],
                  "metadata": {
                    "id": "Qx1"
                  },
                  "execution_count": 1,
                  "outputs": []
                }
              ]
            }
            """;

    /// As a program writes that minds no people.
    private static final String COMPACT =
            "{\"cells\":[{\"cell_type\":\"markdown\",\"metadata\":{},\"source\":\"# a\"}],"
                    + "\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":2}";

    /// As Python 2 wrote: a space before each line end.
    private static final String PYTHON2 =
            """
            {
             "cells": [
              {
               "cell_type": "raw",~
               "metadata": {},~
               "source": [
                "x"
               ]
              }
             ],~
             "metadata": {},~
             "nbformat": 4,~
             "nbformat_minor": 4
            }
            """
                    .replace("~", " ");

    @Test
    void aChangedLineLeavesTheOthersEscapesAlone() {
        var now = edited(COLAB, cell -> cell.withSource("# <b>\na = 1\nc = \"<\"\nb = 2"));

        assertEquals(
                COLAB.replace("\"a = 1\\n\",\n", "\"a = 1\\n\",\n        \"c = \\\"<\\\"\\n\",\n"),
                now);
    }

    @Test
    void aLineThatJoinsAnotherIsWrittenAnew() {
        var now = edited(COLAB, cell -> cell.withSource("# <b>\na = 1b = 2"));

        assertEquals(COLAB.replace("\"a = 1\\n\",\n        \"b = 2\"", "\"a = 1b = 2\""), now);
    }

    @Test
    void aFirstOutputIsLaidOutLikeTheFile() {
        var outputs = CellOutputs.NONE.after(new Stream(StreamName.STDOUT, "1\n2"));
        var now = edited(COLAB, cell -> ((CodeCell) cell).withOutputs(2, outputs));

        assertEquals(
                COLAB.replace("\"execution_count\": 1", "\"execution_count\": 2")
                        .replace(
                                "\"outputs\": []",
                                """
                                "outputs": [
                                        {
                                          "output_type": "stream",
                                          "name": "stdout",
                                          "text": [
                                            "1\\n",
                                            "2"
                                          ]
                                        }
                                      ]"""),
                now);
    }

    @Test
    void aMetadataEntryComesAndGoesAlone() {
        var tagged =
                edited(
                        COLAB,
                        cell -> cell.withMetadata(cell.metadata().with("x", new JsonString("한글"))));

        assertEquals(
                COLAB.replace("\"id\": \"Qx1\"", "\"id\": \"Qx1\",\n        \"x\": \"한글\""),
                tagged);
        assertEquals(
                COLAB, edited(tagged, cell -> cell.withMetadata(cell.metadata().without("x"))));
    }

    @Test
    void theNotebooksOtherMetadataKeepsItsBytes() {
        var notebook = read(COLAB);
        var colab = notebook.metadata().object("colab").with("name", new JsonString("a.ipynb"));

        var now = written(notebook.withMetadata(notebook.metadata().with("colab", colab)));

        assertEquals(
                COLAB.replace(
                        "\"provenance\": []", "\"provenance\": [],\n      \"name\": \"a.ipynb\""),
                now);
    }

    @Test
    void aNewCellFollowsTheFilesOrderAndGetsNoIdWhereTheMinorHasNone() {
        var now = inserted(COLAB, 0, NewNotebook.cell(CellType.CODE, "new"));

        assertEquals(
                COLAB.replace(
                        "\"cells\": [\n",
                        """
                        "cells": [
                            {
                              "cell_type": "code",
                              "source": [
                                "new"
                              ],
                              "metadata": {},
                              "execution_count": null,
                              "outputs": []
                            },
                        """),
                now);
    }

    @Test
    void aNewCellInACompactFileIsCompact() {
        var now = inserted(COMPACT, 1, NewNotebook.cell(CellType.CODE, "a\nb"));

        assertEquals(
                COMPACT.replace(
                        "\"# a\"}",
                        "\"# a\"},{\"cell_type\":\"code\",\"execution_count\":null,\"metadata\":{},"
                                + "\"outputs\":[],\"source\":\"a\\nb\"}"),
                now);
    }

    @Test
    void aPython2FileKeepsItsSpaces() {
        var now = inserted(PYTHON2, 1, NewNotebook.cell(CellType.RAW, "y"));

        var cell =
                "{\n   \"cell_type\": \"raw\", \n   \"metadata\": {}, \n   \"source\": [\n    \"y\"\n   ]\n  }";
        assertEquals(PYTHON2.replace("  }\n ], ", "  }, \n  " + cell + "\n ], "), now);
    }

    @Test
    void aCellOfAnotherTypeLosesAndGetsTheMembersOfItsType() {
        var now =
                edited(
                        COLAB,
                        cell ->
                                new MarkdownCell(
                                        cell.id(),
                                        cell.source(),
                                        cell.metadata(),
                                        Map.of(),
                                        cell.origin()));

        assertEquals(
                COLAB.replace("\"cell_type\": \"code\"", "\"cell_type\": \"markdown\"")
                        .replace(
                                "},\n      \"execution_count\": 1,\n      \"outputs\": []\n",
                                "}\n"),
                now);
        assertEquals(
                COMPACT.replace(
                        "\"cell_type\":\"markdown\",\"metadata\":{},",
                        "\"cell_type\":\"code\",\"execution_count\":null,\"metadata\":{},\"outputs\":[],"),
                edited(COMPACT, EditLayoutTest::asCode));
    }

    private static Cell asCode(Cell cell) {
        return new CodeCell(
                cell.id(), cell.source(), cell.metadata(), null, CellOutputs.NONE, cell.origin());
    }

    @Test
    void anAsciiFileStaysAscii() {
        var ascii = COMPACT.replace("# a", "# \\ud55c");

        var now = edited(ascii, cell -> cell.withSource(cell.source() + " 글😀\u007f"));

        assertEquals(COMPACT.replace("# a", "# \\ud55c \\uae00\\ud83d\\ude00\\u007f"), now);
    }

    @Test
    void aCopyGetsItsOwnIdAndDropsColabs() {
        var copied = new CellId("copy");
        var inColab = read(COLAB);
        var original = inColab.cells().getFirst();

        var now = written(inColab.withCells(List.of(original, original.withId(copied))));

        var cell = COLAB.substring(COLAB.indexOf("    {\n      \"cell"), COLAB.indexOf("\n  ]\n"));
        var copy = cell.replace("{\n        \"id\": \"Qx1\"\n      }", "{}");
        assertEquals(COLAB.replace(cell, cell + ",\n" + copy), now);
        var withIds = HostileFiles.BASE;
        var named = edited(withIds, each -> each.withId(copied));
        assertEquals(withIds.replace("\"one\"", "\"copy\""), named);
    }

    @Test
    void aSourceKeepsItsLineEnds() {
        var windows = COMPACT.replace("# a", "# a\\r\\nb\\r\\nc");

        var now = edited(windows, cell -> cell.withSource(cell.source().replace("b", "x\ny")));

        assertEquals(COMPACT.replace("# a", "# a\\r\\nx\\r\\ny\\r\\nc"), now);
    }

    @Test
    void aLineEndThatTwoItemsShareIsNotDoubled() {
        var split = COLAB.replace("\"a = 1\\n\"", "\"a = 1\\r\",\n        \"\\n\"");

        var now = edited(split, cell -> cell.withSource(cell.source().replace("b = 2", "c = 2")));

        assertEquals("# <b>\na = 1\nc = 2", read(now).cells().getFirst().source());
    }

    @Test
    void theLastCellLeavesAnEmptyList() {
        assertEquals(
                COMPACT.replaceFirst("\\[.*]", "[]"), written(read(COMPACT).withCells(List.of())));
    }

    @Test
    void metadataThatWasAbsentComesLast() {
        var without = COMPACT.replace(",\"metadata\":{},\"nbformat\"", ",\"nbformat\"");
        var metadata = JsonObject.EMPTY.with("a", new JsonString("b"));

        var now = written(read(without).withMetadata(metadata));

        assertEquals(
                without.replace("],\"nbformat\"", "],\"metadata\":{\"a\":\"b\"},\"nbformat\""),
                now);
    }

    private static String edited(String file, UnaryOperator<Cell> edit) {
        var notebook = read(file);
        var cells = new ArrayList<>(notebook.cells());
        cells.set(0, edit.apply(cells.getFirst()));
        return written(notebook.withCells(cells));
    }

    private static String inserted(String file, int index, Cell cell) {
        var notebook = read(file);
        var cells = new ArrayList<>(notebook.cells());
        cells.add(index, cell);
        return written(notebook.withCells(cells));
    }

    private static Notebook read(String file) {
        var outcome = new NotebookReader().read(file.getBytes(StandardCharsets.UTF_8));
        return ((Editable) outcome).notebook();
    }

    private static String written(Notebook notebook) {
        var bytes = new NotebookWriter().write(notebook).toByteArray();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
