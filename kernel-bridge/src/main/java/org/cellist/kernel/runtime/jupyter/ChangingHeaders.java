package org.cellist.kernel.runtime.jupyter;

import java.util.Map;

/// Headers that prove who asks, and that change with time, such as those of a proxy in front of
/// a server.
///
/// Thread-safe. Its methods may block.
public interface ChangingHeaders {

    /// Returns those of the moment, or why there are none.
    ServerAnswer<Map<String, String>> now() throws InterruptedException;

    /// Returns new ones, after the server has turned away who showed the old ones; or why there
    /// are none.
    ServerAnswer<Map<String, String>> renewed() throws InterruptedException;
}
