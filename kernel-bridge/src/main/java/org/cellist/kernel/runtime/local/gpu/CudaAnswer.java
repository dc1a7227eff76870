package org.cellist.kernel.runtime.local.gpu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.runtime.accelerator.Gpu;
import org.cellist.kernel.runtime.accelerator.GpuLoad;

/// What [CudaMain] printed: a line for each thing, its parts apart by tabs.
///
/// @param version of CUDA that the driver speaks, 12060 for 12.6; 0 where it said none
/// @param words why it does not speak; empty where it does
/// @param gpus with their capabilities and memory
///
/// Immutable.
record CudaAnswer(int version, String words, List<Gpu> gpus) {

    static final String VERSION = "cuda";
    static final String GPU = "gpu";
    static final String FAILED = "failed";
    static final String NO_LIBRARY = "nolibrary";

    /// Frameworks of today are built for CUDA 11 and later.
    private static final int OLDEST = 11_000;

    private static final int GPU_PARTS = 5;

    CudaAnswer {
        gpus = List.copyOf(gpus);
    }

    /// Reads it. Lines that are not understood, as of a process that crashed, are left out.
    static CudaAnswer read(String text) {
        int version = 0;
        var words = "";
        var gpus = new ArrayList<Gpu>();
        for (var line : text.lines().toList()) {
            var parts = line.split("\t", -1);
            if (parts[0].equals(VERSION) && parts.length == 2 && parts[1].matches("\\d{1,9}")) {
                version = Integer.parseInt(parts[1]);
            } else if (parts[0].equals(GPU) && parts.length == GPU_PARTS) {
                gpus.add(gpu(gpus.size(), parts));
            } else if (parts[0].equals(FAILED) || parts[0].equals(NO_LIBRARY)) {
                words = line;
            }
        }
        return new CudaAnswer(version, words, gpus);
    }

    private static Gpu gpu(int index, String[] parts) {
        long total = parts[3].matches("\\d{1,18}") ? Long.parseLong(parts[3]) : -1;
        return new Gpu(
                Gpu.Maker.NVIDIA,
                index,
                parts[1],
                parts[4],
                parts[2],
                new GpuLoad(total, -1, -1),
                List.of());
    }

    /// Returns whether the driver speaks a CUDA that today's frameworks no longer speak.
    boolean isTooOld() {
        return version > 0 && version < OLDEST;
    }

    /// Returns the compute capabilities by the ids of the GPUs.
    Map<String, String> capabilities() {
        var known = new HashMap<String, String>();
        gpus.forEach(gpu -> known.put(gpu.id(), gpu.capability()));
        return known;
    }
}
