package org.cellist.kernel.server;

import static org.cellist.kernel.runtime.files.PlaceFilesContract.problem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.files.PlaceFilesContract;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The files of real Jupyter servers, old and new.
class ContentsFilesIT {

    private static final String TOKEN = "0c0ffee0c0ffee";

    @TempDir Path place;

    @Nested
    class OfTheNewest extends OfAServer {

        OfTheNewest() {
            super(RealServer.Kind.NEWEST);
        }
    }

    @Nested
    class OfDebians extends OfAServer {

        OfDebians() {
            super(RealServer.Kind.DEBIAN);
        }
    }

    /// One server for all tests, and a folder for each.
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class OfAServer implements PlaceFilesContract {

        private final RealServer.Kind kind;
        private Path own;
        private RealServer server;
        private FaultyProxy proxy;
        private PlaceFiles files;
        private String folder;

        OfAServer(RealServer.Kind kind) {
            this.kind = kind;
        }

        @BeforeAll
        void start(@TempDir Path place) throws Exception {
            own = place;
            server = RealServer.start(kind, place, "--ServerApp.token=" + TOKEN);
            proxy = new FaultyProxy(server.address());
            files = bridge(new ServerLogin.Token(TOKEN)).files(proxy.address());
        }

        @BeforeEach
        void makeFolder(TestInfo test) throws IOException {
            folder = test.getTestMethod().orElseThrow().getName();
            Files.createDirectory(here());
        }

        @AfterAll
        void stop() throws IOException {
            proxy.close();
            server.close();
        }

        @Override
        public PlaceFiles files() {
            return files;
        }

        @Override
        public String folder() {
            return folder;
        }

        @Override
        public Path here() {
            return own.resolve("root").resolve(folder);
        }

        @Override
        public void cut() {
            proxy.resetAfter(LARGE / 5);
        }

        @Test
        void aLinkToAFileIsAsLargeAsTheFileAndGoesAlone() throws Exception {
            var bytes = PlaceFilesContract.bytes(LARGE);
            Files.write(here().resolve("file"), bytes);
            Files.createSymbolicLink(here().resolve("link"), Path.of("file"));

            var link = files.look(folder + "/link");

            assertEquals(LARGE, link.size());
            assertTrue(link.isLink());
            files.delete(link);
            assertArrayEquals(bytes, Files.readAllBytes(here().resolve("file")));
        }

        @Test
        void noPathLeadsOut() {
            for (var path : new String[] {"../a", "a/../../b", "a//b", "/a", "a/", ".", "a/./b"}) {
                assertEquals(new FilesProblem.BadName(path), problem(() -> files.look(path)));
                assertEquals(new FilesProblem.BadName(path), problem(() -> files.read(path, 0)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordOpensFilesToo(RealServer.Kind kind) throws Exception {
        var hash = Passwords.hashOf(kind, "open sesame & co");
        try (var server =
                RealServer.start(
                        kind,
                        place,
                        "--ServerApp.token=",
                        "--ServerApp.password=" + hash,
                        "--PasswordIdentityProvider.hashed_password=" + hash,
                        "--IdentityProvider.token=")) {
            var files =
                    bridge(new ServerLogin.Password("open sesame & co")).files(server.address());
            Files.writeString(place.resolve("root/a"), "abc");

            try (var in = files.read("a", 1)) {
                assertArrayEquals(new byte[] {'b', 'c'}, in.readAllBytes());
            }
            try (var out = files.write("b", 0)) {
                out.write(7);
            }
            assertEquals(2, files.list("").size());
            assertEquals(
                    new FilesProblem.OfServer(new ServerProblem.LoginNeeded(true)),
                    problem(
                            () ->
                                    bridge(new ServerLogin.None())
                                            .files(server.address())
                                            .read("a", 0)));
        }
    }

    /// What is not deleted at once is not deleted piece by piece: a link looks like a folder.
    @ParameterizedTest
    @EnumSource
    void aFolderThatTheServerKeepsStaysWhole(RealServer.Kind kind) throws Exception {
        try (var server =
                RealServer.start(
                        kind,
                        place,
                        "--ServerApp.token=" + TOKEN,
                        "--FileContentsManager.delete_to_trash=False")) {
            var files = bridge(new ServerLogin.Token(TOKEN)).files(server.address());
            var root = place.resolve("root");
            Files.createDirectory(root.resolve("precious"));
            Files.writeString(root.resolve("precious/a"), "kept");
            Files.createSymbolicLink(root.resolve("link"), Path.of("precious"));

            assertInstanceOf(
                    FilesProblem.Failed.class, problem(() -> files.delete(files.look("link"))));

            assertEquals("kept", Files.readString(root.resolve("precious/a")));
        }
    }

    @Test
    void aGatewayHasNoFiles() throws Exception {
        try (var gateway = RealServer.gateway(place, TOKEN)) {
            var files = bridge(new ServerLogin.Token(TOKEN)).files(gateway.address());

            assertEquals(new FilesProblem.NotOffered(), problem(() -> files.list("")));
            assertEquals(new FilesProblem.NotOffered(), problem(() -> files.look("a")));
            assertEquals(new FilesProblem.NotOffered(), problem(() -> files.read("a", 0)));
        }
    }

    private static ServerBridge bridge(ServerLogin login) {
        var client = HttpClient.newHttpClient();
        return new ServerBridge(() -> client, new Keys(login));
    }
}
