package org.cellist.app.ui.workbench.watch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.session.Evaluation;
import org.cellist.app.session.KernelAnswer;
import org.cellist.app.session.KernelState;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.variables.KernelQuestion;
import org.cellist.kernel.runtime.KernelRuntime;
import org.jspecify.annotations.Nullable;

/// A notebook whose kernel runs somewhere.
///
/// Confined to the JavaFX Application Thread.
public interface Watched {

    /// Returns its name for people.
    String name();

    /// Returns its file, absolute and normal; null if it has none.
    @Nullable Path notebook();

    /// Returns what its kernel was started from; empty where none is chosen.
    Optional<KernelRuntime> runtime();

    /// Returns what its kernel does.
    KernelState state();

    /// Asks its kernel something that nobody notices; see docs/decisions/0078.
    void ask(KernelQuestion question, Consumer<KernelAnswer<Evaluation>> then);

    /// Has a person told.
    void tell(Notice notice);
}
