package org.cellist.app.notebook.find;

import java.io.Serial;

/// Ends a match in the midst of it. Never leaves this package.
final class SearchEndException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final SearchEnd end;

    SearchEndException(SearchEnd end) {
        super(end.name(), null, false, false);
        this.end = end;
    }

    SearchEnd end() {
        return end;
    }
}
