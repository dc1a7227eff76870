package org.cellist.kernel.runtime.files;

import java.io.IOException;

/// A place does not do what it was asked to do with its files. Immutable.
public final class FilesException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient FilesProblem problem;

    /// Says why.
    public FilesException(FilesProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /// Says why, and what it came from.
    public FilesException(FilesProblem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /// Returns why.
    public FilesProblem problem() {
        return problem;
    }
}
