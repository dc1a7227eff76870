package org.cellist.app.ui.runtime.backup;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.ui.runtime.backup.PackageChoices.Look;
import org.jspecify.annotations.Nullable;

/// What is installed where a notebook runs; asked until a kernel has said so, or cannot.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class PackageLook {

    private final PackageChoices choices;
    private final ReadOnlyObjectWrapper<@Nullable Look> look = new ReadOnlyObjectWrapper<>();
    private final Runnable ending;
    private boolean isAsked;

    PackageLook(PackageChoices choices) {
        this.choices = choices;
        ending = choices.onChange(this::askAgain);
        ask();
    }

    /// Null while nothing is known.
    ReadOnlyObjectProperty<@Nullable Look> property() {
        return look.getReadOnlyProperty();
    }

    /// Starts the kernel, which then says it.
    void start() {
        choices.start();
        look.set(new Look.NotRunning(true));
    }

    private void askAgain() {
        boolean mayChange =
                switch (look.get()) {
                    case null -> false;
                    case Look.NotRunning _, Look.Busy _ -> true;
                    case Look.Known _, Look.OtherLanguage _, Look.Failed _ -> false;
                };
        if (mayChange && !isAsked) {
            ask();
        }
    }

    private void ask() {
        isAsked = true;
        choices.look(
                answer -> {
                    isAsked = false;
                    look.set(answer);
                });
    }

    /// Nobody wants to know any more.
    void end() {
        ending.run();
    }
}
