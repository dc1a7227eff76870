package org.cellist.kernel.runtime.local.gpu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.discovery.Host.Os;

/// How the process that asks CUDA's driver is started: by the Java machine that runs us, as small
/// as one can be. Stateless.
final class CudaProgram {

    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xms6m",
                    "-Xmx64m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-XX:-CreateCoredumpOnCrash",
                    "-Dfile.encoding=UTF-8",
                    "--enable-native-access=ALL-UNNAMED");

    /// JCuda has native parts for these alone.
    private static final Set<String> ARCHITECTURES = Set.of("amd64", "x86_64");

    private CudaProgram() {}

    static boolean isPossible(Host host) {
        return host.os() != Os.MACOS && ARCHITECTURES.contains(System.getProperty("os.arch"));
    }

    /// @param folder where its library is unpacked, and what it says of a crash is left
    static ProcessBuilder builder(Path folder) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = new ArrayList<String>();
        command.add(Files.exists(java) ? java.toString() : java + ".exe");
        command.addAll(OPTIONS);
        command.add("-Djava.io.tmpdir=" + folder);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(CudaMain.class.getName());
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        // All GPUs are asked about, in the order of `nvidia-smi`.
        builder.environment().remove("CUDA_VISIBLE_DEVICES");
        builder.environment().put("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }
}
