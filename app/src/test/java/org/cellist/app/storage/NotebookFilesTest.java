package org.cellist.app.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.NotebookFile.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookFilesTest {

    private static final String NOTEBOOK =
            """
            {
              "cells": [
                {"cell_type": "raw", "metadata": {}, "source": "as it was"}
              ],
              "metadata": {"b": 1, "a": 1e400},
              "nbformat": 4, "nbformat_minor": 4
            }
            """;

    @TempDir private Path folder;
    private final NotebookFiles files = new NotebookFiles();

    @Test
    void savingWhatWasOpenedChangesNoByte() throws IOException {
        var opened = opened(write("a.ipynb", NOTEBOOK));

        var result = files.save(opened, opened.notebook());

        assertInstanceOf(SaveOutcome.Saved.class, result.outcome());
        assertEquals(NOTEBOOK, read("a.ipynb"));
    }

    @Test
    void theModeOfTheFileIsKept() throws IOException {
        var path = write("a.ipynb", NOTEBOOK);
        var mode = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(path, mode);
        var opened = opened(path);

        files.save(opened, withCell(opened.notebook()));

        assertEquals(mode, Files.getPosixFilePermissions(path));
    }

    @Test
    void aLinkStaysALinkAndItsTargetIsWritten() throws IOException {
        write("target.ipynb", NOTEBOOK);
        var link = Files.createSymbolicLink(folder.resolve("link.ipynb"), Path.of("target.ipynb"));
        var opened = opened(link);

        files.save(opened, withCell(opened.notebook()));

        assertTrue(Files.isSymbolicLink(link));
        assertTrue(read("target.ipynb").contains("new cell"));
    }

    @Test
    void whatAnotherProgramWroteIsNeverOverwrittenUnseen() throws IOException {
        var path = write("a.ipynb", NOTEBOOK);
        var opened = opened(path);
        var foreign = NOTEBOOK.replace("as it was", "as it is.");
        write("a.ipynb", foreign);

        var result = files.save(opened, withCell(opened.notebook()));

        assertInstanceOf(SaveOutcome.ChangedOnDisk.class, result.outcome());
        assertEquals(foreign, read("a.ipynb"));
    }

    @Test
    void aFileThatWasDeletedMeanwhileIsNotMadeAnewUnseen() throws IOException {
        var path = write("a.ipynb", NOTEBOOK);
        var opened = opened(path);
        Files.delete(path);

        var result = files.save(opened, withCell(opened.notebook()));

        assertInstanceOf(SaveOutcome.ChangedOnDisk.class, result.outcome());
        assertFalse(Files.exists(path));
    }

    @Test
    void aFileThatWasOnlyTouchedIsNoForeignChange() throws IOException {
        var path = write("a.ipynb", NOTEBOOK);
        var opened = opened(path);
        write("a.ipynb", NOTEBOOK);
        Files.setLastModifiedTime(path, FileTime.fromMillis(1));

        var result = files.save(opened, withCell(opened.notebook()));

        assertInstanceOf(SaveOutcome.Saved.class, result.outcome());
    }

    @Test
    void aSaveFollowsAnotherOne() throws IOException {
        var opened = opened(write("a.ipynb", NOTEBOOK));
        var once = withCell(opened.notebook());
        var first = files.save(opened, once);
        var second = files.save(first.file(), withCell(once));

        assertInstanceOf(SaveOutcome.Saved.class, second.outcome());
        assertEquals(3, opened(folder.resolve("a.ipynb")).notebook().cells().size());
    }

    @Test
    void noTemporaryFileIsLeftWhateverHappens() throws IOException {
        var opened = opened(write("a.ipynb", NOTEBOOK));
        files.save(opened, withCell(opened.notebook()));
        files.save(opened, withCell(opened.notebook())); // changed on disk by the first save

        try (var left = Files.list(folder)) {
            assertEquals(List.of("a.ipynb"), left.map(p -> p.getFileName().toString()).toList());
        }
    }

    @Test
    void aNotebookWithoutAFolderToLieInIsNotSaved() throws IOException {
        var opened = opened(write("a.ipynb", NOTEBOOK));

        var result =
                files.saveAs(opened, opened.notebook(), folder.resolve("gone").resolve("b.ipynb"));

        var outcome = assertInstanceOf(SaveOutcome.NotSaved.class, result.outcome());
        assertEquals(SaveOutcome.Reason.FOLDER_MISSING, outcome.reason());
    }

    @Test
    void anUpgradedNotebookIsSavedUnderAnotherNameOnly() throws IOException {
        var old =
                """
                {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0,
                 "worksheets": [{"cells": [], "metadata": {}}]}
                """;
        var opened = opened(write("old.ipynb", old));

        var refused = files.save(opened, opened.notebook());
        var saved = files.saveAs(opened, opened.notebook(), folder.resolve("new.ipynb"));

        assertInstanceOf(Access.Upgraded.class, opened.access());
        assertInstanceOf(SaveOutcome.NotSaved.class, refused.outcome());
        assertEquals(old, read("old.ipynb"));
        assertInstanceOf(SaveOutcome.Saved.class, saved.outcome());
        assertInstanceOf(Access.Writable.class, saved.file().access());
    }

    @Test
    void aNotebookWithDuplicateKeysIsNotSavedUnderItsName() throws IOException {
        var twice = NOTEBOOK.replace("\"b\": 1", "\"a\": 1");
        var opened = opened(write("twice.ipynb", twice));

        var result = files.save(opened, opened.notebook());

        assertInstanceOf(Access.ReadOnly.class, opened.access());
        assertInstanceOf(SaveOutcome.NotSaved.class, result.outcome());
        assertEquals(twice, read("twice.ipynb"));
    }

    @Test
    void whatIsEditedInANotebookWithDuplicateKeysIsThereAfterSavingItUnderAnotherName()
            throws IOException {
        var twice =
                NOTEBOOK.replace(
                        "\"source\": \"as it was\"", "\"source\": \"gone\", \"source\": \"seen\"");
        var opened = opened(write("twice.ipynb", twice));
        var copy = folder.resolve("copy.ipynb");

        var once = withSource(opened.notebook(), "edited");
        var saved = files.saveAs(opened, once, copy);
        assertEquals("edited", sourceIn(copy));
        var again = files.save(saved.file(), withSource(once, "edited again"));

        assertEquals("seen", opened.notebook().cells().getFirst().source());
        assertInstanceOf(SaveOutcome.Saved.class, again.outcome());
        assertEquals("edited again", sourceIn(copy));
        assertInstanceOf(Access.Writable.class, opened(copy).access());
        assertEquals(
                NOTEBOOK.replace("as it was", "edited again"),
                Files.readString(copy, StandardCharsets.UTF_8));
    }

    private static Notebook withSource(Notebook notebook, String source) {
        return notebook.withCells(List.of(notebook.cells().getFirst().withSource(source)));
    }

    private String sourceIn(Path path) {
        return opened(path).notebook().cells().getFirst().source();
    }

    @Test
    void whatCannotBeReadSaysWhy() throws IOException {
        var empty = write("empty.ipynb", "");

        assertEquals(OpenOutcome.Reason.FOLDER, unreadable(folder).reason());
        assertEquals(OpenOutcome.Reason.MISSING, unreadable(folder.resolve("none")).reason());
        assertInstanceOf(OpenOutcome.NotANotebook.class, files.open(empty));
    }

    @Test
    void aRefusedFileIsLeftAsItIs() throws IOException {
        var bytes = new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0};
        var path = Files.write(folder.resolve("utf16.ipynb"), bytes);

        assertInstanceOf(OpenOutcome.NotANotebook.class, files.open(path));
        assertArrayEquals(bytes, Files.readAllBytes(path));
    }

    private OpenOutcome.Unreadable unreadable(Path path) {
        return assertInstanceOf(OpenOutcome.Unreadable.class, files.open(path));
    }

    private NotebookFile opened(Path path) {
        return assertInstanceOf(OpenOutcome.Opened.class, files.open(path)).file();
    }

    private static Notebook withCell(Notebook notebook) {
        var cells = new ArrayList<>(notebook.cells());
        cells.add(NewNotebook.cell(CellType.RAW, "new cell"));
        return notebook.withCells(cells);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }
}
