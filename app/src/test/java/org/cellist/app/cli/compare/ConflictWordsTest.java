package org.cellist.app.cli.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.merge.MergeConflict;
import org.cellist.app.notebook.merge.Side;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.junit.jupiter.api.Test;

class ConflictWordsTest {

    private static final CellId CELL = new CellId("b");

    private final ConflictWords words =
            new ConflictWords(
                    NewNotebook.empty()
                            .withCells(
                                    List.of(
                                            NewNotebook.cell(CellType.CODE, "x"),
                                            NewNotebook.cell(CellType.MARKDOWN, "y")
                                                    .withId(CELL))));

    @Test
    void everyConflictNamesItsCell() {
        var one = new JsonNumber("1");
        var conflicts =
                List.of(
                        new MergeConflict.Source(CELL),
                        new MergeConflict.Deletion(CELL, Side.LOCAL),
                        new MergeConflict.Deletion(CELL, Side.REMOTE),
                        new MergeConflict.Move(CELL),
                        new MergeConflict.Type(CELL, CellType.MARKDOWN, CellType.RAW),
                        new MergeConflict.Metadata(CELL, "k", one, one),
                        new MergeConflict.Metadata(CELL, "k", null, one),
                        new MergeConflict.UnknownMember(CELL, "k", null, one),
                        new MergeConflict.Outputs(CELL),
                        new MergeConflict.OldOutputs(CELL, Side.LOCAL, CellOutputs.NONE),
                        new MergeConflict.OldOutputs(CELL, Side.REMOTE, CellOutputs.NONE),
                        new MergeConflict.Attachment(CELL, "p.png", "p-remote.png"),
                        new MergeConflict.Attachment(CELL, "p.png", "p.png"));

        var lines = conflicts.stream().map(words::explain).toList();

        assertEquals(conflicts.size(), lines.stream().distinct().count(), lines::toString);
        for (var line : lines) {
            assertTrue(line.startsWith("Cell 2: "), line);
            assertFalse(line.contains("\n"), line);
        }
    }

    @Test
    void theNotebooksOwnMetadataNamesNoCell() {
        var conflict =
                new MergeConflict.Metadata(
                        null, "a.b", new JsonString("\u001b[2J"), new JsonNumber("2"));

        var line = words.explain(conflict);

        assertTrue(line.startsWith("Notebook: both sides changed the metadata \"a.b\""), line);
        assertFalse(line.contains("\u001b"), line);
    }

    @Test
    void whatOneSideDeletedIsToldAsKept() {
        var conflict = new MergeConflict.Metadata(CELL, "k", null, new JsonNumber("7"));

        assertTrue(words.explain(conflict).endsWith("It is kept: 7."), words.explain(conflict));
    }

    @Test
    void gitsCallsAreTold() {
        var unmerged = List.of(Path.of("x.ipynb"));

        assertTrue(ComparedFiles.isUnmerged(unmerged, Map.of("GIT_DIFF_PATH_TOTAL", "1")));
        assertFalse(ComparedFiles.isUnmerged(unmerged, Map.of()));
        assertTrue(ColorChoice.AUTO.isColoured(false, Map.of("GIT_PAGER_IN_USE", "true")));
        assertFalse(ColorChoice.AUTO.isColoured(true, Map.of("NO_COLOR", "1")));
    }
}
