package org.cellist.kernel.runtime.local.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cellist.kernel.runtime.PipeThread;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The programs and files of this machine.
///
/// Thread-safe.
final class SystemPrograms implements Programs {

    private static final Logger LOG = LoggerFactory.getLogger(SystemPrograms.class);

    /// Eight GPUs with a hundred processes are some kilobytes.
    private static final int MOST_BYTES = 4 << 20;

    private static final String AMD = "0x1002";
    private static final List<String> AMD_FILES =
            List.of(
                    "mem_info_vram_total",
                    "mem_info_vram_used",
                    "gpu_busy_percent",
                    "product_name");

    private final Host host;

    SystemPrograms(Host host) {
        this.host = host;
    }

    /// A desktop session's PATH has not all of them: WSL's lies apart, and so does ROCm.
    @Override
    public Optional<Path> find(String name) {
        var places =
                host.os() == Os.WINDOWS
                        ? List.of(
                                host.system("Windows/System32"),
                                host.system("Program Files/NVIDIA Corporation/NVSMI"))
                        : List.of(
                                host.system("usr/bin"),
                                host.system("usr/local/bin"),
                                host.system("usr/lib/wsl/lib"),
                                host.system("opt/rocm/bin"));
        return host.program(name, places);
    }

    @Override
    public Optional<String> ask(List<String> command, Duration atMost) throws InterruptedException {
        var builder = new ProcessBuilder(command).directory(host.root().toFile());
        builder.environment().put("LC_ALL", "C");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return ask(builder, atMost);
    }

    @Override
    public Optional<String> askCuda(Duration atMost) throws InterruptedException {
        if (!CudaProgram.isPossible(host)) {
            return Optional.empty();
        }
        try {
            // What the library unpacks must not lie where others could put theirs before.
            var folder = Files.createTempDirectory("cellist-cuda");
            try {
                return ask(CudaProgram.builder(folder), atMost);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            LOG.debug("CUDA is not asked: {}", e.toString());
            return Optional.empty();
        }
    }

    /// A process that hangs in its driver cannot even be killed: it is left behind.
    private static Optional<String> ask(ProcessBuilder builder, Duration atMost)
            throws InterruptedException {
        Process process;
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("{} cannot be run: {}", builder.command().getFirst(), e.toString());
            return Optional.empty();
        }
        var answer = new AtomicReference<Optional<String>>(Optional.empty());
        var reader =
                PipeThread.start("gpu-answer", () -> answer.set(read(process.getInputStream())));
        try {
            if (reader.join(atMost)) {
                return answer.get();
            }
            LOG.warn("{} did not answer in {}", builder.command().getFirst(), atMost);
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Optional<String> read(InputStream stream) {
        try {
            var text = new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return Optional.of(text);
        } catch (IOException _) {
            return Optional.empty(); // it was killed
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    @Override
    public List<Map<String, String>> amdCards() {
        var cards = new ArrayList<Path>();
        if (host.os() != Os.LINUX) {
            return List.of();
        }
        var folder = host.system("sys/class/drm");
        try (var found = Files.newDirectoryStream(folder, "card[0-9]*")) {
            for (var card : found) {
                if (AMD.equals(text(card.resolve("device/vendor")))) {
                    cards.add(card);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            return List.of(); // no graphics at all
        }
        return cards.stream()
                .filter(card -> card.getFileName().toString().matches("card\\d+"))
                .sorted(Comparator.comparingInt(SystemPrograms::number))
                .map(SystemPrograms::files)
                .toList();
    }

    private static int number(Path card) {
        return Integer.parseInt(card.getFileName().toString().substring("card".length()));
    }

    private static Map<String, String> files(Path card) {
        var texts = new HashMap<String, String>();
        for (var name : AMD_FILES) {
            var text = text(card.resolve("device").resolve(name));
            if (!text.isEmpty()) {
                texts.put(name, text);
            }
        }
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            return ""; // this card does not tell it
        }
    }

    @Override
    public boolean isMac() {
        return host.os() == Os.MACOS;
    }
}
