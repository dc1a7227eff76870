package org.cellist.app.ui.notebook.language;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.language.Definition;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Notebook;
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
    /// @param then told later; empty where the kernel does not know, or cannot be asked now
    void ask(String name, Consumer<Optional<DefinedCode>> then);

    /// Asks the kernel of a session, if it is one of Python.
    static KernelDefinitions of(CellSession session) {
        return (name, then) -> {
            var kernelspec = session.kernel().kernelspec();
            if (kernelspec == null || !kernelspec.language().equalsIgnoreCase("python")) {
                then.accept(Optional.empty());
                return;
            }
            session.kernel()
                    .assist()
                    .evaluate(
                            "definition",
                            PythonDefinitions.question(name),
                            answer -> then.accept(read(answer)));
        };
    }

    private static Optional<DefinedCode> read(KernelAnswer<Evaluation> answer) {
        return answer instanceof KernelAnswer.Given(Evaluation.Value(var json))
                ? PythonDefinitions.read(json)
                : Optional.empty();
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

    /// Returns where that is: in the first cell that has the line, if no file has it.
    static Definition in(Notebook notebook, DefinedCode code, String name) {
        if (!code.file().isEmpty()) {
            return new Definition.InFile(Path.of(code.file()), code.line(), code.column() + 1);
        }
        for (var cell : notebook.cells()) {
            int line = cell instanceof CodeCell ? lineStart(cell.source(), code.text()) : -1;
            if (line >= 0) {
                int start = line + code.column();
                return new Definition.InCell(cell.id(), start, start + name.length());
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
