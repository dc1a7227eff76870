package org.cellist.app.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import org.cellist.app.language.VirtualDocument.Place;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.TextChange;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;

class VirtualDocumentTest {

    @Test
    void cellsFollowEachOtherAndEachEndsItsLine() {
        var document = VirtualDocument.of(program(notebook("a = 1", "b = 2\nc = 3")), null);

        assertTrue(document.text().endsWith("\na = 1\nb = 2\nc = 3\n"), document.text());
    }

    @Test
    void placesInCellsAndPositionsMeanTheSame() {
        var document = VirtualDocument.of(program(notebook("a = 1", "b = 2\nc = 3")), null);
        int offset = document.offset(id(1), 6).orElseThrow();

        var position = document.position(offset);

        assertEquals(new Position(3, 0), position);
        assertEquals(offset, document.offset(position));
        assertEquals(
                Optional.of(new Place(id(1), 6, 7)),
                document.place(new Range(position, new Position(3, 1))));
    }

    @Test
    void aScriptIsItsTextAlone() {
        var source = "%timeit\nx = '😀'\n";
        var script = new Program(Program.Kind.SCRIPT, "a.py", notebook(source));

        var document = VirtualDocument.of(script, null);

        assertTrue(document.text().startsWith("%timeit\nx = '"), document.text());
        assertEquals(source.length(), document.text().length());
        assertEquals(new Position(1, 4), document.position(12));
    }

    @Test
    void whatReachesIntoTheNextCellEndsWithItsOwn() {
        var document = VirtualDocument.of(program(notebook("f(", "b")), null);

        var place = document.place(new Range(new Position(1, 1), new Position(2, 1)));

        assertEquals(Optional.of(new Place(id(0), 1, 2)), place);
    }

    @Test
    void theFirstLineBelongsToNoCell() {
        var document = VirtualDocument.of(program(notebook("a")), null);

        assertEquals(
                Optional.empty(),
                document.place(new Range(new Position(0, 3), new Position(0, 5))));
    }

    @Test
    void positionsBeyondLinesAndTheTextAreTheirEnds() {
        var document = VirtualDocument.of(program(notebook("ab\r\ncd")), null);
        int start = document.offset(id(0), 0).orElseThrow();

        assertEquals(start + 2, document.offset(new Position(1, 99)));
        assertEquals(start + 4, document.offset(new Position(2, 0)));
        assertEquals(document.text().length(), document.offset(new Position(99, 0)));
        assertEquals(0, document.offset(new Position(-1, 0)));
    }

    @Test
    void whatIsNoPythonMeansNothing() {
        assertEquals("_  \nx = 1", ProgramText.ofCell("!ls\nx = 1"));
        assertEquals("_;            f(x)", ProgramText.ofCell("%timeit -n 10 f(x)"));
        assertEquals("x = _     ", ProgramText.ofCell("x = !ls -l"));
        assertEquals("      \nx = 1", ProgramText.ofCell("%%time\nx = 1"));
        assertEquals(" ".repeat(18), ProgramText.ofCell("%%writefile a.py\nx"));
        assertEquals("_    ", ProgramText.ofCell("len??"));
    }

    @Test
    void aCharacterOfTwoUnitsIsTwoLetters() {
        var text = ProgramText.ofCell("x = '😀'; 𝑎 = 𝑎");

        assertEquals("x = '😀'; 𝑎 = 𝑎".length(), text.length());
        assertTrue(text.chars().noneMatch(c -> Character.isSurrogate((char) c)), text);
        assertEquals(text.substring(10, 12), text.substring(15, 17));
    }

    @Property
    void everyPlaceOfEveryCellIsFoundAgain(
            @ForAll @Size(max = 5)
                    List<@Chars({'a', '%', '!', '\n', '\r', ' ', '\'', '한', '\u2028'}) String>
                            sources) {
        var document = VirtualDocument.of(program(notebook(sources.toArray(String[]::new))), null);

        for (int cell = 0; cell < sources.size(); cell++) {
            for (int i = 0; i <= sources.get(cell).length(); i++) {
                int offset = document.offset(id(cell), i).orElseThrow();
                assertEquals(offset, document.offset(id(cell), 0).orElseThrow() + i);
                assertEquals(
                        Optional.of(new Place(id(cell), i, i)), document.place(offset, offset));
                assertEquals(offset, lineStart(document, offset) + column(document, offset));
            }
        }
    }

    private static int column(VirtualDocument document, int offset) {
        return document.position(offset).getCharacter();
    }

    private static int lineStart(VirtualDocument document, int offset) {
        return document.offset(new Position(document.position(offset).getLine(), 0));
    }

    @Property
    void aChangeMakesTheNewTextOfTheOld(
            @ForAll @Chars({'a', 'b', '\n', '\r'}) String before,
            @ForAll @Chars({'a', 'b', '\n', '\r'}) String after) {
        var change = TextChange.between(before, after);

        var made =
                before.substring(0, change.start())
                        + change.inserted()
                        + before.substring(change.oldEnd());
        assertEquals(after, made);
    }

    static Program program(Notebook notebook) {
        return new Program(Program.Kind.NOTEBOOK, "a.ipynb", notebook);
    }

    static CellId id(int index) {
        return new CellId("cell-" + index);
    }

    static Notebook notebook(String... sources) {
        var cells = new ArrayList<Cell>();
        for (var source : sources) {
            cells.add(
                    new Cell.CodeCell(
                            id(cells.size()),
                            source,
                            JsonObject.EMPTY,
                            null,
                            CellOutputs.NONE,
                            null));
        }
        return NewNotebook.empty().withCells(cells);
    }
}
