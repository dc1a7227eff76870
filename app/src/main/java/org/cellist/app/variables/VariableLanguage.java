package org.cellist.app.variables;

import java.util.Locale;
import java.util.Optional;

/// How kernels of one language are asked for the variables of their session.
///
/// What they answer is of one form for all languages; [VariableAnswers] reads it. Immutable.
public sealed interface VariableLanguage permits PythonVariables, RVariables, JuliaVariables {

    /// More variables than anybody looks through.
    int MOST = 2000;

    /// How long the kernel may take, in seconds: meanwhile it runs no cell.
    double SECONDS = 0.5;

    /// Returns that of a language, as a kernelspec names it; empty for one that is not asked.
    static Optional<VariableLanguage> of(String language) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "python" -> Optional.of(new PythonVariables());
            case "r" -> Optional.of(new RVariables());
            case "julia" -> Optional.of(new JuliaVariables());
            default -> Optional.empty();
        };
    }

    /// Returns the question whose answer is the list.
    KernelQuestion question();

    /// Returns how it is asked for the rows of its tables; empty where it is not.
    Optional<TableLanguage> tables();
}
