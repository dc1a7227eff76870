package org.cellist.app.ui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cellist.app.ui.runtime.PickerViewModel.Installing;
import org.cellist.app.ui.runtime.RuntimeChoices.InstallStep;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.junit.jupiter.api.Test;

class PickerViewModelTest {

    private static final State READY = new State.Ready();

    private final FakeRuntimes runtimes = new FakeRuntimes();
    private final PickerViewModel model = new PickerViewModel(runtimes);

    @Test
    void theAttachedRuntimeIsSelectedAtFirst() {
        assertEquals(FakeRuntimes.VENV, model.selectedProperty().get());
        assertFalse(model.searchingProperty().get());
    }

    @Test
    void movingStopsAtBothEnds() {
        model.move(-1);
        assertEquals(FakeRuntimes.VENV, model.selectedProperty().get());

        model.move(99);
        assertEquals(FakeRuntimes.JAVA, model.selectedProperty().get());
    }

    @Test
    void aReadyRuntimeIsAttached() {
        model.select(FakeRuntimes.JAVA);

        assertTrue(model.attach());
        assertEquals(List.of("attach java"), runtimes.asked);
    }

    @Test
    void attachingTheAttachedRuntimeLeavesItsKernelAlone() {
        assertTrue(model.attach());

        assertEquals(List.of(), runtimes.asked);
    }

    @Test
    void whatNobodyAllowedIsNeitherAttachedNorExecuted() {
        model.select(FakeRuntimes.DOWNLOADED);

        assertFalse(model.attach());
        assertEquals(List.of(), runtimes.asked);
    }

    @Test
    void allowingMakesTheRowReady() {
        model.select(FakeRuntimes.DOWNLOADED);

        model.allow();

        assertEquals(List.of("allow downloaded"), runtimes.asked);
        assertTrue(model.attach());
    }

    @Test
    void anInstallationShowsItsNewestLineAndEndsWithAReadyRow() {
        model.select(FakeRuntimes.SYSTEM);

        model.install();
        runtimes.installer(new InstallStep.Line("Collecting ipykernel"));
        assertEquals(
                new Installing.Running(FakeRuntimes.SYSTEM, "Collecting ipykernel"),
                model.installingProperty().get());
        var ready = FakeRuntimes.SYSTEM.with(new State.Ready());
        runtimes.installer(new InstallStep.Installed(ready));

        assertEquals(new Installing.Nothing(), model.installingProperty().get());
        assertEquals(ready, model.selectedProperty().get());
    }

    @Test
    void anInstallationThatBroughtAnotherRuntimeSelectsThat() {
        var made = new RuntimeRow("made", "Python 3.11", new Origin.Venv("cellist"), "", READY);
        model.select(FakeRuntimes.SYSTEM);
        model.install();

        runtimes.rows.add(made);
        runtimes.installer(new InstallStep.Installed(made));

        assertEquals(made, model.selectedProperty().get());
        assertTrue(model.rows().contains(made));
    }

    @Test
    void lookingAgainShowsWhatIsNewAndKeepsTheSelection() {
        model.select(FakeRuntimes.SYSTEM);
        var ready = FakeRuntimes.SYSTEM.with(READY);

        runtimes.rows.set(1, ready);
        model.lookAgain();

        assertEquals(ready, model.selectedProperty().get());
    }

    @Test
    void aSecondInstallationWaitsForTheFirst() {
        model.select(FakeRuntimes.SYSTEM);

        model.install();
        model.install();

        assertEquals(List.of("install system"), runtimes.asked);
    }

    @Test
    void aFailedInstallationCanBeTriedAgain() {
        model.select(FakeRuntimes.SYSTEM);
        model.install();

        model.cancelInstallation();
        assertEquals(
                new Installing.Failed(FakeRuntimes.SYSTEM, "stopped"),
                model.installingProperty().get());
        model.install();

        assertEquals(List.of("install system", "install system"), runtimes.asked);
    }
}
