package org.cellist.app.session.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellist.app.variables.KernelQuestion;
import org.cellist.app.variables.PythonCode;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.MachineLook;
import org.cellist.kernel.runtime.MachineLookReader;
import org.cellist.kernel.runtime.MachineScript;
import org.cellist.kernel.runtime.accelerator.AmdGpus;
import org.cellist.kernel.runtime.accelerator.NvidiaSmi;

/// The machine that a kernel runs on, wherever that is: the kernel itself looks, and says what it
/// takes. See docs/decisions/0128.
///
/// Immutable.
public final class KernelMachine {

    /// The language in which kernels are asked.
    public static final String LANGUAGE = "python";

    private static final int GPU_PAUSE_SECONDS = 8;
    private static final int GPU_PATIENCE_SECONDS = 20;

    private KernelMachine() {}

    /// Returns how an IPython kernel is asked.
    public static KernelQuestion question() {
        var commands =
                "{"
                        + String.join(
                                ", ",
                                command("nvidia", NvidiaSmi.PROGRAM, NvidiaSmi.GPUS),
                                command("processes", NvidiaSmi.PROGRAM, NvidiaSmi.PROCESSES),
                                command("rocm", AmdGpus.PROGRAM, AmdGpus.ARGUMENTS))
                        + "}";
        var call =
                "cellist_machine(%s, %d, %d)"
                        .formatted(commands, GPU_PAUSE_SECONDS, GPU_PATIENCE_SECONDS);
        return KernelQuestion.ofExpression(
                PythonCode.callingText(MachineScript.text() + script(), call));
    }

    private static String command(String name, String program, List<String> arguments) {
        return Stream.concat(Stream.of(program), arguments.stream())
                .map(PythonCode::literal)
                .collect(Collectors.joining(", ", PythonCode.literal(name) + ": [", "]"));
    }

    private static String script() {
        try (var in = KernelMachine.class.getResourceAsStream("kernel.py")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads the answer; empty when it is none. Its only kernel is the one that was asked.
    public static Optional<MachineLook> read(JsonValue answer) {
        return answer instanceof JsonObject said && said.get("kernels") != null
                ? Optional.of(MachineLookReader.read(said))
                : Optional.empty();
    }
}
