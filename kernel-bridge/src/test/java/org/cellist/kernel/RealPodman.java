package org.cellist.kernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.Container.Engine;

/// A real Podman, which keeps all that it has in a folder, and a container whose programs are this
/// machine's. Needs no image and no network.
///
/// Confined to the test's thread.
final class RealPodman implements ContainerPeer {

    private static final Container LAB = Container.of(Engine.PODMAN, "lab").orElseThrow();
    private static final int PATIENCE_SECONDS = 60;

    /// How a Podman may be able to run containers here, the usual way first.
    private static final List<String> WAYS =
            List.of(
                    "--storage-driver vfs",
                    "--storage-driver vfs --cgroup-manager cgroupfs --runtime runc",
                    "--storage-driver vfs --cgroup-manager cgroupfs --runtime crun");

    private final Path folder;

    private RealPodman(Path folder) {
        this.folder = folder;
    }

    /// Starts a container; skips the test, with the reason, where none can be run.
    static RealPodman start(Path folder) throws Exception {
        var podman = Host.current(System.getenv()).program("podman", List.of());
        assumeTrue(podman.isPresent(), "podman is missing. Type: apt-get install podman");
        root(folder.resolve("root"));
        var why = new ArrayList<String>();
        for (var way : WAYS) {
            var peer = new RealPodman(folder);
            peer.write(podman.get(), way);
            var trouble = peer.podman(run(folder.resolve("root")));
            if (trouble.isEmpty()) {
                return peer;
            }
            why.add(trouble.get());
            peer.podman(List.of("rm", "--force", "--time", "0", "--all"));
        }
        assumeTrue(false, "podman runs no container here: " + why);
        throw new AssertionError();
    }

    private static List<String> run(Path root) {
        return List.of(
                "run",
                "--detach",
                "--name",
                "lab",
                "--network",
                "none",
                "--ulimit",
                "nofile=1024:1024",
                "--ulimit",
                "nproc=8192:8192",
                "-v",
                "/usr:/usr:ro",
                "-v",
                "/etc/alternatives:/etc/alternatives:ro",
                "--rootfs",
                root.toString(),
                "sleep",
                "100000");
    }

    private static void root(Path root) throws Exception {
        for (var name : List.of("usr", "etc/alternatives", "proc", "sys", "dev", "tmp", "root")) {
            Files.createDirectories(root.resolve(name));
        }
        for (var name : List.of("bin", "lib", "lib64", "sbin")) {
            Files.createSymbolicLink(root.resolve(name), Path.of("usr", name));
        }
        Files.writeString(root.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
    }

    private void write(Path podman, String way) throws Exception {
        var program = folder.resolve("bin/podman");
        Files.createDirectories(program.getParent());
        Files.writeString(
                program,
                """
                #!/bin/sh
                exec %s --root %s/store --runroot %s/run %s "$@"
                """
                        .formatted(podman, folder, folder, way));
        program.toFile().setExecutable(true);
    }

    /// Runs it; returns why it did not work.
    private Optional<String> podman(List<String> arguments) throws Exception {
        var program = folder.resolve("bin/podman").toString();
        var said = folder.resolve("said");
        var process =
                new ProcessBuilder(Stream.concat(Stream.of(program), arguments.stream()).toList())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        boolean isFine =
                process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        process.destroyForcibly();
        return isFine ? Optional.empty() : Optional.of(Files.readString(said).strip());
    }

    private void ask(String... arguments) throws Exception {
        podman(List.of(arguments))
                .ifPresent(
                        it -> {
                            throw new AssertionError(it);
                        });
    }

    @Override
    public Host here() {
        var env = new HashMap<>(System.getenv());
        env.put("PATH", folder.resolve("bin") + ":" + env.getOrDefault("PATH", "/usr/bin:/bin"));
        return new Host(Host.Os.LINUX, folder, folder, env, Set.of(), false);
    }

    @Override
    public Container container() {
        return LAB;
    }

    @Override
    public Path home() {
        return folder.resolve("root/root");
    }

    @Override
    public void stop() throws Exception {
        ask("stop", "--time", "0", "lab");
    }

    @Override
    public void startAgain() throws Exception {
        ask("start", "lab");
    }

    @Override
    public void remove() throws Exception {
        ask("rm", "--force", "--ignore", "--time", "0", "lab");
        RecordedHost.await(() -> ProcessHandle.allProcesses().noneMatch(this::isOurs));
    }

    /// What tidies up after a container goes on for a moment, and writes into the folder.
    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(it -> it.contains(folder + "/store"))
                .isPresent();
    }
}
