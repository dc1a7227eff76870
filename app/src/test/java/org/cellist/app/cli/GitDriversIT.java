package org.cellist.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cellist.app.notebook.format.Corpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The drivers of `docs/git.md`, called by git itself in a repository of its own.
class GitDriversIT {

    private static final long PATIENCE_SECONDS = 120;

    @TempDir Path folder;

    private Path repository;
    private Path notebook;
    private String text;

    @BeforeEach
    void makeRepository() throws IOException, InterruptedException {
        repository = Files.createDirectory(folder.resolve("repository"));
        notebook = repository.resolve("a tour.ipynb");
        text = Files.readString(Corpus.repository().resolve("docs/examples/tour.ipynb"));
        git("init", "--quiet", "--initial-branch=main");
        git("config", "user.name", "Somebody");
        git("config", "user.email", "somebody@example.org");
        var program = launcher();
        git("config", "diff.cellist.command", program + " diff");
        git("config", "merge.cellist.name", "notebooks, cell by cell");
        git("config", "merge.cellist.driver", program + " merge %O %A %B -o %A");
        Files.writeString(
                repository.resolve(".gitattributes"), "*.ipynb diff=cellist merge=cellist\n");
        Files.writeString(notebook, text);
        git("add", ".");
        git("commit", "--quiet", "-m", "begin");
    }

    /// A script that starts the program with this test's class path.
    private Path launcher() throws IOException {
        var classPath = System.getProperty("surefire.test.class.path");
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var whole = classPath == null ? System.getProperty("java.class.path") : classPath;
        var launcher = folder.resolve("cellist");
        Files.writeString(
                launcher,
                """
                #!/bin/sh
                exec '%s' -XX:TieredStopAtLevel=1 -Dstdout.encoding=UTF-8 -Duser.language=en \\
                    -cp '%s' org.cellist.app.Main "$@"
                """
                        .formatted(java, whole));
        return Files.setPosixFilePermissions(
                launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void gitDiffPrintsCells() throws IOException, InterruptedException {
        edit("import math", "import cmath");

        var printed = git("diff");

        assertTrue(printed.startsWith("--- a/a tour.ipynb\n+++ b/a tour.ipynb\n"), printed);
        assertTrue(printed.contains("\n- import math\n+ import cmath\n"), printed);
    }

    @Test
    void addedAndRemovedNotebooksAreShown() throws IOException, InterruptedException {
        git("rm", "--quiet", "a tour.ipynb");
        Files.writeString(repository.resolve("new.ipynb"), text);
        git("add", "new.ipynb");

        var printed = git("diff", "--cached", "--no-renames");

        assertTrue(printed.contains("+++ /dev/null"), printed);
        assertTrue(printed.contains("--- /dev/null"), printed);
        assertTrue(printed.contains("cell 1 (markdown): removed"), printed);
        assertTrue(printed.contains("cell 1 (markdown): added"), printed);
    }

    @Test
    void aRenamedNotebookIsComparedWithWhatItWas() throws IOException, InterruptedException {
        git("mv", "a tour.ipynb", "other.ipynb");
        notebook = repository.resolve("other.ipynb");
        edit("import math", "import cmath");
        git("add", ".");

        var printed = git("diff", "--cached", "--find-renames");

        assertTrue(printed.contains("--- a/a tour.ipynb\n+++ b/other.ipynb\n"), printed);
        assertTrue(printed.contains("\n- import math\n+ import cmath\n"), printed);
    }

    @Test
    void aBrokenVersionDoesNotEndTheLog() throws IOException, InterruptedException {
        Files.writeString(notebook, "<<<<<<< broken\n");
        git("commit", "--quiet", "-am", "break");
        Files.writeString(notebook, text);
        git("commit", "--quiet", "-am", "mend");

        var printed = git("log", "-p", "--ext-diff");

        assertEquals(2, printed.split("cannot be read as a notebook", -1).length - 1, printed);
        assertTrue(printed.contains("    begin"), printed);
    }

    @Test
    void editsOfDifferentCellsMergeByThemselves() throws IOException, InterruptedException {
        branches("# A tour", "# My tour", "import math", "import cmath");

        git("merge", "--quiet", "-m", "both", "other");

        assertEquals(
                text.replace("# A tour", "# My tour").replace("import math", "import cmath"),
                Files.readString(notebook));
    }

    @Test
    void aConflictIsMarkedInTheCellAndStopsTheMerge() throws IOException, InterruptedException {
        branches("import math", "import numpy", "import math", "import cmath");

        var ended = run(List.of("git", "merge", "other"));

        assertNotEquals(0, ended.code());
        assertTrue(ended.out().contains("CONFLICT"), ended.out());
        assertTrue(ended.out().contains("both sides changed the same lines"), ended.out());
        var merged = Files.readString(notebook);
        assertTrue(merged.contains("<<<<<<< local"), merged);
        assertTrue(git("status", "--short").contains("UU \"a tour.ipynb\""));
        assertEquals(0, CliProcess.run(folder, "convert", notebook, "--to", "script").code());
        var whileOpen = git("diff");
        assertTrue(whileOpen.contains("a tour.ipynb"), whileOpen);
    }

    @Test
    void aVersionThatIsNoNotebookLeavesOursAlone() throws IOException, InterruptedException {
        git("switch", "--quiet", "-c", "other");
        Files.writeString(notebook, "broken");
        git("commit", "--quiet", "-am", "break");
        git("switch", "--quiet", "main");
        edit("# A tour", "# My tour");
        git("commit", "--quiet", "-am", "ours");
        var ours = Files.readString(notebook);

        var ended = run(List.of("git", "merge", "other"));

        assertNotEquals(0, ended.code());
        assertTrue(ended.out().contains("cannot be read as a notebook"), ended.out());
        assertEquals(ours, Files.readString(notebook));
    }

    private void branches(String from, String ours, String fromThere, String theirs)
            throws IOException, InterruptedException {
        git("switch", "--quiet", "-c", "other");
        edit(fromThere, theirs);
        git("commit", "--quiet", "-am", "theirs");
        git("switch", "--quiet", "main");
        edit(from, ours);
        git("commit", "--quiet", "-am", "ours");
    }

    private void edit(String from, String to) throws IOException {
        var before = Files.readString(notebook);
        assertTrue(before.contains(from), "the notebook has no " + from);
        Files.writeString(notebook, before.replace(from, to));
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var ended = run(command);
        assertEquals(0, ended.code(), () -> command + " printed " + ended.out());
        return ended.out();
    }

    private record Ended(int code, String out) {}

    /// Runs git with nobody's settings.
    private Ended run(List<String> command) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command)
                        .directory(repository.toFile())
                        .redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().keySet().removeIf(GitDriversIT::saysWhere);
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "git does not end");
        return new Ended(process.exitValue(), out);
    }

    /// Set where these tests run in one of git's own hooks.
    private static boolean saysWhere(String name) {
        return List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE").contains(name);
    }
}
