package org.cellist.app.ui.notebook.language;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.language.Definition;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.session.CellSession;
import org.cellist.app.session.Evaluation;
import org.cellist.app.session.KernelAnswer;
import org.cellist.app.ui.editor.completion.Identifiers;
import org.cellist.app.variables.DefinedCode;
import org.cellist.app.variables.PythonDefinitions;

/// Where a notebook's kernel says that something is defined, for want of a language server. It
/// knows what was run: functions, classes and modules, and no variables.
///
/// Confined to the JavaFX Application Thread.
@FunctionalInterface
public interface KernelDefinitions {

    /// Asks where a name is defined.
    ///
    /// @param name with those before it, such as `np.linalg.norm`
    /// @param then told; unknown also where the kernel cannot be asked now
    void ask(String name, Consumer<Definition> then);

    /// Asks the kernel of a session, if it is one of Python.
    static KernelDefinitions of(CellSession session) {
        return (name, then) -> {
            var runtime = session.kernel().runtime();
            if (runtime == null || !runtime.language().equalsIgnoreCase("python")) {
                then.accept(new Definition.Unknown());
                return;
            }
            session.kernel()
                    .assist()
                    .evaluate(
                            "definition",
                            PythonDefinitions.question(name),
                            answer -> then.accept(read(answer, session.named(), name)));
        };
    }

    private static Definition read(KernelAnswer<Evaluation> answer, List<Cell> cells, String name) {
        return answer instanceof KernelAnswer.Given(Evaluation.Value(var json))
                ? PythonDefinitions.read(json)
                        .map(code -> in(cells, code, name))
                        .orElseGet(Definition.Unknown::new)
                : new Definition.Unknown();
    }

    /// Returns the name at a place with those before it; empty where none is, or where it belongs
    /// to what only runs could tell.
    static String nameAt(String source, int place) {
        int end = Identifiers.endAfter(source, place);
        int start = Identifiers.startBefore(source, place);
        if (start == end) {
            return "";
        }
        while (start > 0 && source.charAt(start - 1) == '.') {
            int owner = Identifiers.startBefore(source, start - 1);
            if (owner == start - 1) {
                return "";
            }
            start = owner;
        }
        return source.substring(start, end);
    }

    /// Returns where that is: in the first of the cells that has the line, if no file has it.
    ///
    /// @param name with those before it
    static Definition in(List<Cell> cells, DefinedCode code, String name) {
        if (!code.file().isEmpty()) {
            return new Definition.InFile(Path.of(code.file()), code.line(), code.column() + 1);
        }
        for (var cell : cells) {
            int line = cell instanceof CodeCell ? lineStart(cell.source(), code.text()) : -1;
            if (line >= 0) {
                int start = line + code.column();
                int length = name.length() - name.lastIndexOf('.') - 1;
                return new Definition.InCell(cell.id(), start, start + length);
            }
        }
        return new Definition.Unknown();
    }

    private static int lineStart(String source, String line) {
        int at = 0;
        for (var each : source.split("\n", -1)) {
            if (!line.isEmpty() && each.stripTrailing().equals(line)) {
                return at;
            }
            at += each.length() + 1;
        }
        return -1;
    }
}
