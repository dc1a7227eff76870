package org.cellist.app.storage;

import java.nio.file.Path;
import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.SaveOutcome.Saved;

/// A process that saves one notebook for ever, each version being two cells of one number.
final class SavedInALoop {

    private static final int REPEATED = 20_000;

    private SavedInALoop() {}

    /// Saves until it is killed.
    ///
    /// @param arguments the file to save
    public static void main(String[] arguments) {
        var files = new NotebookFiles();
        var path = Path.of(arguments[0]);
        var file = files.saveAs(files.create(), version(0), path).file();
        System.out.println("begun");
        for (int number = 1; true; number++) {
            var result = files.save(file, version(number));
            if (!(result.outcome() instanceof Saved)) {
                System.out.println(result.outcome());
                return;
            }
            file = result.file();
        }
    }

    static Notebook version(int number) {
        var text = (number + " ").repeat(REPEATED);
        return NewNotebook.empty()
                .withCells(
                        List.of(
                                NewNotebook.cell(CellType.RAW, text),
                                NewNotebook.cell(CellType.RAW, text)));
    }
}
