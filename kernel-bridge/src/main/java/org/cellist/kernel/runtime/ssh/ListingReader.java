package org.cellist.kernel.runtime.ssh;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.host.Accelerator;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostPython;
import org.jspecify.annotations.Nullable;

/// Reads what a machine says that it has. What cannot be understood is left out. Stateless.
final class ListingReader {

    private static final String PYTHON = "python";
    private static final long MIB = 1 << 20;

    private ListingReader() {}

    static HostListing read(JsonObject said) {
        var kernelspecs = objects(said.get("kernelspecs")).flatMap(ListingReader::kernelspec);
        var specs = kernelspecs.toList();
        var accelerators = new ArrayList<Accelerator>();
        accelerators.addAll(nvidia(text(said, "nvidia")));
        accelerators.addAll(rocm(text(said, "rocm")));
        accelerators.addAll(tpus(texts(said.get("chips")).size(), text(said, "tpu")));
        boolean isForPython = specs.stream().anyMatch(it -> it.language().equalsIgnoreCase(PYTHON));
        var python = said.object(PYTHON);
        return new HostListing(
                specs,
                accelerators,
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
                                said.get("message") instanceof JsonBoolean(boolean it) && it,
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

    /// Reads `nvidia-smi --query-gpu=index,name,memory.total,memory.free,utilization.gpu
    /// --format=csv,noheader,nounits`: one line a GPU; what a driver does not know is `[N/A]`.
    static List<Accelerator> nvidia(String csv) {
        var found = new ArrayList<Accelerator>();
        for (var line : csv.lines().toList()) {
            var fields = line.split(",", -1);
            if (fields.length == 5 && fields[0].strip().matches("\\d{1,4}")) {
                found.add(
                        new Accelerator(
                                Accelerator.Kind.GPU,
                                fields[1].strip(),
                                number(fields[2], 0),
                                number(fields[3], 0),
                                (int) number(fields[4], -1)));
            }
        }
        return found;
    }

    /// Reads `rocm-smi --showproductname --showmeminfo vram --showuse --json`: one member a card,
    /// whose names differ between versions.
    static List<Accelerator> rocm(String json) {
        var found = new ArrayList<Accelerator>();
        try {
            var cards = RawJson.parse(json.getBytes(StandardCharsets.UTF_8));
            cards.object()
                    .members()
                    .forEach(
                            (name, card) -> {
                                if (name.startsWith("card") && card instanceof JsonObject said) {
                                    found.add(rocm(said));
                                }
                            });
        } catch (JsonSyntaxException _) {
            return List.of(); // nothing, or a warning before it
        }
        return found;
    }

    private static Accelerator rocm(JsonObject card) {
        long total = number(text(card, "VRAM Total Memory (B)"), 0) / MIB;
        long used = number(text(card, "VRAM Total Used Memory (B)"), 0) / MIB;
        var name =
                List.of("Card Series", "Card series", "Card Model", "Card model").stream()
                        .map(it -> text(card, it))
                        .filter(it -> !it.isEmpty() && !it.startsWith("0x"))
                        .findFirst()
                        .orElse("AMD GPU");
        return new Accelerator(
                Accelerator.Kind.GPU,
                name,
                total,
                Math.max(0, total - used),
                (int) number(text(card, "GPU use (%)"), -1));
    }

    /// @param type as Google's machines call it, such as `v5litepod-8`
    private static List<Accelerator> tpus(int chips, String type) {
        var name = type.strip().isEmpty() ? "TPU" : "TPU " + type.strip();
        return Collections.nCopies(chips, new Accelerator(Accelerator.Kind.TPU, name, 0, 0, -1));
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

    private static String text(JsonObject said, String member) {
        return Objects.requireNonNullElse(said.string(member), "");
    }

    private static long number(@Nullable JsonValue value) {
        return value instanceof JsonNumber(var lexeme) ? number(lexeme, 0) : 0;
    }

    private static long number(String text, long otherwise) {
        var digits = text.strip();
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : otherwise;
    }
}
