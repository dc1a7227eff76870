package org.cellist.kernel.runtime;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.MachineLook.KernelUse;
import org.cellist.kernel.runtime.accelerator.AmdGpus;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.cellist.kernel.runtime.accelerator.NvidiaSmi;
import org.jspecify.annotations.Nullable;

/// Reads what a program with [MachineScript] in it says of its machine. What cannot be understood
/// is not known. Immutable.
public final class MachineLookReader {

    private static final double UNKNOWN = -1;

    private MachineLookReader() {}

    /// Reads a look.
    public static MachineLook read(JsonObject said) {
        var memory = numbers(said.get("memory"));
        var disk = numbers(said.get("disk"));
        var load =
                new MachineLoad(
                        number(said.get("cpu")),
                        (int) number(said.get("cores")),
                        at(memory, 0),
                        at(memory, 1),
                        at(disk, 0),
                        at(disk, 1));
        var gpus = gpus(said.object("gpus"));
        return new MachineLook(load, gpus, kernels(said.get("kernels"), gpus));
    }

    private static @Nullable GpuLook gpus(JsonObject said) {
        if (said.string("nvidia") == null) {
            return null;
        }
        var nvidia = text(said, "nvidia");
        var rocm = text(said, "rocm");
        var ofNvidia =
                nvidia.isBlank() ? GpuLook.NONE : NvidiaSmi.read(nvidia, text(said, "processes"));
        return ofNvidia.and(rocm.isBlank() ? GpuLook.NONE : AmdGpus.read(rocm));
    }

    private static List<KernelUse> kernels(@Nullable JsonValue said, @Nullable GpuLook gpus) {
        return items(said)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(it -> kernel(it, gpus))
                .toList();
    }

    private static KernelUse kernel(JsonObject said, @Nullable GpuLook gpus) {
        Set<Long> processes =
                numbers(said.get("pids")).stream()
                        .map(Double::longValue)
                        .collect(Collectors.toSet());
        double told = number(said.get("gpu"));
        long counted = gpus == null ? -1 : gpus.bytesOf(processes);
        return new KernelUse(
                text(said, "id"),
                text(said, "notebook"),
                (long) number(said.get("memory")),
                Math.max(counted, (long) told));
    }

    private static String text(JsonObject said, String member) {
        return Objects.requireNonNullElse(said.string(member), "");
    }

    private static Stream<JsonValue> items(@Nullable JsonValue value) {
        return value instanceof JsonArray(var items) ? items.stream() : Stream.empty();
    }

    private static List<Double> numbers(@Nullable JsonValue value) {
        return items(value).map(MachineLookReader::number).toList();
    }

    private static long at(List<Double> numbers, int index) {
        return index < numbers.size() ? numbers.get(index).longValue() : (long) UNKNOWN;
    }

    /// Bytes of any machine there is are exact in a `double`.
    private static double number(@Nullable JsonValue value) {
        if (!(value instanceof JsonNumber(var lexeme)) || lexeme.length() > 40) {
            return UNKNOWN;
        }
        double number = Double.parseDouble(lexeme);
        return number >= 0 && number < Long.MAX_VALUE ? number : UNKNOWN;
    }
}
