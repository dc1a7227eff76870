package org.cellist.app.ui.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.ui.runtime.RuntimeRow.Place;

/// The runtimes of this computer, then those of Jupyter servers.
///
/// Confined to the JavaFX Application Thread.
public final class AllRuntimes implements RuntimeChoices {

    private final RuntimeChoices local;
    private final ServerRuntimes servers;
    private Found here = new Found(List.of(), false);

    public AllRuntimes(RuntimeChoices local, ServerRuntimes servers) {
        this.local = local;
        this.servers = servers;
    }

    @Override
    public void find(Consumer<Found> report) {
        local.find(
                found -> {
                    here = found;
                    report.accept(all());
                });
        servers.find(() -> report.accept(all()));
    }

    private Found all() {
        var rows = new ArrayList<>(here.rows());
        rows.addAll(servers.rows());
        return new Found(rows, here.complete() && servers.isComplete());
    }

    @Override
    public Optional<String> missing() {
        return local.missing();
    }

    @Override
    public void attach(RuntimeRow row) {
        switch (row.place()) {
            case Place.ThisComputer _ -> local.attach(row);
            case Place.Server _ -> servers.attach(row);
        }
    }

    @Override
    public void allow(RuntimeRow row, Consumer<RuntimeRow> then) {
        local.allow(row, then);
    }

    @Override
    public Installation install(RuntimeRow row, Consumer<InstallStep> report) {
        return local.install(row, report);
    }

    @Override
    public Optional<ServerChoices> servers() {
        return Optional.of(servers);
    }
}
