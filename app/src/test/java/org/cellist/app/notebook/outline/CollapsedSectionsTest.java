package org.cellist.app.notebook.outline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.Set;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.store.NotebookStore;
import org.junit.jupiter.api.Test;

/// Files as Colab and JupyterLab write them.
class CollapsedSectionsTest {

    private static final String LAB =
            """
            {
             "cells": [
              {
               "cell_type": "markdown",
               "id": "one",
               "metadata": {
                "jp-MarkdownHeadingCollapsed": true
               },
               "source": [
                "# One"
               ]
              },
              {
               "cell_type": "markdown",
               "id": "two",
               "metadata": {},
               "source": [
                "# Two"
               ]
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 5
            }
            """;

    private static final String COLAB =
            """
            {
              "nbformat": 4,
              "nbformat_minor": 0,
              "metadata": {
                "colab": {
                  "provenance": [],
                  "collapsed_sections": [
                    "aaa",
                    "gone"
                  ]
                }
              },
              "cells": [
                {
                  "cell_type": "markdown",
                  "source": [
                    "# One"
                  ],
                  "metadata": {
                    "id": "aaa"
                  }
                },
                {
                  "cell_type": "markdown",
                  "source": [
                    "# Two"
                  ],
                  "metadata": {
                    "id": "bbb"
                  }
                }
              ]
            }
            """;

    @Test
    void whatEitherProgramCollapsedIsCollapsed() {
        assertEquals(Set.of(new CellId("one")), CollapsedSections.in(read(LAB)));
        assertEquals(Set.of(new CellId("aaa")), CollapsedSections.in(read(COLAB)));
    }

    @Test
    void aNotebookOfJupyterLabIsMarkedAtTheCell() {
        var written = written(LAB, "two", true);

        assertEquals(
                LAB.replace(
                        "\"metadata\": {},\n   \"source\"",
                        "\"metadata\": {\n    \"jp-MarkdownHeadingCollapsed\": true\n   },\n   \"source\""),
                written);
        assertEquals(
                LAB,
                written(written, "two", false)
                        .replace("\"metadata\": {\n   },", "\"metadata\": {},"));
    }

    @Test
    void aNotebookOfColabKeepsItsList() {
        assertEquals(
                COLAB.replace("\"gone\"\n", "\"gone\",\n        \"bbb\"\n"),
                written(COLAB, "bbb", true));
        assertEquals(COLAB.replace("        \"aaa\",\n", ""), written(COLAB, "aaa", false));
    }

    @Test
    void collapsingIsNoUndoStep() {
        var store = new NotebookStore(read(LAB), Clock.systemUTC());

        CollapsedSections.set(store.notebook(), new CellId("two"), true).forEach(store::apply);

        assertEquals(false, store.canUndo());
        assertEquals(1, store.version());
    }

    private static String written(String file, String heading, boolean collapsed) {
        var store = new NotebookStore(read(file), Clock.systemUTC());
        CollapsedSections.set(store.notebook(), new CellId(heading), collapsed)
                .forEach(store::apply);
        return new String(new NotebookWriter().write(store.notebook()).toByteArray(), UTF_8);
    }

    private static Notebook read(String file) {
        if (new NotebookReader().read(file.getBytes(UTF_8)) instanceof Editable(var notebook, _)) {
            return notebook;
        }
        throw new AssertionError("not editable");
    }
}
