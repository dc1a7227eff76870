package org.cellist.app.notebook.format;

/// Well-formed JSON whose shape is no notebook's. Immutable.
final class ShapeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ReadProblem problem;

    ShapeException(ReadProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    static ShapeException wrongType(long offset, String path) {
        return new ShapeException(new ReadProblem(ReadProblem.Kind.WRONG_TYPE, offset, path));
    }

    ReadProblem problem() {
        return problem;
    }
}
