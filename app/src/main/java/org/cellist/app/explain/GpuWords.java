package org.cellist.app.explain;

import java.util.stream.Stream;
import org.cellist.app.text.Sizes;
import org.cellist.app.text.Texts;
import org.cellist.kernel.runtime.accelerator.Gpu;
import org.cellist.kernel.runtime.accelerator.GpuLoad;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.cellist.kernel.runtime.accelerator.GpuProblem;

/// GPUs, and why there are none, in a person's words. Immutable.
public final class GpuWords {

    private final Texts texts = Texts.of("resources");

    /// Returns how full and how busy it is: `8.1 GB of 24 GB · 71 % busy`; what is not known
    /// is left out.
    public String load(GpuLoad load) {
        return joined(
                memory(load), load.percent() < 0 ? "" : texts.get("gpu.busy", load.percent()));
    }

    /// Returns how full it is: `8.1 GB of 24 GB`; its size where only that is known.
    public String memory(GpuLoad load) {
        if (load.totalBytes() <= 0) {
            return "";
        }
        var total = Sizes.words(load.totalBytes());
        return load.usedBytes() < 0
                ? total
                : texts.get("used", Sizes.words(load.usedBytes()), total);
    }

    /// Returns its model and what code may ask of it: `NVIDIA H100 80GB HBM3 · compute 9.0`.
    public String name(Gpu gpu) {
        boolean isKnown = !gpu.capability().isEmpty();
        return joined(gpu.name(), isKnown ? texts.get("gpu.compute", gpu.capability()) : "");
    }

    private static String joined(String... parts) {
        return String.join(" \u00b7 ", Stream.of(parts).filter(it -> !it.isEmpty()).toList());
    }

    /// Returns one line that says what keeps GPUs from being used; empty where nothing does.
    public String problem(GpuLook look) {
        var problem = look.problem();
        return problem == null ? "" : problem(problem);
    }

    /// Returns the same of another machine. One without a driver has no GPU, which needs no words.
    public String problemThere(GpuLook look) {
        var problem = look.problem();
        return problem == null || problem.kind() == GpuProblem.Kind.NO_DRIVER
                ? ""
                : problem(problem);
    }

    private String problem(GpuProblem problem) {
        return switch (problem.kind()) {
            case NO_DRIVER -> texts.get("gpu.none");
            case NO_DEVICE -> texts.get("gpu.nodevice");
            case DRIVER_FAILS -> texts.get("gpu.fails", problem.words());
            case DRIVER_TOO_OLD -> texts.get("gpu.old", problem.words());
            case NO_ANSWER -> texts.get("gpu.noanswer");
            case UNREADABLE -> texts.get("gpu.unreadable");
        };
    }
}
