package org.cellist.app.notebook.format.legacy;

/// A value of nbformat 2 or 3 of a type that its place does not allow. Immutable.
public final class LegacyShapeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String path;

    LegacyShapeException(String path) {
        super("wrong type: " + path);
        this.path = path;
    }

    /// Returns which value, such as `cells[3].input`; cells are counted over all worksheets.
    public String path() {
        return path;
    }
}
