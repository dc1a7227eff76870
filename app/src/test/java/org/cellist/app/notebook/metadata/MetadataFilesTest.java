package org.cellist.app.notebook.metadata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellist.app.notebook.format.Corpus;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.metadata.MetadataText.Reading;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit.SetCellMetadata;
import org.cellist.app.notebook.model.NotebookEdit.SetNotebookMetadata;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Metadata of files as Colab, JupyterLab and others write them.
class MetadataFilesTest {

    /// As Colab downloads a notebook: nbformat 4.0, ids in the metadata.
    private static final String COLAB =
            """
            {
              "nbformat": 4,
              "nbformat_minor": 0,
              "metadata": {
                "colab": {
                  "provenance": [],
                  "toc_visible": true
                },
                "kernelspec": {
                  "name": "python3",
                  "display_name": "Python 3"
                }
              },
              "cells": [
                {
                  "cell_type": "code",
                  "source": [
                    "1"
                  ],
                  "metadata": {
                    "id": "AbC-1",
                    "outputId": "0-1-2",
                    "colab": {
                      "base_uri": "https://localhost:8080/"
                    }
                  },
                  "execution_count": null,
                  "outputs": []
                }
              ]
            }
            """;

    static List<Path> notebooks() {
        return Corpus.notebooks();
    }

    @Test
    void aTagInAColabNotebookIsAllThatChanges() throws IOException {
        var store = new NotebookStore(read(COLAB.getBytes(StandardCharsets.UTF_8)), clock());

        tag(store, store.notebook().cells().getFirst());

        var tags = ",\n        \"tags\": [\n          \"가\"\n        ]\n";
        assertEquals(
                COLAB.replace("8080/\"\n        }\n", "8080/\"\n        }" + tags),
                new String(written(store.notebook()), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void aTagOfOneCellIsInsertedAndTheRestOfTheFileStays(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        for (int at : List.of(0, 3, 7)) {
            var notebook = readable(bytes).filter(each -> each.cells().size() > at);
            if (notebook.isEmpty() || tagged(notebook.get().cells().get(at))) {
                continue;
            }
            var store = new NotebookStore(notebook.get(), clock());
            if (!Arrays.equals(bytes, written(store.notebook()))) {
                continue; // an old version, which is written anew
            }

            tag(store, store.notebook().cells().get(at));
            var after = written(store.notebook());
            var read = read(after);
            store.undo();

            assertTrue(isInsertion(bytes, after), () -> "cell " + at + " of " + file);
            assertEquals(List.of("가"), CellTags.of(read.cells().get(at).metadata()));
            assertArrayEquals(bytes, written(store.notebook()));
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void realMetadataAreReadBackAsTheyWereShown(Path file) throws IOException {
        var notebook = readable(Files.readAllBytes(file));
        if (notebook.isEmpty()) {
            return;
        }
        assertReadBack(notebook.get().metadata(), null);
        for (var cell : notebook.get().cells()) {
            assertReadBack(cell.metadata(), cell.type());
        }
    }

    /// What breaks nbformat's rules in the file is said, and not read.
    private static void assertReadBack(JsonObject metadata, @Nullable CellType type) {
        if (MetadataText.read(MetadataText.of(metadata), type) instanceof Reading.Right right) {
            assertEquals(JsonText.compact(metadata), JsonText.compact(right.metadata()));
        }
    }

    @Test
    void unchangedMetadataOfANotebookLeaveTheFileAsItIs() throws IOException {
        var bytes = COLAB.getBytes(StandardCharsets.UTF_8);
        var store = new NotebookStore(read(bytes), clock());
        var typed = MetadataText.of(store.notebook().metadata()).replace("  ", "\t");
        var right = assertInstanceOf(Reading.Right.class, MetadataText.read(typed, null));

        store.apply(new SetNotebookMetadata(right.metadata()));

        assertArrayEquals(bytes, written(store.notebook()));
    }

    @Test
    void namesStandInTheFileInTheOrderInWhichTheyAreTyped() throws IOException {
        var store = new NotebookStore(read(COLAB.getBytes(StandardCharsets.UTF_8)), clock());
        var cell = store.notebook().cells().getFirst();

        store.apply(
                new SetCellMetadata(
                        cell.id(),
                        typed(
                                "{\"id\": \"AbC-1\", \"new\": 1.50, \"outputId\": \"0-1-2\","
                                        + " \"colab\": {\"a\": 1E2, \"base_uri\":"
                                        + " \"https://localhost:8080/\"}}")));
        assertEquals(
                COLAB.replace("\"outputId\"", "\"new\": 1.50,\n        \"outputId\"")
                        .replace("\"base_uri\"", "\"a\": 1E2,\n          \"base_uri\""),
                new String(written(store.notebook()), StandardCharsets.UTF_8));

        store.apply(new SetCellMetadata(cell.id(), typed("{\"outputId\": 1, \"id\": \"AbC-1\"}")));
        store.apply(new SetCellMetadata(cell.id(), typed("{\"id\": \"AbC-1\", \"outputId\": 1}")));
        var before = new String(written(store.notebook()), StandardCharsets.UTF_8);
        store.undo();
        var after = new String(written(store.notebook()), StandardCharsets.UTF_8);
        assertEquals(
                before.replace(
                        "\"id\": \"AbC-1\",\n        \"outputId\": 1",
                        "\"outputId\": 1,\n        \"id\": \"AbC-1\""),
                after);
    }

    private static JsonObject typed(String text) {
        return assertInstanceOf(Reading.Right.class, MetadataText.read(text, CellType.CODE))
                .metadata();
    }

    private static boolean tagged(Cell cell) {
        return cell.metadata().get("tags") != null;
    }

    private static void tag(NotebookStore store, Cell cell) {
        store.apply(new SetCellMetadata(cell.id(), CellTags.with(cell.metadata(), "가")));
    }

    /// Returns whether one run of bytes was put into the file, and none taken out.
    private static boolean isInsertion(byte[] before, byte[] after) {
        int start = 0;
        while (start < before.length && before[start] == after[start]) {
            start++;
        }
        int end = 0;
        while (end < before.length
                && before[before.length - 1 - end] == after[after.length - 1 - end]) {
            end++;
        }
        return after.length > before.length && start + end >= before.length;
    }

    private static Optional<Notebook> readable(byte[] bytes) {
        return new NotebookReader().read(bytes) instanceof Editable editable
                ? Optional.of(editable.notebook())
                : Optional.empty();
    }

    private static Notebook read(byte[] bytes) {
        return readable(bytes).orElseThrow();
    }

    private static byte[] written(Notebook notebook) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new NotebookWriter().write(notebook).writeTo(Channels.newChannel(bytes));
        return bytes.toByteArray();
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }
}
