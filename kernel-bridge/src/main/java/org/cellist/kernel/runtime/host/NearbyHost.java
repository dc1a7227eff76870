package org.cellist.kernel.runtime.host;

/// A container or a distribution of this machine, before anybody has entered it.
///
/// @param image from which it was made; empty where that is not known
/// @param state in the words of what runs it: `running`, `exited`, `Stopped`
/// @param canBeEntered whether it runs, or begins to when it is entered
///
/// Immutable.
public record NearbyHost(HostAddress address, String image, String state, boolean canBeEntered) {

    private static final String PAUSED = "paused";

    /// Returns whether nothing runs in it, and nothing would.
    public boolean hasEnded() {
        return !canBeEntered && !state.equals(PAUSED);
    }
}
