package org.cellist.app.session;

/// Follows one open notebook besides its cells.
///
/// Confined to the notebook's owner.
public interface SessionListener {

    void saveStateChanged(SaveState state);

    void kernelStateChanged(KernelState state);

    /// Something is tried out beside the notebook from now on.
    default void scratchBegan(ScratchSession scratch) {}
}
