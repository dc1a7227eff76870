package org.cellist.app.explain;

import java.util.List;
import java.util.regex.Pattern;
import org.cellist.app.text.Texts;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Device;
import org.cellist.kernel.runtime.accelerator.Gpu;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;

/// What a kernel computes on, in a word or two. Immutable.
public final class AcceleratorWords {

    /// What makers put around the name that people say.
    private static final Pattern AROUND =
            Pattern.compile(
                    "^((NVIDIA|AMD|Tesla|GeForce|Instinct|Radeon|Apple)\\s+)+|-(SXM|PCIE).*$|"
                            + " (\\d+ ?GB.*|PCIe.*|NVL|Laptop GPU)$",
                    Pattern.CASE_INSENSITIVE);

    private final Texts texts = Texts.of("resources");

    /// Returns the model, or how many of what; `CPU` where GPUs are hidden; empty where there is
    /// nothing to tell.
    ///
    /// @param gpus what the machine has; null where nobody has looked
    public String brief(AcceleratorChoice choice, @Nullable GpuLook gpus) {
        return switch (choice) {
            case AcceleratorChoice.Cpu _ -> texts.get("chip.cpu");
            case AcceleratorChoice.Gpus(var devices) ->
                    several(devices.stream().map(Device::name).toList());
            case AcceleratorChoice.Everything _ ->
                    gpus == null ? "" : several(gpus.gpus().stream().map(Gpu::name).toList());
        };
    }

    private String several(List<String> names) {
        var each = names.stream().map(AcceleratorWords::brief).distinct().toList();
        if (each.isEmpty()) {
            return "";
        }
        if (each.size() > 1) {
            return texts.get("chip.gpus", names.size());
        }
        return names.size() == 1
                ? each.getFirst()
                : texts.get("chip.several", names.size(), each.getFirst());
    }

    private static String brief(String name) {
        var brief = AROUND.matcher(name).replaceAll("").strip();
        return brief.isEmpty() ? name : brief;
    }
}
