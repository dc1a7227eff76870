package org.cellist.app.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.cellist.app.language.Queries.Renamed;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.junit.jupiter.api.Test;

class RenamedNamesTest {

    private final VirtualDocument document =
            VirtualDocument.of(
                    VirtualDocumentTest.program(
                            VirtualDocumentTest.notebook("n = 1\nn += 1", "print('n', n)")),
                    null);
    private final RenamedNames names = new RenamedNames("n", "count");

    @Test
    void onlyTheReplacedPlacesAreEditedOneAfterTheOther() {
        var renamed =
                document.text()
                        .replace("n = 1\nn += 1", "count = 1\ncount += 1")
                        .replace("'n', n", "'n', count");

        var renaming = answer(renamed);

        var possible = assertInstanceOf(Renaming.Possible.class, renaming);
        assertEquals(
                List.of(
                        new EditSource(VirtualDocumentTest.id(0), 0, 1, "count", null),
                        new EditSource(VirtualDocumentTest.id(0), 10, 1, "count", null),
                        new EditSource(VirtualDocumentTest.id(1), 11, 1, "count", null)),
                possible.edit().edits());
    }

    @Test
    void whateverElseIsChangedIsNoRenaming() {
        assertEquals(new Renaming.Unclear(), answer(document.text().replace("+=", "-=")));
        assertEquals(new Renaming.Unclear(), answer(document.text()));
        assertEquals(new Renaming.Unclear(), answer(""));
    }

    @Test
    void aCellThatWasChangedMeanwhileIsLeftAlone() {
        var renamed = document.text().replace("n = 1", "count = 1");
        var now = VirtualDocumentTest.notebook("n = 2", "print('n', n)");

        var renaming = names.in(now, new Renamed(document, renamed, null));

        assertEquals(new Renaming.Outdated(), renaming);
    }

    @Test
    void aNameOfAnotherFileIsLeftAlone() {
        var file = Path.of("mine.py");

        var renaming = names.in(VirtualDocumentTest.notebook(), new Renamed(document, null, file));

        assertEquals(new Renaming.Elsewhere(file), renaming);
    }

    private Renaming answer(String renamed) {
        var notebook = VirtualDocumentTest.notebook("n = 1\nn += 1", "print('n', n)");
        return names.in(notebook, new Renamed(document, renamed, null));
    }
}
