package org.cellist.kernel.runtime.hosted;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.runtime.accelerator.AmdGpus;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.cellist.kernel.runtime.accelerator.NvidiaSmi;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostPython;
import org.jspecify.annotations.Nullable;

/// Reads what a machine says that it has. What cannot be understood is left out. Stateless.
final class ListingReader {

    private static final String PYTHON = "python";

    private ListingReader() {}

    static HostListing read(JsonObject said) {
        var kernelspecs = objects(said.get("kernelspecs")).flatMap(ListingReader::kernelspec);
        var specs = kernelspecs.toList();
        boolean isForPython = specs.stream().anyMatch(it -> it.language().equalsIgnoreCase(PYTHON));
        var python = said.object(PYTHON);
        return new HostListing(
                specs,
                gpus(text(said, "nvidia"), text(said, "rocm")),
                tpus(texts(said.get("chips")).size(), text(said, "tpu")),
                objects(said.get("kernels")).flatMap(ListingReader::kernel).toList(),
                isForPython ? null : new HostPython(text(python, "path"), text(python, "version")));
    }

    private static Stream<HostKernelspec> kernelspec(JsonObject said) {
        var argv = texts(said.get("argv"));
        return argv.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new HostKernelspec(
                                text(said, "name"),
                                text(said, "display_name"),
                                text(said, "language"),
                                argv,
                                texts(said.get("env")),
                                isSaid(said, "message"),
                                isSaid(said, "encrypts"),
                                text(said, "place")));
    }

    private static Stream<HostKernel> kernel(JsonObject said) {
        var id = text(said, "id");
        return id.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new HostKernel(
                                id,
                                text(said, "display_name"),
                                text(said, "notebook"),
                                number(said.get("since"))));
    }

    /// Reads which kernels run, the oldest first.
    static List<HostKernel.Activity> running(JsonObject said) {
        long now = number(said.get("now"));
        return objects(said.get("kernels"))
                .flatMap(it -> kernel(it).map(kernel -> activity(kernel, it, now)))
                .sorted(Comparator.comparingLong(HostKernel.Activity::ageSeconds).reversed())
                .toList();
    }

    private static HostKernel.Activity activity(HostKernel kernel, JsonObject said, long now) {
        long active = number(said.get("active"));
        long memory = number(said.get("memory"));
        var work =
                switch (text(said, "work")) {
                    case "busy" -> HostKernel.Work.BUSY;
                    case "idle" -> HostKernel.Work.IDLE;
                    case "ended" -> HostKernel.Work.ENDED;
                    default -> HostKernel.Work.UNKNOWN;
                };
        return new HostKernel.Activity(
                kernel,
                work,
                Math.max(0, now - kernel.sinceEpochSeconds()),
                active == 0 ? -1 : Math.max(0, now - active),
                memory == 0 ? -1 : memory);
    }

    /// What a program says that is not there is nothing.
    private static GpuLook gpus(String nvidia, String rocm) {
        var ofNvidia = nvidia.isBlank() ? GpuLook.NONE : NvidiaSmi.read(nvidia, "");
        return ofNvidia.and(rocm.isBlank() ? GpuLook.NONE : AmdGpus.read(rocm));
    }

    /// @param type as Google's machines call it, such as `v5litepod-8`
    private static List<String> tpus(int chips, String type) {
        return Collections.nCopies(chips, type.isBlank() ? "TPU" : "TPU " + type.strip());
    }

    private static Stream<JsonObject> objects(@Nullable JsonValue value) {
        return value instanceof JsonArray(var items)
                ? items.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                : Stream.empty();
    }

    private static List<String> texts(@Nullable JsonValue value) {
        return value instanceof JsonArray(var items)
                ? items.stream()
                        .flatMap(
                                it ->
                                        it instanceof JsonString(var text)
                                                ? Stream.of(text)
                                                : Stream.empty())
                        .toList()
                : List.of();
    }

    private static boolean isSaid(JsonObject said, String member) {
        return said.get(member) instanceof JsonBoolean(boolean it) && it;
    }

    private static String text(JsonObject said, String member) {
        return Objects.requireNonNullElse(said.string(member), "");
    }

    private static long number(@Nullable JsonValue value) {
        return value instanceof JsonNumber(var lexeme) && lexeme.matches("\\d{1,18}")
                ? Long.parseLong(lexeme)
                : 0;
    }
}
