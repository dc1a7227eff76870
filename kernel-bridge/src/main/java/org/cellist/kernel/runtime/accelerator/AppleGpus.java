package org.cellist.kernel.runtime.accelerator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.accelerator.Gpu.Maker;

/// What macOS's `system_profiler` tells of GPUs: their models. They share the machine's memory.
///
/// Immutable.
public final class AppleGpus {

    /// The command.
    public static final List<String> COMMAND =
            List.of("/usr/sbin/system_profiler", "SPDisplaysDataType", "-json");

    private AppleGpus() {}

    /// Reads its answer.
    public static GpuLook read(String text) {
        try {
            if (RawJson.parse(text.getBytes(StandardCharsets.UTF_8)).value()
                            instanceof JsonObject whole
                    && whole.get("SPDisplaysDataType") instanceof JsonArray(var items)) {
                var gpus = new ArrayList<Gpu>();
                for (var item : items) {
                    if (item instanceof JsonObject card && card.string("sppci_model") != null) {
                        gpus.add(gpu(gpus.size(), String.valueOf(card.string("sppci_model"))));
                    }
                }
                return new GpuLook(gpus, List.of(), "", null);
            }
        } catch (JsonSyntaxException _) {
            return GpuLook.failed(GpuProblem.of(GpuProblem.Kind.UNREADABLE));
        }
        return GpuLook.failed(GpuProblem.of(GpuProblem.Kind.UNREADABLE));
    }

    private static Gpu gpu(int index, String name) {
        return new Gpu(Maker.APPLE, index, "", name, "", GpuLoad.UNKNOWN, List.of());
    }
}
