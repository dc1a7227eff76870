package org.cellist.kernel;

import java.nio.file.Path;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.host.Container;

/// A container to try things in.
///
/// Confined to the test's thread.
interface ContainerPeer {

    /// Returns where the program of its engine is found.
    Host here();

    Container container();

    /// Returns the home in there, in which a kernel works, as this machine sees it.
    Path home();

    /// Ends all programs of this machine that lead into it, as a window does that is killed.
    default void cut() {
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    }

    /// Stops it, with all that runs in it.
    void stop() throws Exception;

    /// Starts it again.
    void startAgain() throws Exception;

    /// Removes it.
    void remove() throws Exception;
}
