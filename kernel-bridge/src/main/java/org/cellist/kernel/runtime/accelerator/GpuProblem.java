package org.cellist.kernel.runtime.accelerator;

/// Why nothing is known of a maker's GPUs. A normal state of a machine.
///
/// @param words what the driver's program said, one line; may be empty
///
/// Immutable.
public record GpuProblem(Kind kind, String words) {

    /// What is the matter. Immutable.
    public enum Kind {
        /// There is no driver, so there is no GPU that code could use.
        NO_DRIVER,
        /// The driver is there and has no GPU.
        NO_DEVICE,
        /// The driver cannot be talked to; its words say why.
        DRIVER_FAILS,
        /// The driver is too old for what frameworks of today ask of it.
        DRIVER_TOO_OLD,
        /// The driver's program did not answer in time.
        NO_ANSWER,
        /// It answered something that is not understood.
        UNREADABLE
    }

    static GpuProblem of(Kind kind) {
        return new GpuProblem(kind, "");
    }
}
