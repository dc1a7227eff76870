package org.cellist.app.variables;

import java.util.Optional;

/// How IPython is asked for the variables of its session: by an expression that runs a script in a
/// namespace of its own.
///
/// Immutable.
public final class PythonVariables implements VariableLanguage {

    @Override
    public KernelQuestion question() {
        return KernelQuestion.ofExpression(
                PythonCode.calling(
                        "variables.py", "cellist_variables(" + MOST + ", " + SECONDS + ")"));
    }

    @Override
    public Optional<TableLanguage> tables() {
        return Optional.of(new PythonTables());
    }
}
