package org.cellist.kernel.channel;

/// Thrown on sending to a kernel whose connection has ended. Immutable.
public final class ClosedChannelsException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public ClosedChannelsException() {
        super("the connection to the kernel has ended");
    }
}
