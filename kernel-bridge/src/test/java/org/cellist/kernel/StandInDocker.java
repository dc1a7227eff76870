package org.cellist.kernel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.Container.Engine;

/// A program that answers as `docker` does, with a container that is nothing but a home of its own
/// on this machine.
///
/// Confined to the test's thread.
final class StandInDocker implements ContainerPeer {

    private static final Container LAB = Container.of(Engine.DOCKER, "lab").orElseThrow();

    private final Path folder;

    private StandInDocker(Path folder) {
        this.folder = folder;
    }

    static StandInDocker start(Path folder) throws Exception {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("home"));
        var program = folder.resolve("bin/docker");
        Files.writeString(program, text("docker.sh").replace("FOLDER", folder.toString()));
        Files.writeString(folder.resolve("ps"), text("docker-ps.txt"));
        program.toFile().setExecutable(true);
        return new StandInDocker(folder);
    }

    /// Returns what a file beside the tests has.
    static String text(String name) throws Exception {
        try (var in = StandInDocker.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public Host here() {
        var env = Map.of("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        return new Host(Host.Os.LINUX, folder, folder, env, Set.of(), false);
    }

    @Override
    public Container container() {
        return LAB;
    }

    @Override
    public Path home() {
        return folder.resolve("home");
    }

    @Override
    public void stop() throws Exception {
        Files.writeString(folder.resolve("ps"), text("docker-ps.txt").replace("running", "exited"));
        endAll();
    }

    /// Ends all that has this home.
    private void endAll() throws Exception {
        Processes.with("HOME=" + home() + "\0").forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void startAgain() throws Exception {
        Files.writeString(folder.resolve("ps"), text("docker-ps.txt"));
    }

    @Override
    public void remove() throws Exception {
        Files.writeString(folder.resolve("ps"), "");
        endAll();
    }
}
