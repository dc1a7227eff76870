package org.cellist.kernel.runtime.ssh;

import org.cellist.kernel.runtime.host.HostProblem;

/// A machine did not do what it was asked.
class HostException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient HostProblem problem;

    HostException(HostProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    HostProblem problem() {
        return problem;
    }
}
