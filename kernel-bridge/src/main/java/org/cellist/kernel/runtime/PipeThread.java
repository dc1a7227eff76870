package org.cellist.kernel.runtime;

import java.util.concurrent.ThreadFactory;

/// A thread for what reads from a program, or writes to one.
///
/// A read from a pipe holds the carrier below a virtual thread. Java 25 makes up for that with
/// another carrier, but no longer once a carrier has been idle for half a minute: then as many
/// silent programs as the machine has cores stop all virtual threads for ever (ADR 0115).
///
/// Thread-safe.
public final class PipeThread {

    private PipeThread() {}

    /// Starts a platform thread that does not keep the program running.
    public static Thread start(String name, Runnable task) {
        return Thread.ofPlatform().daemon().name(name).start(task);
    }

    /// Returns what makes such threads, all of one name.
    public static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }
}
