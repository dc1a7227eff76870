package org.cellist.app.notebook.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.format.ReadOutcome.Legacy;
import org.cellist.app.notebook.format.ReadOutcome.ReadOnly;
import org.cellist.app.notebook.format.ReadOutcome.Refused;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Open and save, with and without an edit, over every real notebook.
class ByteIdentityTest {

    private static final NotebookReader READER = new NotebookReader();
    private static final NotebookWriter WRITER = new NotebookWriter();

    static Stream<Path> notebooks() {
        return Corpus.notebooks().stream();
    }

    /// The files that can be edited; the others have no cell to change.
    static Stream<Path> editableNotebooks() throws IOException {
        var editable = new ArrayList<Path>();
        for (var file : Corpus.notebooks()) {
            if (READER.read(Files.readAllBytes(file)) instanceof Editable) {
                editable.add(file);
            }
        }
        return editable.stream();
    }

    @Test
    void thereAreNotebooksToTry() {
        assertTrue(!Corpus.notebooks().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void anUnchangedNotebookIsSavedByteForByte(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);

        switch (READER.read(bytes)) {
            case Editable(var notebook, _) ->
                    assertArrayEquals(bytes, WRITER.write(notebook).toByteArray());
            case ReadOnly(var notebook, _) ->
                    assertArrayEquals(bytes, WRITER.write(notebook).toByteArray());
            case Legacy(var notebook, _) -> assertTrue(notebook.version().major() == 4);
            case Refused(var problem) -> assertTrue(!problem.kind().name().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("editableNotebooks")
    void editingOneSourceChangesOnlyThatCell(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var notebook = editable(bytes);

        for (int i : someOf(notebook)) {
            var cell = notebook.cells().get(i);
            var edited = with(notebook, i, cell.withSource(cell.source() + "\n# 편집 \"\\"));

            var saved = WRITER.write(edited).toByteArray();

            assertOutsideUnchanged(bytes, saved, spanOf(cell));
            assertEquals(
                    sources(edited), sources(editable(saved)), "the edit is read back as made");
        }
    }

    @ParameterizedTest
    @MethodSource("editableNotebooks")
    void runningOneCellChangesItsOutputsAndCountOnly(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var notebook = editable(bytes);
        var other = outputsOfAnotherFile();

        for (int i : someOf(notebook)) {
            if (!(notebook.cells().get(i) instanceof CodeCell cell)) {
                continue;
            }
            var edited = with(notebook, i, cell.withOutputs(4711, other.outputs()));

            var saved = WRITER.write(edited).toByteArray();

            assertOutsideUnchanged(bytes, saved, spanOf(cell));
            var reread = (CodeCell) editable(saved).cells().get(i);
            assertEquals(4711, reread.executionCount());
            assertEquals(other.outputs().items().size(), reread.outputs().items().size());
            assertEquals(cell.source(), reread.source());
        }
    }

    @ParameterizedTest
    @MethodSource("editableNotebooks")
    void takingACellOutAndPuttingItBackGivesTheFile(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var notebook = editable(bytes);

        for (int i : someOf(notebook)) {
            var fewer = new ArrayList<>(notebook.cells());
            var cell = fewer.remove(i);
            var without = notebook.withCells(fewer);
            var saved = WRITER.write(without).toByteArray();
            assertEquals(sources(without), sources(editable(saved)));

            fewer.add(i, cell);

            assertArrayEquals(bytes, WRITER.write(notebook.withCells(fewer)).toByteArray());
        }
    }

    @ParameterizedTest
    @MethodSource("editableNotebooks")
    void movedCellsKeepTheirBytes(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var notebook = editable(bytes);
        var reversed = notebook.withCells(notebook.cells().reversed());

        var saved = WRITER.write(reversed).toByteArray();

        assertEquals(sources(reversed), sources(editable(saved)));
        var text = new String(saved, StandardCharsets.ISO_8859_1);
        for (int i : someOf(notebook)) {
            var slot = spanOf(notebook.cells().get(i)).whole();
            var whole =
                    new String(
                            bytes,
                            slot.from(),
                            slot.to() - slot.from(),
                            StandardCharsets.ISO_8859_1);
            assertTrue(text.contains(whole), () -> "cell " + i);
        }
    }

    /// The first and last cells and some between; every cell would take minutes.
    private static int[] someOf(Notebook notebook) {
        int count = notebook.cells().size();
        int step = Math.max(1, count / 8);
        return IntStream.range(0, count).filter(i -> i % step == 0 || i == count - 1).toArray();
    }

    private static Notebook editable(byte[] bytes) {
        if (READER.read(bytes) instanceof Editable(var notebook, _)) {
            return notebook;
        }
        throw new AssertionError("not editable");
    }

    private static CodeCell outputsOfAnotherFile() throws IOException {
        var tour = Corpus.repository().resolve("docs/examples/tour.ipynb");
        return editable(Files.readAllBytes(tour)).cells().stream()
                .filter(cell -> cell instanceof CodeCell code && !code.outputs().items().isEmpty())
                .map(CodeCell.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Notebook with(Notebook notebook, int index, Cell cell) {
        var cells = new ArrayList<>(notebook.cells());
        cells.set(index, cell);
        return notebook.withCells(cells);
    }

    private static CellSpan spanOf(Cell cell) {
        return (CellSpan) Objects.requireNonNull(cell.origin());
    }

    private static List<String> sources(Notebook notebook) {
        return notebook.cells().stream().map(Cell::source).toList();
    }

    private static void assertOutsideUnchanged(byte[] before, byte[] after, CellSpan span) {
        int head = span.whole().from();
        int tail = before.length - span.whole().to();
        assertTrue(after.length >= head + tail);
        assertTrue(Arrays.equals(before, 0, head, after, 0, head), "before the cell");
        assertTrue(
                Arrays.equals(
                        before,
                        before.length - tail,
                        before.length,
                        after,
                        after.length - tail,
                        after.length),
                "after the cell");
    }
}
