package org.cellist.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Secret Service of a real GNOME keyring on a bus of its own, and a system without a bus.
class KeychainIT {

    private static final String UNLOCKED =
            "echo -n open | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
                    + " && exec \"$@\"";

    @TempDir Path folder;

    @Test
    void secretsOutliveTheProgramInTheSecretService() throws Exception {
        assumeTrue(
                Stream.of("dbus-run-session", "gnome-keyring-daemon").allMatch(KeychainIT::isHere),
                "no GNOME keyring; sh .build/setup-kernels.sh installs it");

        var said = run("dbus-run-session", "--", "sh", "-c", UNLOCKED, "sh");

        assertEquals(List.of("outlives true", "found canary", "left nothing"), said, this::log);
        assertFalse(log().contains("canary"), this::log);
    }

    @Test
    void withoutABusSecretsAreForgotten() throws Exception {
        var said = run();

        assertEquals(List.of("outlives false", "found nothing", "left nothing"), said, this::log);
    }

    private static boolean isHere(String program) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .anyMatch(it -> Files.isExecutable(Path.of(it, program)));
    }

    /// Runs the probe; returns its lines.
    private List<String> run(String... wrapper) throws Exception {
        var command = new ArrayList<>(List.of(wrapper));
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeychainProbe.class.getName()));
        var builder = new ProcessBuilder(command).redirectError(logFile().toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(it -> it.startsWith("DBUS_") || it.equals("DISPLAY"));
        environment.put("HOME", folder.toString());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        var runtime = Files.createDirectories(folder.resolve("run"));
        environment.put("XDG_RUNTIME_DIR", runtime.toString());
        var process = builder.start();
        try (var lines = process.inputReader()) {
            return lines.readAllLines();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.waitFor();
        }
    }

    private Path logFile() {
        return folder.resolve("probe.log");
    }

    private String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
