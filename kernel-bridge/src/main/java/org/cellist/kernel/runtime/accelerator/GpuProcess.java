package org.cellist.kernel.runtime.accelerator;

/// What a process takes of a GPU's memory.
///
/// @param gpu the id of the GPU, or of its slice
/// @param processId as the system knows it; in a container perhaps another system's
/// @param bytes negative where that is not known, as on Windows
///
/// Immutable.
public record GpuProcess(String gpu, long processId, long bytes) {}
