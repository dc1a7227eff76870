package org.cellist.kernel.runtime.host;

/// A kernel of Cellist's on a machine.
///
/// @param id the machine's name of its folder
/// @param kernelspec the name for people of what it was started from
/// @param notebook the name of what it runs for; may be empty
/// @param sinceEpochSeconds when it was started, by the clock there
///
/// Immutable.
public record HostKernel(String id, String kernelspec, String notebook, long sinceEpochSeconds) {

    /// What a kernel does, at one look. Immutable.
    ///
    /// @param ageSeconds since its start
    /// @param quietSeconds since it said something last; -1 where nobody listens
    /// @param memoryBytes that it takes with all that it started; -1 where that is not known
    public record Activity(
            HostKernel kernel, Work work, long ageSeconds, long quietSeconds, long memoryBytes) {}

    /// What a kernel does.
    public enum Work {
        BUSY,
        IDLE,
        /// It has ended; what it said last is still to be heard.
        ENDED,
        /// Nobody there listens to it.
        UNKNOWN
    }
}
