package org.cellist.app.ui.workbench.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.notebook.form.Form;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.outline.Headings;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.palette.PaletteViewModel.Choice;

/// The cells of a notebook as lines of a palette: each heading, else the first line, and the number
/// in the prompt, by which a cell is found too.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class CellChoices {

    private static final int LONGEST = 90; // characters that are shown and searched

    private final Texts texts;
    private final Consumer<CellId> goTo;
    private final List<Choice> choices = new ArrayList<>();

    private CellChoices(Texts texts, Consumer<CellId> goTo) {
        this.texts = texts;
        this.goTo = goTo;
    }

    static List<Choice> of(Notebook notebook, Texts texts, Consumer<CellId> goTo) {
        var made = new CellChoices(texts, goTo);
        notebook.cells().forEach(made::add);
        return made.choices;
    }

    private void add(Cell cell) {
        switch (cell) {
            case CodeCell code -> {
                var number = code.executionCount();
                var mark = number == null ? "" : "[" + number + "]";
                var words = Form.in(code.source()).map(CellChoices::title).orElse("");
                add(cell, words.isBlank() ? firstLine(cell) : words, "view.cell.code", mark);
            }
            case MarkdownCell text -> {
                var headings = Headings.in(text.source());
                headings.forEach(each -> add(cell, each.text(), "view.cell.heading", ""));
                if (headings.isEmpty()) {
                    add(cell, firstLine(cell), "view.cell.text", "");
                }
            }
            case RawCell _ -> add(cell, firstLine(cell), "view.cell.raw", "");
        }
    }

    private void add(Cell cell, String words, String group, String mark) {
        var name = words.isBlank() ? texts.get("view.cell.empty") : words;
        var shown = name.length() > LONGEST ? name.substring(0, LONGEST) + "\u2026" : name;
        var id = cell.id();
        choices.add(
                new Choice(
                        id.value(),
                        shown,
                        mark,
                        texts.get(group),
                        mark,
                        true,
                        () -> goTo.accept(id)));
    }

    private static String title(Form form) {
        var title = form.title();
        return title == null ? "" : title.text();
    }

    private static String firstLine(Cell cell) {
        return cell.source().lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
    }
}
