package org.cellist.app.ui.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cellist.app.ui.runtime.accelerator.AcceleratorChoices;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.jspecify.annotations.Nullable;

/// Runtimes as a test wants them; installations go on when the test says so.
public final class FakeRuntimes implements RuntimeChoices {

    public static final RuntimeRow VENV =
            new RuntimeRow(
                    "venv",
                    "Python 3.12",
                    new Origin.Venv("forecast"),
                    "CPU \u00b7 /home/ada/forecast/.venv/bin/python",
                    new State.Attached());
    public static final RuntimeRow SYSTEM =
            new RuntimeRow(
                    "system",
                    "Python 3.11",
                    new Origin.OperatingSystem(),
                    "CPU \u00b7 /usr/bin/python3",
                    new State.NeedsKernel("/usr/bin/python3 -m pip install ipykernel", true));
    public static final RuntimeRow DOWNLOADED =
            new RuntimeRow(
                    "downloaded",
                    "Python 3.13",
                    new Origin.Venv("venv"),
                    "/home/ada/Downloads/paper/venv/bin/python",
                    new State.NeedsConsent(
                            "/home/ada/Downloads/paper/venv/bin/python",
                            "/home/ada/Downloads/paper/venv/bin/python -m ipykernel_launcher -f"
                                    + " '{connection_file}'"));
    public static final RuntimeRow JAVA =
            new RuntimeRow(
                    "java",
                    "Java 25",
                    new Origin.BuiltIn(),
                    "CPU \u00b7 always there, needs no Python",
                    new State.Ready());

    public final List<String> asked = new ArrayList<>();
    public final List<RuntimeRow> rows = new ArrayList<>(List.of(VENV, SYSTEM, DOWNLOADED, JAVA));
    public @Nullable String missing;
    public @Nullable ServerChoices servers;
    public @Nullable AcceleratorChoices accelerators;
    public Executor background = Runnable::run; // brings all but the first row
    private @Nullable Consumer<InstallStep> installing;

    @Override
    public void find(Consumer<Found> report) {
        report.accept(new Found(rows.subList(0, 1), false));
        background.execute(() -> report.accept(new Found(rows, true)));
    }

    @Override
    public Optional<AcceleratorChoices> accelerators() {
        return Optional.ofNullable(accelerators);
    }

    @Override
    public Optional<String> missing() {
        return Optional.ofNullable(missing);
    }

    @Override
    public Optional<ServerChoices> servers() {
        return Optional.ofNullable(servers);
    }

    @Override
    public void attach(RuntimeRow row) {
        asked.add("attach " + row.key());
    }

    @Override
    public void allow(RuntimeRow row, Consumer<RuntimeRow> then) {
        asked.add("allow " + row.key());
        then.accept(row.with(new State.Ready()));
    }

    @Override
    public Installation install(RuntimeRow row, Consumer<InstallStep> report) {
        asked.add("install " + row.key());
        installing = report;
        return () -> report.accept(new InstallStep.Failed("stopped"));
    }

    public void installer(InstallStep step) {
        if (step instanceof InstallStep.Installed(var now)) {
            rows.replaceAll(row -> row.key().equals(now.key()) ? now : row);
        }
        if (installing != null) {
            installing.accept(step);
        }
    }
}
