package org.cellist.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.cellist.kernel.runtime.local.MachineReader;
import org.cellist.kernel.runtime.local.ProcessMemory;
import org.cellist.kernel.runtime.local.gpu.LocalGpus;
import org.jspecify.annotations.Nullable;

/// What this machine has, and what of it is in use.
///
/// Thread-safe. Its methods block: [#gpus] for as long as a driver needs, the others for a moment.
public final class LocalResources {

    private final LocalGpus gpus = new LocalGpus();
    private final MachineReader machine = new MachineReader();
    private @Nullable GpuLook newest; // guarded by gpus
    private long lookedAt; // guarded by gpus

    LocalResources() {}

    /// Returns what is known of the GPUs, looked at now or a moment ago.
    ///
    /// @param age how old it may be
    public GpuLook gpus(Duration age) throws InterruptedException {
        synchronized (gpus) {
            var known = newest;
            if (known == null || System.nanoTime() - lookedAt > age.toNanos()) {
                known = gpus.look();
                newest = known;
                lookedAt = System.nanoTime();
            }
            return known;
        }
    }

    /// Returns how busy and how full the machine is.
    ///
    /// @param folder whose disk is meant
    public MachineLoad load(Path folder) {
        return machine.read(folder);
    }

    /// Returns the memory alone, which costs next to nothing; the rest is not known.
    public MachineLoad memory() {
        var memory = machine.memory();
        return new MachineLoad(-1, -1, memory.bytes(), memory.free(), -1, -1);
    }

    /// Returns a process and all that it started.
    public Set<Long> tree(long processId) {
        return ProcessMemory.tree(processId);
    }

    /// Returns what these processes have in memory, in bytes; negative where that is not known.
    public long memoryBytes(Set<Long> processIds) {
        return ProcessMemory.of(processIds);
    }
}
