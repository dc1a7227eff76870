package org.cellist.app.ui.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.ui.runtime.accelerator.AcceleratorChoices;
import org.cellist.app.ui.runtime.colab.ColabChoices;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;

/// The runtimes of this computer, then those of machines that are reached over SSH, of containers,
/// of Jupyter servers and of Colab.
///
/// Confined to the JavaFX Application Thread.
public final class AllRuntimes implements RuntimeChoices {

    private final RuntimeChoices local;
    private final HostRuntimes hosts;
    private final ServerRuntimes servers;
    private final ColabChoices colab;
    private Found here = new Found(List.of(), false);

    /// All of these, in this order.
    public AllRuntimes(
            RuntimeChoices local, HostRuntimes hosts, ServerRuntimes servers, ColabChoices colab) {
        this.local = local;
        this.hosts = hosts;
        this.servers = servers;
        this.colab = colab;
    }

    @Override
    public void find(Consumer<Found> report) {
        local.find(
                found -> {
                    here = found;
                    report.accept(all());
                });
        hosts.find(() -> report.accept(all()));
        servers.find(() -> report.accept(all()));
        colab.find(() -> report.accept(all()));
    }

    private Found all() {
        var rows = new ArrayList<>(here.rows());
        rows.addAll(hosts.rows());
        rows.addAll(servers.rows());
        rows.addAll(colab.rows());
        boolean isComplete =
                here.complete() && hosts.isComplete() && servers.isComplete() && colab.isComplete();
        return new Found(rows, isComplete);
    }

    @Override
    public Optional<String> missing() {
        return local.missing();
    }

    @Override
    public void attach(RuntimeRow row) {
        switch (row.place()) {
            case Place.ThisComputer _ -> local.attach(row);
            case Place.Machine _, Place.Containers _, Place.Distributions _ -> hosts.attach(row);
            case Place.Server _ -> servers.attach(row);
            case Place.OnColab _, Place.Colab _ -> colab.attach(row);
        }
    }

    @Override
    public void allow(RuntimeRow row, Consumer<RuntimeRow> then) {
        local.allow(row, then);
    }

    @Override
    public Installation install(RuntimeRow row, Consumer<InstallStep> report) {
        return row.place() instanceof Place.Machine
                ? hosts.install(row, report)
                : local.install(row, report);
    }

    @Override
    public Optional<HostRuntimes> hosts() {
        return Optional.of(hosts);
    }

    @Override
    public Optional<AcceleratorChoices> accelerators() {
        return local.accelerators();
    }

    @Override
    public Optional<EnvironmentChoices> environments() {
        return local.environments();
    }

    @Override
    public Optional<ServerChoices> servers() {
        return Optional.of(servers);
    }

    @Override
    public Optional<ColabChoices> colab() {
        return Optional.of(colab);
    }
}
