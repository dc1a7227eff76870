package org.cellist.app.export;

import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.Notebook;

/// Writes a notebook as a script with `# %%` cells, the form that VS Code, Spyder, PyCharm and
/// Jupytext ("percent format") read back.
///
/// Text cells become comments. So does what only IPython understands, magics and shell lines, so
/// that the script runs with the plain interpreter.
///
/// Thread-safe.
public final class ScriptExporter {

    /// Returns the script; lines end in `\n`, and so does the whole.
    public String export(Notebook notebook) {
        var language = NotebookLanguage.of(notebook);
        var script = new StringBuilder();
        for (var cell : notebook.cells()) {
            if (!script.isEmpty()) {
                script.append('\n');
            }
            append(script, cell, language);
        }
        return script.toString();
    }

    private static void append(StringBuilder script, Cell cell, NotebookLanguage language) {
        var comment = language.lineComment();
        switch (cell) {
            case CodeCell code -> {
                script.append(comment).append(" %%\n");
                appendCode(script, code.source(), language);
            }
            case MarkdownCell text -> {
                script.append(comment).append(" %% [markdown]\n");
                text.source().lines().forEach(line -> appendComment(script, line, comment));
            }
            case RawCell raw -> {
                script.append(comment).append(" %% [raw]\n");
                raw.source().lines().forEach(line -> appendComment(script, line, comment));
            }
        }
    }

    private static void appendCode(StringBuilder script, String source, NotebookLanguage language) {
        if (language.name().equals("python") || language.name().equals("ipython")) {
            PythonLines.append(script, source);
        } else {
            source.lines().forEach(line -> script.append(line).append('\n'));
        }
    }

    private static void appendComment(StringBuilder script, String line, String comment) {
        script.append(comment);
        if (!line.isEmpty()) {
            script.append(' ').append(line);
        }
        script.append('\n');
    }
}
