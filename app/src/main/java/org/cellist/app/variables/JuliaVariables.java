package org.cellist.app.variables;

import java.util.Optional;

/// How IJulia is asked for the variables of its session: by an expression whose value shows as
/// JSON. Its tables are listed with their sizes, and not opened.
///
/// Never tried on a real kernel; see docs/decisions/0095. Immutable.
public final class JuliaVariables implements VariableLanguage {

    /// IJulia makes the value of the code its `ans`, so that the code is `ans` itself.
    private static final String CODE = "try\n    IJulia.ans\ncatch\n    nothing\nend";

    /// The function is compiled once and kept where only the kernel's own task sees it.
    @Override
    public KernelQuestion question() {
        var expression =
                """
                let kept = Base.task_local_storage()
                    if !Base.haskey(kept, :cellist_variables)
                        kept[:cellist_variables] = Base.include_string(Base.Module(:Cellist), %s)
                    end
                    Base.invokelatest(kept[:cellist_variables], Main, %d, %s)
                end"""
                        .formatted(literal(Scripts.text("variables.jl")), MOST, SECONDS);
        return new KernelQuestion(CODE, expression);
    }

    @Override
    public Optional<TableLanguage> tables() {
        return Optional.empty();
    }

    /// Returns a text as a literal of Julia, whatever is in it.
    static String literal(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("$", "\\$")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\0", "\\0")
                + '"';
    }
}
