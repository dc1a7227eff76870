package org.cellist.app.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cellist.app.environment.EnvironmentOrder.Maker;
import org.cellist.app.environment.InstallProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Environments that are made by programs which a test writes.
class EnvironmentMakingTest {

    @TempDir private Path root;

    private final Noted noted = new Noted();

    @Test
    void theCommandsRunOneAfterTheOtherAndTheFolderStays() throws Exception {
        var order = order(StandIn.UV, List.of("numpy"));

        EnvironmentMaking.start(order, noted);

        assertEquals(order, noted.end());
        assertEquals(2, noted.steps.size());
        assertEquals(
                List.of("Creating " + order.folder(), "Installed ipykernel numpy"), noted.lines);
        assertTrue(Files.exists(order.python()));
    }

    @Test
    void whatWasHalfMadeIsRemovedWhenACommandFails() throws Exception {
        var order =
                order(
                        """
                        [ "$1" = pip ] && { echo "ERROR: No matching distribution found for nope"; exit 1; }
                        mkdir -p "$4/lib" && echo made > "$4/lib/file"
                        """,
                        List.of("nope"));

        EnvironmentMaking.start(order, noted);

        var problem = assertInstanceOf(InstallProblem.class, noted.end());
        assertEquals(Kind.NO_PACKAGE, problem.kind());
        assertEquals("nope", problem.subject());
        assertFalse(Files.exists(order.folder()));
    }

    @Test
    void cancellingEndsAllProgramsAndLeavesNothing() throws Exception {
        var order =
                order(
                        """
                        [ "$1" = venv ] && { mkdir -p "$4/lib"; exit 0; }
                        sleep 1000 &
                        echo "ready $!"
                        wait
                        """,
                        List.of());

        var making = EnvironmentMaking.start(order, noted);
        var child = Long.parseLong(noted.ready().substring("ready ".length()));
        making.cancel();

        assertEquals("cancelled", noted.end());
        assertFalse(Files.exists(order.folder()));
        var left = ProcessHandle.of(child);
        if (left.isPresent()) {
            left.get().onExit().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aProgramThatDoesNotListenIsEndedByForce() throws Exception {
        var order =
                order(
                        """
                        [ "$1" = venv ] && exit 0
                        trap '' TERM
                        echo ready
                        while :; do sleep 1 & wait; done
                        """,
                        List.of());

        var making = EnvironmentMaking.start(order, noted);
        noted.ready();
        making.cancel();

        assertEquals("cancelled", noted.end());
        assertFalse(Files.exists(order.folder()));
    }

    @Test
    void aFolderThatIsThereIsLeftAsItIsAndNothingRuns() throws Exception {
        var order = order(StandIn.UV, List.of());
        Files.createDirectories(order.folder());
        Files.writeString(order.folder().resolve("mine.txt"), "mine");

        EnvironmentMaking.start(order, noted);

        assertEquals(
                new InstallProblem(Kind.FOLDER_TAKEN, order.folder().toString(), ""), noted.end());
        assertEquals(List.of(), noted.steps);
        assertEquals("mine", Files.readString(order.folder().resolve("mine.txt")));
    }

    @Test
    void condaGetsNoFolderAndLeavesOneThatIsThere() throws Exception {
        var conda = StandIn.write(root.resolve("bin"), "conda", "echo never\n");
        var folder = Files.createDirectories(root.resolve("project/.venv"));
        var order = new EnvironmentOrder(folder, new Maker.Conda(conda, root.resolve("e.yml")));

        EnvironmentMaking.start(order, noted);

        assertEquals(Kind.FOLDER_TAKEN, ((InstallProblem) noted.end()).kind());
        assertEquals(List.of(), noted.lines);
        assertTrue(Files.exists(folder));
    }

    @Test
    void whatALinkInTheFolderLeadsToIsNotRemoved() throws Exception {
        var outside = Files.createDirectories(root.resolve("outside"));
        Files.writeString(outside.resolve("mine.txt"), "mine");
        var order = order("ln -s '" + outside + "' \"$4/link\"; exit 1\n", List.of());

        EnvironmentMaking.start(order, noted);

        assertInstanceOf(InstallProblem.class, noted.end());
        assertFalse(Files.exists(order.folder(), LinkOption.NOFOLLOW_LINKS));
        assertEquals("mine", Files.readString(outside.resolve("mine.txt")));
    }

    @Test
    void aFileInThePlaceOfAFolderIsSaid() throws Exception {
        Files.writeString(root.resolve("project"), "a file");
        var order = order(StandIn.UV, List.of());

        EnvironmentMaking.start(order, noted);

        assertInstanceOf(InstallProblem.class, noted.end());
        assertEquals("a file", Files.readString(root.resolve("project")));
    }

    private EnvironmentOrder order(String script, List<String> packages) throws Exception {
        var uv = StandIn.write(root.resolve("bin"), "uv", script);
        return new EnvironmentOrder(
                root.resolve("project/.venv"), new Maker.Uv(uv, "/usr/bin/python3", packages));
    }
}
