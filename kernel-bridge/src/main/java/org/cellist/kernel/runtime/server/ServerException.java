package org.cellist.kernel.runtime.server;

import java.io.IOException;
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

    /// @param cause what the problem was read from
    ServerException(ServerProblem problem, Exception cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    ServerProblem problem() {
        return problem;
    }

    /// Returns what the system says of a broken way.
    static String words(IOException e) {
        var said = e.getMessage();
        return said == null || said.isBlank() ? e.getClass().getSimpleName() : said;
    }
}
