package org.cellist.app.ui.runtime.environment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cellist.app.environment.EnvironmentOrder;
import org.cellist.app.environment.packages.PackageFile;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.PythonEnvironment.Kind;
import org.jspecify.annotations.Nullable;

/// A machine as a test wants it; what is made goes on when the test says so.
final class FakeEnvironments implements EnvironmentChoices {

    static final Base.Here DEBIAN = here("/usr", "3.11.2", null);
    static final Base.Here NEWER = here("/opt/python", "3.13.1", null);
    static final Base.Here BARE = here("/usr", "3.11.2", "python3.11-venv");

    final List<Base> pythons = new ArrayList<>(List.of(DEBIAN, NEWER));
    final Map<Path, PackageFile.Outcome> read = new HashMap<>();
    final List<Path> files = new ArrayList<>();
    final List<EnvironmentOrder> made = new ArrayList<>();
    @Nullable Path uv;
    @Nullable Path conda;
    @Nullable Path beside = Path.of("/w/project/.venv").toAbsolutePath();
    int cancelled;
    private Consumer<Progress> report = _ -> {};

    private static Base.Here here(String prefix, String version, @Nullable String missing) {
        var python = new Interpreter(Path.of(prefix, "bin", "python3"), version);
        return new Base.Here(
                new PythonEnvironment(
                        Kind.SYSTEM,
                        version,
                        Path.of(prefix),
                        python,
                        List.of(Path.of(prefix, "bin")),
                        null),
                missing);
    }

    @Override
    public void look(Consumer<Means> then) {
        then.accept(
                new Means(
                        pythons,
                        uv,
                        conda,
                        List.of(
                                "sudo apt-get install python3 python3-venv",
                                "https://www.python.org/downloads/"),
                        beside,
                        Path.of("/home/ada/.local/share/cellist/environments/notebooks"),
                        files));
    }

    @Override
    public void read(Path file, Consumer<PackageFile.Outcome> then) {
        then.accept(read.getOrDefault(file, new PackageFile.Outcome.Unreadable(file)));
    }

    @Override
    public Making make(EnvironmentOrder order, Consumer<Progress> progress) {
        made.add(order);
        report = progress;
        return () -> cancelled++;
    }

    void tell(Progress progress) {
        report.accept(progress);
    }
}
