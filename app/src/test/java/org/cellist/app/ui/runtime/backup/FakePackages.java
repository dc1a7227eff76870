package org.cellist.app.ui.runtime.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.environment.installed.EnvironmentBackup;
import org.cellist.app.environment.packages.PackageFile.Outcome;
import org.jspecify.annotations.Nullable;

/// A notebook and its kernel as a test wants them.
final class FakePackages implements PackageChoices {

    Look look = new Look.NotRunning(false);
    @Nullable Path file = Path.of("/w/훈련.ipynb").toAbsolutePath();
    @Nullable EnvironmentBackup kept;
    final List<Path> files = new ArrayList<>();
    final Map<Path, Outcome> read = new HashMap<>();
    final Map<Path, String> written = new HashMap<>();
    final List<Runnable> listeners = new ArrayList<>();
    String whyNotWritten = "";
    int started;

    /// The kernel says something else now.
    void become(Look now) {
        look = now;
        List.copyOf(listeners).forEach(Runnable::run);
    }

    @Override
    public String notebook() {
        return "훈련.ipynb";
    }

    @Override
    public @Nullable Path file() {
        return file;
    }

    @Override
    public String runtime() {
        return "Python 3.12 (.venv)";
    }

    @Override
    public void look(Consumer<Look> then) {
        then.accept(look);
    }

    @Override
    public void start() {
        started++;
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Optional<EnvironmentBackup> kept() {
        return Optional.ofNullable(kept);
    }

    @Override
    public void keep(EnvironmentBackup backup) {
        kept = backup;
    }

    @Override
    public void find(Consumer<List<Path>> then) {
        then.accept(List.copyOf(files));
    }

    @Override
    public void read(Path asked, Consumer<Outcome> then) {
        then.accept(read.getOrDefault(asked, new Outcome.Unreadable(asked)));
    }

    @Override
    public void write(Path to, String text, Consumer<Optional<String>> then) {
        if (whyNotWritten.isEmpty()) {
            written.put(to, text);
            then.accept(Optional.empty());
        } else {
            then.accept(Optional.of(whyNotWritten));
        }
    }
}
