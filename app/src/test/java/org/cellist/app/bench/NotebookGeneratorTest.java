package org.cellist.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput.Rich;
import org.cellist.app.notebook.model.Notebook;
import org.junit.jupiter.api.Test;

class NotebookGeneratorTest {

    @Test
    void theSameArgumentsGiveTheSameBytesEverywhere() {
        var hash = HexFormat.of().formatHex(new NotebookGenerator(40, 1, 7).bytes().sha256());

        assertEquals("0d044ab180c77ebe9931c92071919685c53c10fa1e7e6b56f7e173bde8e28ba5", hash);
    }

    @Test
    void anotherSeedGivesAnotherNotebook() {
        var one = new NotebookGenerator(10, 0, 1).bytes().toByteArray();
        var two = new NotebookGenerator(10, 0, 2).bytes().toByteArray();

        assertFalse(Arrays.equals(one, two));
    }

    @Test
    void theFileHasTheCellsAndTheSizeAskedForAndNoQuirk() {
        var bytes = new NotebookGenerator(200, 3, 1).bytes().toByteArray();

        var outcome = (Editable) new NotebookReader().read(bytes);

        assertEquals(200, outcome.notebook().cells().size());
        assertEquals(List.of(), outcome.quirks());
        assertEquals(3e6, bytes.length, 6e4);
    }

    @Test
    void theImagesCanBeDecoded() throws IOException {
        var bytes = new NotebookGenerator(20, 1, 3).bytes().toByteArray();
        var notebook = ((Editable) new NotebookReader().read(bytes)).notebook();

        var png = Base64.getDecoder().decode(firstImage(notebook));

        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertNotNull(image);
        assertTrue(image.getWidth() > 50);
    }

    private static String firstImage(Notebook notebook) {
        return notebook.cells().stream()
                .filter(CodeCell.class::isInstance)
                .flatMap(cell -> ((CodeCell) cell).outputs().items().stream())
                .filter(Rich.class::isInstance)
                .flatMap(output -> ((Rich) output).data().text("image/png").stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NotebookGenerator(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new NotebookGenerator(1, -1, 1));
    }
}
