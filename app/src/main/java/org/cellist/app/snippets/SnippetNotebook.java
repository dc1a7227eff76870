package org.cellist.app.snippets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.outline.Headings;
import org.cellist.app.notebook.outline.Headings.Heading;

/// What is a snippet in a notebook: a heading in a cell of text, and the cells below it up to the
/// next heading.
///
/// A heading with no such cells is a group for the deeper headings after it. Cells before the first
/// heading belong to none. Pure.
///
/// Immutable.
public final class SnippetNotebook {

    private static final String PYTHON = "python";

    private SnippetNotebook() {}

    /// Returns the snippets in their order.
    ///
    /// @param name what those are listed under that stand below no other heading
    public static List<Snippet> read(Notebook notebook, String name) {
        var reading = new Reading(name, language(notebook));
        notebook.cells().forEach(reading::add);
        return reading.end();
    }

    /// Returns the notebook with one more snippet at its end.
    public static Notebook with(Notebook notebook, String title, List<Cell> cells) {
        var all = new ArrayList<>(notebook.cells());
        all.add(NewNotebook.cell(CellType.MARKDOWN, "## " + asText(title)));
        cells.forEach(cell -> all.add(bare(cell)));
        return notebook.withCells(all);
    }

    /// A title is no Markdown: what it has of it is to be read as it was typed.
    private static String asText(String title) {
        var oneLine = title.strip().replaceAll("\\s+", " ");
        return oneLine.replaceAll("[\\\\`*_~#]", "\\\\$0");
    }

    private static String language(Notebook notebook) {
        var metadata = notebook.metadata();
        var info = metadata.object("language_info").string("name");
        var named = info == null ? metadata.object("kernelspec").string("language") : info;
        return named == null ? PYTHON : named;
    }

    /// A cell without outputs and without a place in a file.
    private static Cell bare(Cell cell) {
        var id = CellId.random();
        return switch (cell) {
            case CodeCell code ->
                    new CodeCell(id, code.source(), code.metadata(), null, CellOutputs.NONE, null);
            case MarkdownCell text ->
                    new MarkdownCell(id, text.source(), text.metadata(), text.attachments(), null);
            case RawCell raw ->
                    new RawCell(id, raw.source(), raw.metadata(), raw.attachments(), null);
        };
    }

    /// The words below the heading that a text begins with; empty where it begins otherwise.
    private static String below(String markdown) {
        var text = markdown.strip();
        int end = text.indexOf('\n');
        return end < 0 || Headings.in(text.substring(0, end)).isEmpty()
                ? ""
                : paragraph(text.substring(end));
    }

    private static String paragraph(String markdown) {
        return markdown.strip().split("\n\\s*\n", 2)[0].replaceAll("\\s+", " ");
    }

    /// One reading of one notebook, from the first cell to the last. Confined to one thread.
    private static final class Reading {

        private final String name;
        private final String language;
        private final Deque<Heading> open = new ArrayDeque<>(); // the deepest first
        private final List<Snippet> found = new ArrayList<>();
        private final List<Cell> cells = new ArrayList<>();
        private String description = "";

        Reading(String name, String language) {
            this.name = name;
            this.language = language;
        }

        void add(Cell cell) {
            var headings =
                    cell instanceof MarkdownCell ? Headings.in(cell.source()) : List.<Heading>of();
            if (headings.isEmpty()) {
                addBelow(cell);
                return;
            }
            finish();
            headings.forEach(this::enter);
            description = headings.size() == 1 ? below(cell.source()) : "";
        }

        private void addBelow(Cell cell) {
            if (open.isEmpty() || cell.source().isBlank()) {
                return;
            }
            if (description.isEmpty() && cell instanceof MarkdownCell) {
                description = paragraph(cell.source());
            }
            cells.add(bare(cell));
        }

        private void enter(Heading heading) {
            while (!open.isEmpty() && open.element().level() >= heading.level()) {
                open.pop();
            }
            open.push(heading);
        }

        private void finish() {
            if (!cells.isEmpty()) {
                var above = open.stream().skip(1).findFirst().map(Heading::text).orElse(name);
                var title = open.element().text();
                found.add(new Snippet(above, title, description, language, cells));
            }
            cells.clear();
            description = "";
        }

        List<Snippet> end() {
            finish();
            return List.copyOf(found);
        }
    }
}
