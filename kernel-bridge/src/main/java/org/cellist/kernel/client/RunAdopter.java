package org.cellist.kernel.client;

import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.jspecify.annotations.Nullable;

/// Takes over runs that an earlier client has asked for, and that this one hears of.
///
/// Thread-safe.
public interface RunAdopter {

    /// Adopts nothing.
    RunAdopter NOBODY = (_, _) -> null;

    /// A run begins that this client has not asked for. Called on the client's thread; must return
    /// soon.
    ///
    /// @param run its id has the mark that the earlier client gave it
    /// @param input its `execute_input`
    /// @return who follows it; null if nobody does
    @Nullable ExecutionListener adopt(Execution run, Message<IopubContent> input);
}
