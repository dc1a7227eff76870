package org.cellist.kernel.runtime.hosted;

import java.io.IOException;

/// A host allows no more programs over a connection, such as OpenSSH's `MaxSessions`. Immutable.
public final class FullException extends Exception {

    private static final long serialVersionUID = 1;

    /// @param why what the host said
    public FullException(IOException why) {
        super(why.getMessage(), why);
    }
}
