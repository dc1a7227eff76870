package org.cellist.kernel.runtime.hosted;

import org.cellist.kernel.runtime.host.HostProblem;

/// A host did not do what it was asked. Immutable.
public class HostException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient HostProblem problem;

    /// @param problem why not
    public HostException(HostProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /// Returns why not.
    public HostProblem problem() {
        return problem;
    }

    /// Returns what a library says, without the names of its classes.
    public static String words(Throwable e) {
        Throwable last = e;
        while (last.getCause() != null && last.getCause().getMessage() != null) {
            last = last.getCause();
        }
        var message = last.getMessage();
        return message == null ? last.getClass().getSimpleName() : message;
    }
}
