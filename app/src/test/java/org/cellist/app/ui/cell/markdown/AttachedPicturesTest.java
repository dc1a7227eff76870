package org.cellist.app.ui.cell.markdown;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.ui.cell.markdown.AttachedPictures.Made.Ready;
import org.cellist.app.ui.output.image.PngFile;
import org.junit.jupiter.api.Test;

class AttachedPicturesTest {

    private final NotebookStore store = new NotebookStore(NewNotebook.empty(), Clock.systemUTC());

    private MarkdownCell cell() {
        return (MarkdownCell) store.notebook().cells().getLast();
    }

    @Test
    void picturesGetNamesThatAreFreeAndAreOneStep() {
        store.apply(
                new InsertCells(
                        store.notebook().cells().size(),
                        List.of(NewNotebook.cell(CellType.MARKDOWN, "안녕 x"))));
        store.apply(AttachedPictures.attaching(cell(), 3, 1, List.of(new Ready("AAAA"))).edit());
        var second =
                AttachedPictures.attaching(
                        cell(), 3, 0, List.of(new Ready("BBBB"), new Ready("CCCC")));
        store.apply(second.edit());

        assertEquals(
                List.of("image.png", "image-1.png", "image-2.png"),
                List.copyOf(cell().attachments().keySet()));
        assertEquals(
                "안녕 ![image-1.png](attachment:image-1.png)\n"
                        + "![image-2.png](attachment:image-2.png)",
                cell().source().substring(0, second.caret()));
        assertEquals(
                Optional.of("BBBB"),
                Optional.ofNullable(cell().attachments().get("image-1.png"))
                        .flatMap(bundle -> bundle.text("image/png")));

        store.undo();
        assertEquals("안녕 ![image.png](attachment:image.png)", cell().source());
        assertEquals(List.of("image.png"), List.copyOf(cell().attachments().keySet()));
        store.undo();
        assertEquals("안녕 x", cell().source());
        store.redo();
        assertEquals(List.of("image.png"), List.copyOf(cell().attachments().keySet()));
    }

    @Test
    void aPngIsTakenAsItIsAndOthersBecomeOne() throws IOException {
        var png = file("png");

        assertArrayEquals(png, PngFile.of(png));
        assertArrayEquals(Arrays.copyOf(png, 8), Arrays.copyOf(PngFile.of(file("gif")), 8));
        assertThrows(IOException.class, () -> PngFile.of(new byte[] {1, 2, 3}));
    }

    private static byte[] file(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
