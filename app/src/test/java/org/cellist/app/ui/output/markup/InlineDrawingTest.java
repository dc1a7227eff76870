package org.cellist.app.ui.output.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.Map;
import org.cellist.app.ui.output.rich.Block;
import org.cellist.app.ui.output.rich.Inline;
import org.cellist.app.ui.output.rich.NotebookPictures;
import org.cellist.app.ui.output.rich.PictureResolver.Found;
import org.junit.jupiter.api.Test;

class InlineDrawingTest {

    @Test
    void aDrawingWithinHtmlIsAPicture() throws IOException {
        var html =
                "<p><svg width='40' height='20' viewBox='0 0 4 2'><linearGradient id='g'>"
                        + "</linearGradient><rect width='4' height='2' fill='url(#g)'/></svg></p>";

        var simple = assertInstanceOf(Markup.Simple.class, Markup.read(html));

        var paragraph = assertInstanceOf(Block.Paragraph.class, simple.blocks().getFirst());
        var picture = assertInstanceOf(Inline.Picture.class, paragraph.content().getFirst());
        var found = new NotebookPictures(Map.of(), null).resolve(picture.address());
        var source = assertInstanceOf(Found.Here.class, found).source();
        assertEquals(40, source.decode(1).size().width());
    }
}
