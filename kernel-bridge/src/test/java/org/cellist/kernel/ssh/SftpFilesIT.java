package org.cellist.kernel.ssh;

import static org.cellist.kernel.runtime.files.PlaceFilesContract.problem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.files.PlaceFilesContract;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.cellist.kernel.runtime.terminal.TerminalTalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of a machine with a real OpenSSH server.
class SftpFilesIT implements PlaceFilesContract {

    private static final SshHost BOX = SshHost.parse("box").orElseThrow();
    private static final long PATIENCE_SECONDS = 60;

    @TempDir Path place;
    private RealSshd sshd;
    private HostBridge bridge;

    @BeforeEach
    void start() throws Exception {
        begin("server-of-all", "Subsystem sftp internal-sftp");
    }

    private void begin(String name, String... options) throws Exception {
        stop();
        sshd = RealSshd.start(place.resolve(name), options);
        bridge = new HostBridge(sshd.places(null));
        Files.createDirectories(here());
        var answer = bridge.look(BOX, new Answers(true));
        assertInstanceOf(HostAnswer.Given.class, answer, answer::toString);
    }

    @AfterEach
    void stop() {
        if (sshd != null) {
            bridge.close();
            sshd.close();
        }
    }

    @Override
    public PlaceFiles files() {
        return bridge.files(BOX);
    }

    @Override
    public String folder() {
        return here().toString();
    }

    @Override
    public Path here() {
        return sshd.home().resolve("files");
    }

    @Override
    public void cut() {
        sshd.cut();
    }

    @Test
    void linksAreWhatTheyLeadToAndGoAlone() throws Exception {
        Files.writeString(here().resolve("file"), "12345");
        Files.createDirectory(here().resolve("folder"));
        Files.writeString(here().resolve("folder/kept"), "kept");
        link("to file", "file");
        link("to folder", "folder");
        link("to nothing", "nothing");
        link("to itself", "to itself");

        for (var entry : files().list(folder())) {
            assertEquals(entry, files().look(entry.path()));
        }
        assertEquals(5, look("to file").size());
        assertTrue(look("to file").isLink());
        assertTrue(look("to folder").isFolder());
        assertEquals(FileEntry.Kind.OTHER, look("to nothing").kind());
        assertEquals(FileEntry.Kind.OTHER, look("to itself").kind());
        for (var name : new String[] {"to file", "to folder", "to nothing", "to itself"}) {
            files().delete(look(name));
        }
        link("folder/out", "../file");
        Files.createDirectory(here().resolve("second"));
        link("second/out", "../folder");
        files().delete(look("second"));
        assertEquals("kept", Files.readString(here().resolve("folder/kept")));
        files().delete(look("folder"));
        assertEquals("12345", Files.readString(here().resolve("file")));
        assertEquals(1, files().list(folder()).size());
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(here().resolve(name), Path.of(target));
    }

    private FileEntry look(String name) throws Exception {
        return files().look(folder() + "/" + name);
    }

    /// What a person sees as a folder may have become a link since.
    @Test
    void aLinkThatWasAFolderIsNotFollowed() throws Exception {
        Files.createDirectory(here().resolve("now"));
        var seen = look("now");
        Files.delete(here().resolve("now"));
        Files.createDirectory(here().resolve("precious"));
        Files.writeString(here().resolve("precious/file"), "kept");
        link("now", "precious");

        files().delete(seen);

        assertEquals("kept", Files.readString(here().resolve("precious/file")));
        assertFalse(Files.exists(here().resolve("now")));
    }

    @Test
    void namesThatAreNoUtf8AreListedAndUsed() throws Exception {
        RealSshd.run("sh", "-c", "cd '" + here() + "' && touch \"$(printf 'caf\\351 \\377')\" ok");

        var listed = files().list(folder());
        var odd = listed.stream().filter(it -> !it.name().equals("ok")).findFirst().orElseThrow();

        assertEquals(2, listed.size());
        assertTrue(odd.name().startsWith("caf"), odd::toString);
        assertEquals(odd, files().look(odd.path()));
        files().rename(odd.path(), folder() + "/café");
        assertEquals(
                Set.of("café", "ok"),
                files().list(folder()).stream().map(FileEntry::name).collect(Collectors.toSet()));
    }

    @Test
    void aServerThatLetsNothingBeChangedDenies() throws Exception {
        begin("reader", "Subsystem sftp internal-sftp -R");
        Files.writeString(here().resolve("a"), "a");
        var path = folder() + "/a";

        assertEquals(new FilesProblem.Denied(path), problem(() -> files().write(path, 0)));
        assertEquals(new FilesProblem.Denied(path), problem(() -> files().delete(look("a"))));
        assertEquals("a", Files.readString(here().resolve("a")));
    }

    @Test
    void aServerWithoutFilesSaysSo() throws Exception {
        begin("none");

        assertEquals(new FilesProblem.NotOffered(), problem(() -> files().home()));
        begin("greets", "Subsystem sftp /bin/echo Welcome to the machine of the institute");
        assertEquals(new FilesProblem.NotOffered(), problem(() -> files().home()));
        assertTrue(bridge.isConnected(BOX));
    }

    @Test
    void whoHasToAnswerAQuestionFirstIsTold() throws Exception {
        bridge.forget(BOX);
        Files.delete(sshd.client().resolve("known_hosts"));

        assertEquals(
                new FilesProblem.OfHost(new HostProblem.Asks()), problem(() -> files().home()));
    }

    @Test
    void anInterruptEndsWhatALineThatIsStuckHoldsUp() throws Exception {
        Files.write(here().resolve("large"), PlaceFilesContract.bytes(LARGE));
        var in = files().read(folder() + "/large", 0);
        var out = files().write(folder() + "/new", 0);
        in.read();
        sshd.block();

        ends(() -> files().list(folder()));
        ends(() -> in.readAllBytes());
        ends(() -> out.write(PlaceFilesContract.bytes(LARGE)));
        ends(out::close);
        ends(in::close);

        sshd.mend();
        assertEquals(2, files().list(folder()).size());
    }

    private interface Blocking {
        void run() throws IOException, InterruptedException;
    }

    /// Runs something on a thread that is interrupted at once, or as soon as it waits.
    private static void ends(Blocking step) throws Exception {
        var done = new CompletableFuture<Void>();
        var thread =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        step.run();
                                    } catch (IOException | InterruptedException _) {
                                        // the interrupt
                                    } finally {
                                        done.complete(null);
                                    }
                                });
        while (thread.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aBrokenConnectionIsMadeAgain() throws Exception {
        Files.writeString(here().resolve("a"), "a");
        var in = files().read(folder() + "/a", 0);

        sshd.cut();

        var thrown = assertThrows(IOException.class, in::read);
        assertInstanceOf(
                FilesProblem.OfHost.class,
                problem(
                        () -> {
                            throw thrown;
                        }));
        in.close();
        assertEquals(1, files().list(folder()).size());
    }

    @Test
    void filesGiveWayToATerminalAndNeedNoSecondLogin() throws Exception {
        begin("crowded", "Subsystem sftp internal-sftp", "MaxSessions 1");
        Files.writeString(here().resolve("a"), "abc");
        assertEquals(1, files().list(folder()).size());

        var talk = new TerminalTalk(terminal());
        talk.tryOut();
        assertEquals(1, logins());
        assertEquals(1, files().list(folder()).size());
        assertEquals(2, logins());
        end(talk);
    }

    @Test
    void filesInUseDoNotGiveWay() throws Exception {
        begin("crowded", "Subsystem sftp internal-sftp", "MaxSessions 1");
        var bytes = PlaceFilesContract.bytes(LARGE);
        Files.write(here().resolve("large"), bytes);

        try (var in = files().read(folder() + "/large", 0)) {
            var talk = new TerminalTalk(terminal());
            talk.tryOut();
            assertArrayEquals(bytes, in.readAllBytes());
            end(talk);
        }
        assertEquals(2, logins());
    }

    /// A shell writes its history into its home when it ends.
    private static void end(TerminalTalk talk) throws Exception {
        talk.type("exit");
        talk.awaitEnd();
    }

    private long logins() throws IOException {
        return sshd.log().lines().filter(it -> it.contains("Accepted publickey")).count();
    }

    private Terminal terminal() throws InterruptedException {
        return switch (bridge.terminal(BOX, TerminalSize.USUAL, new Answers(true))) {
            case HostAnswer.Given(var terminal) -> terminal;
            case HostAnswer.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }
}
