package org.cellist.app.ui.cell.drop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PathLiteralsTest {

    private static final Path FOLDER = Path.of("/people/ana/work");

    private static String python(String file) {
        return PathLiterals.of(List.of(Path.of(file)), FOLDER, EditorLanguage.PYTHON);
    }

    @Test
    void aFileBelowTheNotebookIsNamedFromItsFolder() {
        assertEquals("\"data/2024/sales.csv\"", python("/people/ana/work/data/2024/sales.csv"));
    }

    @Test
    void aFileElsewhereIsNamedInFull() {
        assertEquals("\"/people/ana/other/sales.csv\"", python("/people/ana/other/sales.csv"));
        assertEquals("\"/people/ana/workshop/a.csv\"", python("/people/ana/workshop/a.csv"));
        assertEquals("\"/people/ana/work\"", python("/people/ana/work"));
    }

    @Test
    void aNotebookWithoutAFolderHasFullNames() {
        assertEquals(
                "\"/data/a.csv\"",
                PathLiterals.of(List.of(Path.of("/data/a.csv")), null, EditorLanguage.PYTHON));
    }

    @Test
    void severalFilesHaveCommasBetweenThem() {
        var files = List.of(FOLDER.resolve("a.csv"), FOLDER.resolve("판매 표.xlsx"));

        assertEquals(
                "\"a.csv\", \"판매 표.xlsx\"", PathLiterals.of(files, FOLDER, EditorLanguage.PYTHON));
        assertEquals("'a.csv' '판매 표.xlsx'", PathLiterals.of(files, FOLDER, EditorLanguage.BASH));
    }

    @ParameterizedTest
    @EnumSource(names = {"PYTHON", "R", "JULIA", "JAVA", "JAVASCRIPT"})
    void backslashesAndQuotesAreEscaped(EditorLanguage language) {
        var file = FOLDER.resolve("a\"b'c\\d\ne.csv");

        assertEquals("\"a\\\"b'c\\\\d\\ne.csv\"", PathLiterals.of(List.of(file), FOLDER, language));
    }

    @Test
    void nothingInANameIsReadAsCode() {
        var file = List.of(FOLDER.resolve("$x 'y'.csv"));

        assertEquals("\"\\$x 'y'.csv\"", PathLiterals.of(file, FOLDER, EditorLanguage.JULIA));
        assertEquals("'$x '\\''y'\\''.csv'", PathLiterals.of(file, FOLDER, EditorLanguage.BASH));
        assertEquals("'$x ''y''.csv'", PathLiterals.of(file, FOLDER, EditorLanguage.SQL));
    }

    @Test
    void aMagicOrALineForTheShellHasALanguageOfItsOwn() {
        var mixed = "import os\n!cat \nx = 1";

        assertEquals(EditorLanguage.PYTHON, at(mixed, 3));
        assertEquals(EditorLanguage.BASH, at(mixed, mixed.indexOf("cat") + 4));
        assertEquals(EditorLanguage.PYTHON, at(mixed, mixed.length()));
        assertEquals(EditorLanguage.BASH, at("%%bash\ncat ", 11));
        assertEquals(EditorLanguage.R, at("%%R\nread.csv()", 13));
        assertEquals(
                EditorLanguage.JULIA, PathLiterals.languageAt("!cat ", 5, EditorLanguage.JULIA));
    }

    private static EditorLanguage at(String source, int offset) {
        return PathLiterals.languageAt(source, offset, EditorLanguage.PYTHON);
    }

    @Test
    void aNotebookIsNotNamedInCode() {
        assertTrue(PathLiterals.takes(List.of(Path.of("a.csv"), Path.of("folder"))));
        assertFalse(PathLiterals.takes(List.of(Path.of("a.csv"), Path.of("b.IPYNB"))));
        assertFalse(PathLiterals.takes(List.of()));
    }
}
