package org.cellist.app.ui.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cellist.app.environment.EnvironmentMaking;
import org.cellist.app.environment.EnvironmentOrder;
import org.cellist.app.environment.InstallProblem;
import org.cellist.app.environment.packages.PackageFile;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.Kernelspec;

/// New environments of this computer for one notebook.
///
/// Confined to the JavaFX Application Thread; the machine is looked at on background threads.
final class NewEnvironments implements EnvironmentChoices {

    private static final String BESIDE = ".venv";
    private static final String OWN = "notebooks";
    private static final List<String> CONDAS = List.of("mamba", "micromamba", "conda");

    private final KernelSource source;
    private final Consumer<KernelRuntime> attach;
    private final Executor background;
    private final Executor fx;

    NewEnvironments(
            KernelSource source, Consumer<KernelRuntime> attach, Executor background, Executor fx) {
        this.source = source;
        this.attach = attach;
        this.background = background;
        this.fx = fx;
    }

    @Override
    public void look(Consumer<Means> then) {
        background.execute(
                () -> {
                    var found = means();
                    fx.execute(() -> then.accept(found));
                });
    }

    private Means means() {
        var tools = source.environments();
        var folder = source.folder();
        var pythons =
                tools.pythons().stream()
                        .<Base>map(it -> new Base.Here(it, tools.missingPackage(it).orElse(null)))
                        .toList();
        var conda = CONDAS.stream().flatMap(it -> tools.program(it, folder).stream()).findFirst();
        return new Means(
                pythons,
                tools.program("uv", folder).orElse(null),
                conda.orElse(null),
                tools.waysToPython(),
                folder == null ? null : free(folder.resolve(BESIDE)),
                free(tools.ownFolder().resolve(OWN)),
                folder == null ? List.of() : PackageFile.in(folder));
    }

    /// Returns the path, or one like it where there is nothing yet.
    private static Path free(Path wished) {
        var path = wished;
        for (int i = 2; Files.exists(path, LinkOption.NOFOLLOW_LINKS); i++) {
            path = wished.resolveSibling(wished.getFileName() + "-" + i);
        }
        return path;
    }

    @Override
    public void read(Path file, Consumer<PackageFile.Outcome> then) {
        background.execute(
                () -> {
                    var outcome = PackageFile.read(file);
                    fx.execute(() -> then.accept(outcome));
                });
    }

    @Override
    public Making make(EnvironmentOrder order, Consumer<Progress> report) {
        var making = EnvironmentMaking.start(order, new Reporter(report));
        return making::cancel;
    }

    /// A person who made it a moment ago agrees to run it.
    private Optional<Kernelspec> granted(EnvironmentOrder order) {
        var found = find(order);
        var path = found.map(Kernelspec::consentPath).orElse(null);
        if (path == null) {
            return found;
        }
        source.grant(path);
        return find(order);
    }

    private Optional<Kernelspec> find(EnvironmentOrder order) {
        var folder = real(order.folder());
        return source.catalog().kernelspecs().stream()
                .filter(
                        it ->
                                it.environment() != null
                                        && real(it.environment().prefix()).equals(folder))
                .findFirst();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path;
        }
    }

    /// Brings reports to the JavaFX thread, many lines at a time.
    private final class Reporter implements EnvironmentMaking.Listener {

        private final Consumer<Progress> report;
        private final Object lock = new Object();
        private final StringBuilder waiting = new StringBuilder(); // guarded by lock

        Reporter(Consumer<Progress> report) {
            this.report = report;
        }

        @Override
        public void step(int step, List<String> command) {
            fx.execute(() -> report.accept(new Progress.Step(step, command)));
        }

        @Override
        public void line(String text) {
            boolean isFirst;
            synchronized (lock) {
                isFirst = waiting.isEmpty();
                waiting.append(text).append('\n');
            }
            if (isFirst) {
                fx.execute(this::tell);
            }
        }

        private void tell() {
            String lines;
            synchronized (lock) {
                lines = waiting.toString();
                waiting.setLength(0);
            }
            report.accept(new Progress.Lines(lines));
        }

        @Override
        public void made(EnvironmentOrder order) {
            var found = granted(order);
            fx.execute(
                    () -> {
                        found.ifPresent(it -> attach.accept(new KernelRuntime.Local(it)));
                        report.accept(new Progress.Made(found.isPresent()));
                    });
        }

        @Override
        public void failed(InstallProblem problem) {
            fx.execute(() -> report.accept(new Progress.Failed(problem)));
        }

        @Override
        public void cancelled() {
            fx.execute(() -> report.accept(new Progress.Cancelled()));
        }
    }
}
