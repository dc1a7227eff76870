package org.cellist.kernel.runtime.server;

import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// Carries a problem from the depths of a conversation with a server to where it becomes an
/// outcome. Immutable.
final class ServerException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient ServerProblem problem;

    ServerException(ServerProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    ServerProblem problem() {
        return problem;
    }
}
