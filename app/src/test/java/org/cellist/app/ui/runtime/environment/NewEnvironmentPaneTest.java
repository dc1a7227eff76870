package org.cellist.app.ui.runtime.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.cellist.app.environment.EnvironmentOrder;
import org.cellist.app.environment.EnvironmentOrder.Maker;
import org.cellist.app.environment.InstallProblem;
import org.cellist.app.environment.InstallProblem.Kind;
import org.cellist.app.environment.Preset;
import org.cellist.app.environment.packages.PackageFile.Outcome;
import org.cellist.app.environment.packages.PackageList;
import org.cellist.app.environment.packages.PackageList.Form;
import org.cellist.app.environment.packages.PackageList.LeftOut;
import org.cellist.app.environment.packages.PackageList.Reason;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Base;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Progress;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Draft;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Place;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Source;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewEnvironmentPaneTest {

    private static final Path FILE = Path.of("/w/project/requirements.txt").toAbsolutePath();
    private static final Path YAML = Path.of("/w/project/environment.yml").toAbsolutePath();
    private static final Path UV = Path.of("/usr/bin/uv");

    private final FakeEnvironments machine = new FakeEnvironments();

    @Test
    void itLiesBesideTheNotebookAsVenvAtFirst() {
        var order = order(new NewEnvironmentPane(machine));

        assertEquals(machine.beside, order.folder());
        assertEquals(new Maker.Venv(Path.of("/usr/bin/python3"), List.of()), order.maker());
    }

    @Test
    void aNotebookWithoutFileGetsItsOwnInCellistsFolder() {
        machine.beside = null;

        var pane = new NewEnvironmentPane(machine);

        assertEquals(Place.OWN, pane.placeProperty().get());
        assertEquals("notebooks", String.valueOf(order(pane).folder().getFileName()));
    }

    @Test
    void uvMakesItWhereItIsInstalled() {
        machine.uv = UV;

        assertEquals(
                new Maker.Uv(UV, "/usr/bin/python3", List.of()),
                order(new NewEnvironmentPane(machine)).maker());
    }

    @Test
    void aPresetsPackagesAreShownAndMayBeEdited() {
        var pane = new NewEnvironmentPane(machine);

        pane.take(Preset.COLAB);
        assertTrue(pane.packagesProperty().get().lines().toList().contains("torch"));
        pane.packagesProperty().set("numpy<2\n# not this: torch");

        assertEquals(
                new Maker.Venv(Path.of("/usr/bin/python3"), List.of("numpy<2")),
                order(pane).maker());
    }

    @Test
    void aFileThatIsLeftAsItIsGoesToPipItself() {
        machine.read.put(FILE, requirements(List.of("numpy --hash=sha256:00"), List.of()));
        var pane = new NewEnvironmentPane(machine);

        pane.take(FILE);

        assertEquals(
                new Maker.Venv(Path.of("/usr/bin/python3"), List.of("-r", FILE.toString())),
                order(pane).maker());
    }

    @Test
    void aFileWithWhatCannotBeTakenOverGoesWithoutIt() {
        machine.read.put(
                FILE, requirements(List.of("numpy"), List.of(new LeftOut("-e .", Reason.LOCAL))));
        var pane = new NewEnvironmentPane(machine);

        pane.take(FILE);

        assertEquals(
                new Maker.Venv(Path.of("/usr/bin/python3"), List.of("numpy")), order(pane).maker());
    }

    @Test
    void aFileThatCannotBeReadSaysSoAndLeavesNoPackages() {
        var pane = new NewEnvironmentPane(machine);
        pane.take(Preset.BASIC);

        pane.take(FILE);

        assertInstanceOf(Source.Refused.class, pane.sourceProperty().get());
        assertEquals("", pane.packagesProperty().get());
    }

    @Test
    void thePythonThatAFileAsksForIsChosen() {
        machine.read.put(YAML, yaml("3.13"));
        var pane = new NewEnvironmentPane(machine);

        pane.take(YAML);

        assertEquals(FakeEnvironments.NEWER, pane.baseProperty().get());
    }

    @Test
    void uvFetchesThePythonThatIsNotHere() {
        machine.uv = UV;
        machine.read.put(YAML, yaml("3.9"));
        var pane = new NewEnvironmentPane(machine);

        pane.take(YAML);

        assertEquals(new Base.Fetched("3.9"), pane.baseProperty().get());
        assertEquals(new Maker.Uv(UV, "3.9", List.of("torch")), order(pane).maker());
    }

    @Test
    void condasFileGoesToCondaWhereThatIsHereUnlessAPersonSaysOtherwise() {
        var mamba = Path.of("/opt/conda/bin/mamba");
        machine.conda = mamba;
        machine.read.put(YAML, yaml(null));
        var pane = new NewEnvironmentPane(machine);

        pane.take(YAML);
        assertEquals(new Maker.Conda(mamba, YAML), order(pane).maker());
        assertEquals(Place.OWN, pane.placeProperty().get());
        pane.usesCondaProperty().set(false);

        assertEquals(
                new Maker.Venv(Path.of("/usr/bin/python3"), List.of("torch")), order(pane).maker());
    }

    @Test
    void withoutAnyPythonTheWaysToOneAreOffered() {
        machine.pythons.clear();

        var draft = new NewEnvironmentPane(machine).draftProperty().get();

        assertEquals(
                "sudo apt-get install python3 python3-venv",
                assertInstanceOf(Draft.NoPython.class, draft).ways().getFirst());
    }

    @Test
    void withoutAnyPythonUvFetchesOne() {
        machine.pythons.clear();
        machine.uv = UV;

        assertEquals(
                new Maker.Uv(UV, "3.12", List.of()),
                order(new NewEnvironmentPane(machine)).maker());
    }

    @Test
    void aPythonWithoutVenvNamesThePackageThatItLacks() {
        machine.pythons.set(0, FakeEnvironments.BARE);

        assertEquals(
                new Draft.NoVenv("python3.11-venv"),
                new NewEnvironmentPane(machine).draftProperty().get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../evil",
                "a/b",
                "a\\b",
                "C:",
                "-rf",
                " x",
                "x ",
                "a\nb",
                "a\u0000b",
                "what?"
            })
    void aNameThatIsNoFoldersIsRefused(String name) {
        var pane = new NewEnvironmentPane(machine);

        pane.nameProperty().set(name);

        assertEquals(new Draft.BadName(), pane.draftProperty().get());
    }

    @Test
    void anyOtherNameIsOneInThatFolder() {
        var pane = new NewEnvironmentPane(machine);

        pane.nameProperty().set("환경 $(x); 1");

        assertEquals(Path.of("/w/project/환경 $(x); 1").toAbsolutePath(), order(pane).folder());
    }

    @Test
    void linesThatAreNoPackagesAreNamed() {
        var pane = new NewEnvironmentPane(machine);

        pane.packagesProperty().set("numpy\n--target /x\n./y");

        assertEquals(new Draft.BadLines(List.of("--target /x", "./y")), pane.draftProperty().get());
        pane.make();
        assertEquals(List.of(), machine.made);
    }

    @Test
    void makingIsFollowedToItsEnd() {
        var pane = new NewEnvironmentPane(machine);
        var said = new StringBuilder();
        pane.onOutput(said::append);

        pane.make();
        machine.tell(new Progress.Lines("Collecting numpy\n"));
        machine.tell(new Progress.Step(1, List.of("pip")));
        assertEquals(new Stage.Working(machine.made.getFirst(), 1), pane.stageProperty().get());
        pane.make();
        machine.tell(new Progress.Made(true));

        assertEquals(1, machine.made.size());
        assertEquals("Collecting numpy\n", said.toString());
        assertEquals(new Stage.Made(machine.made.getFirst(), true), pane.stageProperty().get());
        assertTrue(pane.leave());
    }

    @Test
    void leavingWhatIsBeingMadeStopsItAndComesBackToTheForm() {
        var pane = new NewEnvironmentPane(machine);
        pane.make();

        assertFalse(pane.leave());
        assertFalse(pane.leave());
        machine.tell(new Progress.Step(1, List.of("pip")));
        assertInstanceOf(Stage.Stopping.class, pane.stageProperty().get());
        machine.tell(new Progress.Cancelled());

        assertEquals(1, machine.cancelled);
        assertEquals(new Stage.Form(), pane.stageProperty().get());
        assertTrue(pane.leave());
    }

    @Test
    void afterAFailureItCanBeTriedAgain() {
        var pane = new NewEnvironmentPane(machine);
        pane.make();
        machine.tell(new Progress.Failed(new InstallProblem(Kind.NO_NETWORK, "", "words")));

        pane.make();

        assertEquals(2, machine.made.size());
    }

    private static EnvironmentOrder order(NewEnvironmentPane pane) {
        return assertInstanceOf(Draft.Ready.class, pane.draftProperty().get()).order();
    }

    private static Outcome requirements(List<String> lines, List<LeftOut> leftOut) {
        return new Outcome.Read(new PackageList(FILE, Form.REQUIREMENTS, lines, leftOut, null));
    }

    private static Outcome yaml(@Nullable String python) {
        return new Outcome.Read(
                new PackageList(YAML, Form.CONDA, List.of("torch"), List.of(), python));
    }
}
