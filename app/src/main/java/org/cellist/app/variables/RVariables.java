package org.cellist.app.variables;

import java.util.Optional;

/// How IRkernel is asked for the variables of its session: by code that puts its answer into the
/// payload of the reply.
///
/// Immutable.
public final class RVariables implements VariableLanguage {

    @Override
    public KernelQuestion question() {
        return RCode.calling("variables.R", "cellist_variables(" + MOST + ", " + SECONDS + ")");
    }

    @Override
    public Optional<TableLanguage> tables() {
        return Optional.of(new RTables());
    }
}
