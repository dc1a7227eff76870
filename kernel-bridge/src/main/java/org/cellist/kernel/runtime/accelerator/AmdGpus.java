package org.cellist.kernel.runtime.accelerator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.accelerator.Gpu.Maker;
import org.jspecify.annotations.Nullable;

/// What is known of AMD's GPUs: from the files that Linux has for each, and from `rocm-smi`.
///
/// Immutable.
public final class AmdGpus {

    /// The program's name.
    public static final String PROGRAM = "rocm-smi";

    /// The arguments that tell models, memory and load as JSON.
    public static final List<String> ARGUMENTS =
            List.of("--showproductname", "--showmeminfo", "vram", "--showuse", "--json");

    private static final String UNNAMED = "AMD GPU";

    private AmdGpus() {}

    /// Reads `rocm-smi`'s answer: an object for each card, whose members changed their spelling
    /// from release to release. Warnings may stand before it.
    public static GpuLook read(String text) {
        int start = text.indexOf('{');
        if (start < 0) {
            return GpuLook.failed(GpuProblem.of(GpuProblem.Kind.UNREADABLE));
        }
        var bytes = text.substring(start).getBytes(StandardCharsets.UTF_8);
        try {
            if (!(RawJson.parse(bytes).value() instanceof JsonObject cards)) {
                return GpuLook.failed(GpuProblem.of(GpuProblem.Kind.UNREADABLE));
            }
            var gpus = new ArrayList<Gpu>();
            for (var name : cards.members().keySet()) {
                if (name.matches("card\\d+")) {
                    gpus.add(gpu(gpus.size(), cards.object(name)));
                }
            }
            var driver = member(cards.object("system"), "driver version");
            return new GpuLook(gpus, List.of(), driver == null ? "" : driver, null);
        } catch (JsonSyntaxException _) {
            return GpuLook.failed(GpuProblem.of(GpuProblem.Kind.UNREADABLE));
        }
    }

    private static Gpu gpu(int index, JsonObject card) {
        long total = SmiTable.number(member(card, "vram total memory (b)"));
        long used = SmiTable.number(member(card, "vram total used memory (b)"));
        var load =
                new GpuLoad(
                        total,
                        total < 0 || used < 0 ? -1 : total - used,
                        (int) SmiTable.number(member(card, "gpu use (%)")));
        var series = member(card, "card series");
        boolean isNumber = series == null || series.startsWith("0x");
        return of(index, isNumber ? member(card, "card model") : series, load);
    }

    private static @Nullable String member(JsonObject card, String name) {
        return card.members().keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(card::string)
                .orElse(null);
    }

    /// Makes a GPU of the files that the kernel driver `amdgpu` has for it.
    ///
    /// @param files their texts by name; what is not there is not known
    public static Gpu ofFiles(int index, Map<String, String> files) {
        long total = SmiTable.number(files.get("mem_info_vram_total"));
        long used = SmiTable.number(files.get("mem_info_vram_used"));
        var load =
                new GpuLoad(
                        total,
                        total < 0 || used < 0 ? -1 : total - used,
                        (int) SmiTable.number(files.get("gpu_busy_percent")));
        return of(index, files.get("product_name"), load);
    }

    private static Gpu of(int index, @Nullable String name, GpuLoad load) {
        var known = name == null || name.isBlank() || name.equals("N/A") ? UNNAMED : name;
        return new Gpu(Maker.AMD, index, "", known, "", load, List.of());
    }
}
