package org.cellist.app.environment.installed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cellist.app.environment.installed.InstalledPackages.Installer;
import org.cellist.app.environment.packages.PackageFile;
import org.cellist.app.environment.packages.PackageFile.Outcome;
import org.cellist.app.environment.packages.PackageList.Form;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentBackupTest {

    private static final List<String> LINES =
            List.of(
                    "--extra-index-url https://download.pytorch.org/whl/cu121",
                    "numpy==2.1.0",
                    "torch==2.5.1+cu121");

    private static final InstalledPackages INSTALLED =
            new InstalledPackages(
                    "3.12.4",
                    "Linux x86_64",
                    new Installer("/venv/bin/python", true, ""),
                    LINES,
                    List.of(),
                    List.of());

    private static final EnvironmentBackup BACKUP =
            EnvironmentBackup.of(INSTALLED, LocalDate.of(2026, 11, 30));

    @TempDir Path folder;

    @Test
    void aNotebookGivesBackWhatItWasGivenAndKeepsAllElse() {
        var before = json("{\"kernelspec\":{\"name\":\"python3\"},\"cellist\":{\"x\":1}}");

        var after = BACKUP.into(before);

        assertEquals(Optional.of(BACKUP), EnvironmentBackup.in(after));
        assertEquals(before.get("kernelspec"), after.get("kernelspec"));
        assertEquals(before.object("cellist").get("x"), after.object("cellist").get("x"));
    }

    @Test
    void aFileIsReadLikeAnyRequirementsFile() throws Exception {
        var notebook = folder.resolve("훈련.ipynb");
        var file = notebook.resolveSibling(EnvironmentBackup.fileName(notebook));
        Files.writeString(file, BACKUP.fileText("Packages of 훈련"));

        var read = assertInstanceOf(Outcome.Read.class, PackageFile.read(file)).list();

        assertEquals("훈련.requirements.txt", file.getFileName().toString());
        assertEquals("3.12.4", read.python());
        assertEquals(LINES, read.lines().stream().filter(it -> !it.startsWith("#")).toList());
    }

    @Test
    void theListOfANotebookIsNoFileForPip() {
        var list = BACKUP.list(folder.resolve("a.ipynb"));

        assertEquals(Form.NOTEBOOK, list.form());
        assertEquals(false, list.isWhole());
        assertEquals("3.12.4", list.python());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"cellist\":3}",
                "{\"cellist\":{\"environment\":[]}}",
                "{\"cellist\":{\"environment\":{\"packages\":\"numpy\"}}}",
                "{\"cellist\":{\"environment\":{\"packages\":[1, null, {}]}}}",
                "{\"cellist\":{\"environment\":{\"packages\":[]}}}"
            })
    void metadataThatAreNoBackupAreNone(String metadata) {
        assertEquals(Optional.empty(), EnvironmentBackup.in(json(metadata)));
    }

    @Test
    void aLineOfANotebookStaysOneLine() {
        var hostile =
                json(
                        """
                        {"cellist": {"environment": {"made": "soon", "python": 3,
                          "packages": ["numpy\\n--target /etc", "a\\u0000b"]}}}
                        """);

        assertEquals(
                Optional.of(
                        new EnvironmentBackup("", "", null, List.of("numpy --target /etc", "a b"))),
                EnvironmentBackup.in(hostile));
    }

    private static JsonObject json(String text) {
        try {
            return RawJson.parse(text.getBytes(StandardCharsets.UTF_8)).object();
        } catch (JsonSyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
