package org.cellist.app.export;

import java.util.List;
import java.util.regex.Pattern;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.Notebook;

/// Writes a notebook as a script with `# %%` cells, the form that VS Code, Spyder, PyCharm and
/// Jupytext ("percent format") read back.
///
/// Text cells become comments. So do the lines that only IPython understands, magics and shell
/// lines, so that the script runs with the plain interpreter.
///
/// Thread-safe.
public final class ScriptExporter {

    private static final Pattern IPYTHON_LINE = Pattern.compile("\\s*[%!].*");
    private static final Pattern HELP_LINE = Pattern.compile("\\s*\\?{1,2}\\S.*|.*\\w\\?{1,2}\\s*");

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
                appendCode(script, code.source().lines().toList(), language);
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

    private static void appendCode(
            StringBuilder script, List<String> lines, NotebookLanguage language) {
        boolean python = language.name().equals("python") || language.name().equals("ipython");
        boolean wholeCellIsMagic = !lines.isEmpty() && lines.getFirst().startsWith("%%");
        for (var line : lines) {
            if (python && (wholeCellIsMagic || isForIpythonOnly(line))) {
                appendComment(script, line, language.lineComment());
            } else {
                script.append(line).append('\n');
            }
        }
    }

    private static boolean isForIpythonOnly(String line) {
        return IPYTHON_LINE.matcher(line).matches()
                || (HELP_LINE.matcher(line).matches() && !line.contains("#"));
    }

    private static void appendComment(StringBuilder script, String line, String comment) {
        script.append(comment);
        if (!line.isEmpty()) {
            script.append(' ').append(line);
        }
        script.append('\n');
    }
}
