package org.cellist.app.ui.runtime.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.environment.installed.EnvironmentBackup;
import org.cellist.app.environment.installed.InstalledPackages;
import org.cellist.app.environment.installed.InstalledPackages.Installer;
import org.cellist.app.environment.packages.PackageFile.Outcome;
import org.cellist.app.environment.packages.PackageList;
import org.cellist.app.environment.packages.PackageList.Form;
import org.cellist.app.ui.runtime.backup.BackUpPane.Place;
import org.cellist.app.ui.runtime.backup.PackageChoices.Look;
import org.cellist.app.ui.runtime.backup.RestorePane.From;
import org.cellist.app.ui.runtime.backup.RestorePane.Plan;
import org.junit.jupiter.api.Test;

/// What the two sheets do, without a window.
class BackupPanesTest {

    private static final Clock DAY =
            Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

    private static final InstalledPackages INSTALLED =
            new InstalledPackages(
                    "3.12.4",
                    "Linux x86_64",
                    new Installer("/v/bin/python", true, ""),
                    List.of("numpy==2.1.0"),
                    List.of(),
                    List.of());

    private static final Look KNOWN = new Look.Known(INSTALLED);
    private static final Path FILE = Path.of("/w/requirements.txt").toAbsolutePath();

    private final FakePackages choices = new FakePackages();

    @Test
    void aBackupGoesIntoTheNotebook() {
        choices.look = KNOWN;
        var pane = new BackUpPane(choices, DAY);

        pane.backUp();

        assertEquals(EnvironmentBackup.of(INSTALLED, LocalDate.of(2026, 11, 30)), choices.kept);
        assertTrue(pane.doneProperty().get());
    }

    @Test
    void aBackupGoesIntoAFileAndWhyItCouldNotIsSaid() {
        choices.look = KNOWN;
        choices.whyNotWritten = "The disk is full.";
        var pane = new BackUpPane(choices, DAY);
        pane.placeProperty().set(Place.FILE);

        pane.backUp();
        assertEquals("The disk is full.", pane.troubleProperty().get());
        assertFalse(pane.doneProperty().get());

        choices.whyNotWritten = "";
        pane.backUp();
        var path = Path.of("/w/훈련.requirements.txt").toAbsolutePath();
        var text = String.valueOf(choices.written.get(path));
        assertTrue(text.endsWith("# Python 3.12.4\nnumpy==2.1.0\n"), text);
        assertTrue(pane.doneProperty().get());
        assertNull(choices.kept);
    }

    @Test
    void aKernelIsStartedWhenAskedForAndLookedAtWhenItIsThere() {
        var pane = new BackUpPane(choices, DAY);
        pane.backUp();
        assertFalse(pane.doneProperty().get());
        assertEquals(0, choices.started);

        pane.start();
        assertEquals(new Look.NotRunning(true), pane.lookProperty().get());
        choices.become(new Look.Busy());
        assertEquals(new Look.Busy(), pane.lookProperty().get());
        choices.become(KNOWN);

        assertEquals(KNOWN, pane.lookProperty().get());
        assertEquals(1, choices.started);
        choices.become(new Look.Busy()); // what is known stays known
        assertEquals(KNOWN, pane.lookProperty().get());
        pane.end();
        assertTrue(choices.listeners.isEmpty());
    }

    @Test
    void theNotebooksOwnListComesFirst() {
        choices.look = KNOWN;
        choices.kept = new EnvironmentBackup("3.11.2", "", null, List.of("numpy==1.26.0"));
        choices.files.add(FILE);
        choices.read.put(FILE, new Outcome.Empty(FILE));
        var pane = new RestorePane(choices);

        assertEquals(
                List.of(new From.Notebook(choices.kept), new From.File(FILE)),
                pane.sourcesProperty().get());
        var plan = assertInstanceOf(Plan.Compared.class, pane.planProperty().get());
        assertEquals(1, plan.comparison().others().size());
        var run = new ArrayList<String>();
        pane.install(run::add);
        assertTrue(run.getFirst().endsWith("numpy==1.26.0"), run::toString);
        assertEquals(Form.NOTEBOOK, pane.list().orElseThrow().form());

        pane.choose(new From.File(FILE));
        assertEquals(new Plan.Refused(new Outcome.Empty(FILE)), pane.planProperty().get());
        assertTrue(pane.list().isEmpty());
    }

    @Test
    void aListThatIsInstalledIsNotInstalledAgain() {
        choices.look = KNOWN;
        choices.files.add(FILE);
        choices.read.put(
                FILE,
                new Outcome.Read(
                        new PackageList(
                                FILE,
                                Form.REQUIREMENTS,
                                List.of("numpy==2.1.0"),
                                List.of(),
                                null)));
        var pane = new RestorePane(choices);

        var run = new ArrayList<String>();
        pane.install(run::add);

        assertEquals(List.of(), run);
    }

    @Test
    void aListIsThereBeforeAKernelIs() {
        choices.kept = new EnvironmentBackup("", "", null, List.of("numpy==1.26.0"));
        var pane = new RestorePane(choices);

        assertInstanceOf(Plan.Listed.class, pane.planProperty().get());
        assertTrue(pane.list().isPresent()); // a new environment needs no kernel
        choices.become(KNOWN);

        assertInstanceOf(Plan.Compared.class, pane.planProperty().get());
    }

    @Test
    void withoutAnyListThereIsNothingToDo() {
        choices.look = KNOWN;
        var pane = new RestorePane(choices);

        assertEquals(new Plan.Nothing(), pane.planProperty().get());
        pane.take(FILE);
        assertEquals(new Plan.Refused(new Outcome.Unreadable(FILE)), pane.planProperty().get());
    }
}
