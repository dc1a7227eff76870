package org.cellist.app.cli;

/// What the program tells its caller. Immutable.
public final class ExitCodes {

    public static final int OK = 0;
    public static final int CELL_FAILED = 1;
    public static final int USAGE = 2;
    public static final int KERNEL = 3;
    public static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
