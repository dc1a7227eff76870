package org.cellist.kernel.runtime.accelerator;

import java.util.List;

/// A GPU, as it was when it was looked at.
///
/// @param index its place in its maker's list, from 0
/// @param id what names it whatever else is plugged in: `GPU-` and a UUID; empty where its maker
///     gives none
/// @param name the model, such as `NVIDIA A100-SXM4-80GB`
/// @param capability CUDA's compute capability, such as `8.9`; empty where it is not known
/// @param slices the parts that it is divided into (MIG); none where it is whole
///
/// Immutable.
public record Gpu(
        Maker maker,
        int index,
        String id,
        String name,
        String capability,
        GpuLoad load,
        List<GpuSlice> slices) {

    public Gpu {
        slices = List.copyOf(slices);
    }

    /// Who made it, which decides how programs are told to use it. Immutable.
    public enum Maker {
        NVIDIA,
        AMD,
        APPLE
    }

    /// A part of a GPU that works like one.
    ///
    /// @param id what names it: `MIG-` and a UUID
    /// @param profile its size, such as `1g.5gb`
    ///
    /// Immutable.
    public record GpuSlice(String id, String profile) {}

    Gpu withCapability(String known) {
        return new Gpu(maker, index, id, name, known, load, slices);
    }

    Gpu withSlices(List<GpuSlice> known) {
        return new Gpu(maker, index, id, name, capability, load, known);
    }
}
