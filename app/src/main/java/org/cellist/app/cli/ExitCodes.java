package org.cellist.app.cli;

/// What the program tells its caller. Immutable.
public final class ExitCodes {

    public static final int OK = 0;

    /// A cell failed, or one of several files.
    public static final int FAILED = 1;

    /// Two notebooks differ, or two edits of one cannot be merged without a person.
    public static final int DIFFERENT = 1;

    /// The arguments ask for what cannot be.
    public static final int USAGE = 2;

    /// There is no kernel, or it did not start, or it ended.
    public static final int KERNEL = 3;

    /// As shells say it: 128 and the number of SIGINT.
    public static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
