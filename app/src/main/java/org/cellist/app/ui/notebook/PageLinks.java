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

    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_ \\t-]");

    @Override
    public void open(URI target) {
        browser.accept(target);
    }

    /// A link names a heading as Jupyter does, its words with `-` for spaces, or as GitHub does.
    @Override
    public void reveal(String heading) {
        var wanted = anchor(heading);
        var slug = slug(heading);
        for (var cell : store.notebook().cells()) {
            if (cell instanceof MarkdownCell
                    && HEADING.matcher(cell.source())
                            .results()
                            .map(found -> found.group(1))
                            .anyMatch(
                                    words ->
                                            anchor(words).equals(wanted)
                                                    || slug(words).equals(slug))) {
                show.accept(cell.id());
                return;
            }
        }
    }

    /// GitHub's name of a heading: without marks and punctuation.
    private static String slug(String words) {
        return anchor(MARKS.matcher(words).replaceAll(""));
    }

    private static String anchor(String words) {
        return words.strip().replaceAll("[ \\t]+", "-").toLowerCase(Locale.ROOT);
    }
}
