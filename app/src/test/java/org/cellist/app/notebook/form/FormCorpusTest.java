package org.cellist.app.notebook.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.cellist.app.notebook.format.Corpus;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit.SetCellMetadata;
import org.cellist.app.notebook.store.NotebookStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Forms as people write them: the example, and the notebooks of the corpus where it is there.
class FormCorpusTest {

    static List<Path> notebooks() {
        return Corpus.notebooks();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyFieldOfARealNotebookIsReadAndItsValueWrittenAsItStands(Path file) throws IOException {
        for (var cell : codeCells(file)) {
            var fields = Form.in(cell.source()).map(Form::parameters).orElse(List.of());
            long marks = cell.source().lines().filter(FormCorpusTest::hasParam).count();
            assertEquals(marks, fields.size(), cell.source());
            for (var field : fields) {
                assertTrue(field.isIn(cell.source()));
                var value = field.value().orElseThrow(() -> new AssertionError(field.written()));
                assertEquals(field.written(), field.literal(value).orElse(""));
            }
        }
    }

    @Test
    void theExampleHasEveryKindOfField() throws IOException {
        var kinds =
                codeCells(example()).stream()
                        .flatMap(cell -> Form.in(cell.source()).stream())
                        .flatMap(form -> form.parameters().stream())
                        .map(field -> field.field().getClass())
                        .distinct()
                        .count();

        assertEquals(Field.class.getPermittedSubclasses().length, kinds);
    }

    @Test
    void hidingCodeAndShowingItAgainLeavesTheFileAsItWas() throws IOException {
        var bytes = Files.readAllBytes(example());
        var store = new NotebookStore(read(example()), Clock.systemUTC());
        var cell = store.notebook().cells().get(1);
        var form = Form.in(cell.source()).orElseThrow();

        store.apply(new SetCellMetadata(cell.id(), CellView.toggled(form, cell.metadata())));
        var hidden = written(store.notebook());
        store.undo();

        assertEquals(bytes.length + "\n    \"cellView\": \"form\"\n   ".length(), hidden.length);
        assertArrayEquals(bytes, written(store.notebook()));
    }

    private static boolean hasParam(String line) {
        return line.contains("#@param") || line.contains("# @param");
    }

    private static Path example() {
        return Corpus.repository().resolve("docs/examples/forms.ipynb");
    }

    private static List<Cell> codeCells(Path file) throws IOException {
        return new NotebookReader().read(Files.readAllBytes(file)) instanceof Editable(var read, _)
                ? read.cells().stream().filter(CodeCell.class::isInstance).toList()
                : List.of();
    }

    private static Notebook read(Path file) throws IOException {
        return assertInstanceOf(Editable.class, new NotebookReader().read(Files.readAllBytes(file)))
                .notebook();
    }

    private static byte[] written(Notebook notebook) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new NotebookWriter().write(notebook).writeTo(Channels.newChannel(bytes));
        return bytes.toByteArray();
    }
}
