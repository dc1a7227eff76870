package org.cellist.app.ui.runtime;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.cellist.app.environment.RecipeRun;
import org.cellist.app.ui.runtime.CatalogRows.Entry;
import org.cellist.app.ui.runtime.accelerator.AcceleratorChoices;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.KernelRuntime;
import org.jspecify.annotations.Nullable;

/// The runtimes of this computer for one notebook.
///
/// Confined to the JavaFX Application Thread; the machine is looked at on background threads.
public final class LocalRuntimes implements RuntimeChoices {

    private final KernelSource source;
    private final Wish wish;
    private final Consumer<KernelRuntime> attach;
    private final Executor background;
    private final Executor fx;
    private final CatalogRows rows = new CatalogRows();
    private final Map<String, Entry> entries = new HashMap<>();
    private boolean isMissing;
    private @Nullable AcceleratorChoices accelerators;

    /// A view of the machine for a notebook with that wish.
    ///
    /// @param attach lets the notebook run on a runtime
    /// @param isMissing whether the notebook's kernelspec is known not to be installed
    /// @param background runs what may take time
    /// @param fx brings its results back
    public LocalRuntimes(
            KernelSource source,
            Wish wish,
            boolean isMissing,
            Consumer<KernelRuntime> attach,
            Executor background,
            Executor fx) {
        this.source = source;
        this.wish = wish;
        this.isMissing = isMissing;
        this.attach = attach;
        this.background = background;
        this.fx = fx;
    }

    /// Lets a person choose what of this computer is computed on.
    public void setAccelerators(AcceleratorChoices choices) {
        accelerators = choices;
    }

    @Override
    public Optional<AcceleratorChoices> accelerators() {
        return Optional.ofNullable(accelerators);
    }

    @Override
    public Optional<EnvironmentChoices> environments() {
        return Optional.of(new NewEnvironments(source, attach, background, fx));
    }

    @Override
    public void find(Consumer<Found> report) {
        look(found -> report.accept(new Found(found.stream().map(Entry::row).toList(), true)));
    }

    @Override
    public Optional<String> missing() {
        return isMissing ? Optional.ofNullable(wish.asked()) : Optional.empty();
    }

    @Override
    public void attach(RuntimeRow row) {
        var entry = entries.get(row.key());
        if (entry != null && entry.kernelspec() != null) {
            attach.accept(new KernelRuntime.Local(entry.kernelspec()));
        }
    }

    @Override
    public void allow(RuntimeRow row, Consumer<RuntimeRow> then) {
        if (row.state() instanceof State.NeedsConsent(var path, _)) {
            background.execute(
                    () -> {
                        source.grant(Path.of(path));
                        fx.execute(() -> look(found -> then.accept(newest(row, found))));
                    });
        }
    }

    @Override
    public Installation install(RuntimeRow row, Consumer<InstallStep> report) {
        var entry = entries.get(row.key());
        if (entry == null || entry.recipe() == null) {
            return () -> {};
        }
        var run = RecipeRun.start(entry.recipe().commands(), new Reporter(row, report));
        return run::cancel;
    }

    private void look(Consumer<List<Entry>> then) {
        background.execute(
                () -> {
                    var catalog = source.catalog();
                    boolean missingNow = CatalogRows.isMissing(catalog, wish);
                    var installs =
                            missingNow ? source.installs(wish, catalog) : List.<InstallRecipe>of();
                    var found = rows.of(catalog, wish, installs);
                    fx.execute(
                            () -> {
                                isMissing = missingNow;
                                entries.clear();
                                found.forEach(entry -> entries.put(entry.row().key(), entry));
                                then.accept(found);
                            });
                });
    }

    /// What became of a row: the same one, or the kernelspec of the same environment.
    private static RuntimeRow newest(RuntimeRow row, List<Entry> found) {
        return first(found, each -> each.key().equals(row.key()))
                .or(() -> first(found, each -> each.detail().equals(row.detail())))
                .orElse(row);
    }

    /// What an installation brought: a runtime that was not there before, or what became of the
    /// row. A new environment beside a Python leaves that one as it was.
    private static RuntimeRow installed(RuntimeRow row, Set<String> before, List<Entry> found) {
        return first(found, each -> isNew(each, before)).orElseGet(() -> newest(row, found));
    }

    private static boolean isNew(RuntimeRow row, Set<String> before) {
        return row.state() instanceof State.Ready && !before.contains(row.key());
    }

    private static Optional<RuntimeRow> first(List<Entry> found, Predicate<RuntimeRow> wanted) {
        return found.stream().map(Entry::row).filter(wanted).findFirst();
    }

    /// Brings an installer's reports to the JavaFX thread.
    private final class Reporter implements RecipeRun.Listener {

        private final RuntimeRow row;
        private final Set<String> before;
        private final Consumer<InstallStep> report;

        Reporter(RuntimeRow row, Consumer<InstallStep> report) {
            this.row = row;
            this.before = Set.copyOf(entries.keySet());
            this.report = report;
        }

        @Override
        public void line(String text) {
            fx.execute(() -> report.accept(new InstallStep.Line(text)));
        }

        @Override
        public void succeeded() {
            fx.execute(() -> look(this::report));
        }

        private void report(List<Entry> found) {
            report.accept(new InstallStep.Installed(installed(row, before, found)));
        }

        @Override
        public void failed(String lastWords) {
            fx.execute(() -> report.accept(new InstallStep.Failed(lastWords)));
        }
    }
}
