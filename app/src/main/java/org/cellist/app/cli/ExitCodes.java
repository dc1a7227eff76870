package org.cellist.app.cli;

/// What the program tells its caller. Immutable.
final class ExitCodes {

    static final int OK = 0;
    static final int CELL_FAILED = 1;
    static final int USAGE = 2;
    static final int KERNEL = 3;
    static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
