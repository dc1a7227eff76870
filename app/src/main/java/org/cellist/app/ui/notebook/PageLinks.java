package org.cellist.app.ui.notebook;

import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.ui.output.port.LinkOpener;

/// Follows the links of one notebook: pages in the browser, headings on the page.
///
/// Confined to the JavaFX Application Thread.
record PageLinks(NotebookStore store, Consumer<URI> browser, Consumer<CellId> show)
        implements LinkOpener {

    private static final Pattern HEADING =
            Pattern.compile("^ {0,3}#{1,6}[ \\t]+(.*?)[ \\t]*#*[ \\t]*$", Pattern.MULTILINE);

    @Override
    public void open(URI target) {
        browser.accept(target);
    }

    /// A link names a heading as Jupyter does: its words with `-` for spaces.
    @Override
    public void reveal(String heading) {
        var wanted = anchor(heading);
        for (var cell : store.notebook().cells()) {
            if (cell instanceof MarkdownCell
                    && HEADING.matcher(cell.source())
                            .results()
                            .anyMatch(found -> anchor(found.group(1)).equals(wanted))) {
                show.accept(cell.id());
                return;
            }
        }
    }

    private static String anchor(String words) {
        return words.strip().replaceAll("[ \\t]+", "-").toLowerCase(Locale.ROOT);
    }
}
