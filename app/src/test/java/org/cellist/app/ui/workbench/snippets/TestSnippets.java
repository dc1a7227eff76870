package org.cellist.app.ui.workbench.snippets;

import java.nio.file.Path;
import org.cellist.app.snippets.SnippetShelf;
import org.cellist.app.ui.output.port.CodeColourer;

/// Snippets that are read at once.
public final class TestSnippets {

    private TestSnippets() {}

    /// Returns those of the program alone.
    public static SnippetDesk none() {
        return in(Path.of("no-such-folder"));
    }

    /// Returns those of a folder, too.
    public static SnippetDesk in(Path folder) {
        return new SnippetDesk(
                new SnippetShelf(folder),
                CodeColourer.PLAIN,
                _ -> {},
                Runnable::run,
                Runnable::run);
    }
}
