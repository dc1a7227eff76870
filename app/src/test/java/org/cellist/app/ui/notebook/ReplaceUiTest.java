package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.cellist.app.notebook.format.ReadProblem;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFile.Access;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Replacing in a notebook that has a file, up to what is then in the file.
@Tag("ui")
@ExtendWith(FxExtension.class)
class ReplaceUiTest {

    /// Laid out as no program would, so that a cell that is written anew is seen.
    private static final String FILE =
            """
            {"nbformat": 4,   "nbformat_minor": 5, "metadata": {},
             "cells": [
              {"id": "a",  "cell_type": "code", "execution_count": null,
               "metadata": {}, "outputs": [], "source": ["x = 1\\n",   "y = x"]},
              {"cell_type": "markdown", "id": "b",   "metadata": {"k":  1.50},
                "source":   "nothing \\u00e9 here"},
              {"id": "c",  "cell_type": "raw", "metadata": {}, "source": ["about x"]}
             ]}
            """;

    private final Locale before = Locale.getDefault();
    @TempDir private Path folder;
    private PageFixture page;

    @BeforeEach
    void begin(Fx fx) throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        page = shown(fx, new Access.Writable());
    }

    @AfterEach
    void close() {
        page.close();
        Locale.setDefault(before);
    }

    @Test
    void replacingAllIsOneStepAndLeavesTheOtherCellsBytesAlone(Fx fx) throws Exception {
        replaceBy("x", "zz");

        click("Replace all");

        awaitCount("3 replaced");
        assertEquals(List.of("zz = 1\ny = zz", "nothing é here", "about zz"), page.sources());
        var saved = save();
        assertEquals(line(FILE, "\"id\": \"b\""), line(saved, "\"id\": \"b\""));
        assertEquals(line(FILE, "\"source\":   "), line(saved, "\"source\":   "));
        assertTrue(saved.contains("zz = 1"));

        fx.run(() -> page.page.perform(PageCommand.UNDO));
        assertEquals(List.of("x = 1\ny = x", "nothing é here", "about x"), page.sources());
        assertEquals(FILE, save());
    }

    @Test
    void enterReplacesOneAfterTheOther() {
        replaceBy("x", "w");
        awaitCount("1 of 3");

        page.press(KeyCode.ENTER);
        awaitCount("1 of 2");
        page.press(KeyCode.ENTER);
        awaitCount("1 of 1");

        assertEquals(List.of("w = 1\ny = w", "nothing é here", "about x"), page.sources());
    }

    @Test
    void aReadOnlyNotebookSaysWhyNothingIsReplaced(Fx fx) throws IOException {
        fx.run(page.stage::hide); // or keys would go to it
        page.close();
        page = shown(fx, new Access.ReadOnly(reason()));
        replaceBy("x", "w");

        assertTrue(fx.call(() -> button("Replace all").isDisabled()));
        assertTrue(
                fx.call(
                        () ->
                                bar().lookupAll(".find-note").stream()
                                        .filter(Node::isVisible)
                                        .map(node -> ((Labeled) node).getText())
                                        .anyMatch(words -> words.contains("read-only"))));
    }

    private static ReadProblem reason() {
        return new ReadProblem(ReadProblem.Kind.DUPLICATE_NAME, 0, "");
    }

    private PageFixture shown(Fx fx, Access access) throws IOException {
        var path = Files.writeString(folder.resolve("n.ipynb"), FILE);
        if (!(new NotebookFiles().open(path) instanceof OpenOutcome.Opened(var file))) {
            throw new AssertionError("not a notebook");
        }
        return new PageFixture(
                fx, new NotebookFile(path, file.notebook(), file.stamp(), access, file.quirks()));
    }

    private void replaceBy(String text, String instead) {
        page.fx.run(() -> page.page.perform(PageCommand.REPLACE));
        page.fx.settle();
        page.type(text);
        awaitCount("1 of 3");
        var field =
                page.fx.call(
                        () ->
                                bar().lookupAll(".find-field").stream()
                                        .map(TextField.class::cast)
                                        .filter(each -> each.getPromptText().startsWith("Replace"))
                                        .findFirst()
                                        .orElseThrow());
        page.fx.run(
                () -> {
                    field.requestFocus();
                    field.setText(instead);
                });
    }

    private String save() throws Exception {
        var saved = new CountDownLatch(1);
        page.fx.run(() -> page.session.save(_ -> saved.countDown()));
        assertTrue(saved.await(20, TimeUnit.SECONDS));
        return Files.readString(folder.resolve("n.ipynb"));
    }

    private static String line(String text, String with) {
        return text.lines().filter(line -> line.contains(with)).findFirst().orElse("none");
    }

    private void click(String words) {
        page.fx.run(() -> button(words).fire());
    }

    private Button button(String words) {
        return bar().lookupAll(".find-action").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private Node bar() {
        return page.page.view().lookup(".find-bar");
    }

    private void awaitCount(String words) {
        page.fx.await(
                "the bar says " + words,
                () -> ((Labeled) bar().lookup(".find-count")).getText().equals(words));
    }
}
