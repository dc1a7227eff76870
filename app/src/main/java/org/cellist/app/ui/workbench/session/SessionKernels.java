package org.cellist.app.ui.workbench.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cellist.app.session.machine.KeptKernelList;
import org.cellist.app.session.machine.KeptKernelList.Row;
import org.cellist.app.session.machine.MachineResources;
import org.cellist.app.settings.RanOn;
import org.cellist.app.ui.workbench.port.LentMachines;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.RunningKernels;
import org.cellist.kernel.runtime.KeptSession;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// The kernels that the keeper owns, that run on machines over SSH, on Jupyter servers and on
/// Colab's machines, as the window shows them. Machines are asked only while there is a connection
/// to them: nobody has to log in for a list.
///
/// Confined to the JavaFX Application Thread.
final class SessionKernels implements RunningKernels {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Desk desk;
    private final OpenDocuments open;
    private final KeptKernelList kernels;
    private final MachineResources machine;
    private final SessionLent lent;

    SessionKernels(Desk desk, OpenDocuments open) {
        this.desk = desk;
        this.open = open;
        this.kernels = new KeptKernelList(desk.services().bridge());
        this.machine = new MachineResources(desk.services().bridge());
        this.lent = new SessionLent(desk);
    }

    @Override
    public List<Place> places() {
        var hosts = new LinkedHashSet<HostAddress>(desk.hosts().hosts());
        var servers = new LinkedHashSet<ServerAddress>(desk.servers().servers());
        for (var document : open.all()) {
            switch (document.runtime().orElse(null)) {
                case KernelRuntime.OnHost ssh -> hosts.add(ssh.host());
                case KernelRuntime.JupyterServer server -> servers.add(server.server());
                case KernelRuntime.Local _ -> {}
                case null -> {}
            }
        }
        var places = new ArrayList<Place>();
        places.add(new Place.Here());
        hosts.stream()
                .filter(desk.hosts()::isConnected)
                .map(Place.OnHost::new)
                .forEach(places::add);
        servers.stream().map(Place.OnServer::new).forEach(places::add);
        return places;
    }

    @Override
    public LentMachines lent() {
        return lent;
    }

    @Override
    public void look(Place place, Consumer<Look> then) {
        var openThere = openThere(place);
        var known = notebooks();
        desk.background()
                .execute(
                        () -> {
                            var remote = new RemoteKernels(desk, openThere, known);
                            var look =
                                    switch (place) {
                                        case Place.Here _ -> new Look.Known(here(openThere));
                                        case Place.OnHost(var host) -> remote.look(host);
                                        case Place.OnServer(var server) -> remote.look(server);
                                    };
                            desk.owner().thread().execute(() -> then.accept(look));
                        });
    }

    /// Returns the notebooks of the windows that run at a place.
    private List<OpenThere> openThere(Place place) {
        return open.all().stream().flatMap(it -> openThere(place, it).stream()).toList();
    }

    private static Optional<OpenThere> openThere(Place place, SessionDocument document) {
        var given = document.file();
        var file = given == null ? null : OpenDocuments.normal(given);
        return switch (document.runtime().orElse(null)) {
            case KernelRuntime.Local _ when place instanceof Place.Here ->
                    Optional.of(new OpenThere(file, null));
            case KernelRuntime.OnHost ssh when place.equals(new Place.OnHost(ssh.host())) ->
                    Optional.of(new OpenThere(file, ssh.kernel()));
            case KernelRuntime.JupyterServer server
                    when place.equals(new Place.OnServer(server.server())) ->
                    Optional.of(new OpenThere(file, server.kernel()));
            case null, default -> Optional.empty();
        };
    }

    /// Returns the notebooks of this machine that a kernel elsewhere may belong to.
    private List<Path> notebooks() {
        var settings = desk.settings().current();
        var opened = open.all().stream().map(SessionDocument::file).filter(Objects::nonNull);
        var ranOn = settings.servers().ranOn().stream().map(RanOn::notebook);
        return Stream.of(opened, ranOn, settings.recent().stream())
                .flatMap(it -> it)
                .map(OpenDocuments::normal)
                .distinct()
                .toList();
    }

    private List<Entry> here(List<OpenThere> openHere) {
        return kernels.rows(machine.gpus()).stream()
                .sorted(Comparator.comparing(row -> row.kernel().since()))
                .map(row -> entry(row, openHere))
                .toList();
    }

    private static Entry entry(Row row, List<OpenThere> openHere) {
        var kernel = row.kernel();
        var notebook = kernel.notebook().isEmpty() ? null : Path.of(kernel.notebook());
        boolean isOpenHere = openHere.stream().anyMatch(it -> it.is(notebook, kernel.id()));
        return new Entry(
                new Place.Here(),
                kernel.id(),
                notebook,
                notebook == null ? "" : String.valueOf(notebook.getFileName()),
                kernel.kernelspec().displayName(),
                work(kernel.work()),
                row.memoryBytes(),
                row.gpuBytes(),
                kernel.since(),
                kernel.active(),
                kernel.isHeld(),
                isOpenHere || !kernel.isHeld());
    }

    private static Work work(KeptSession.Work work) {
        return switch (work) {
            case BUSY -> Work.BUSY;
            case IDLE -> Work.IDLE;
            case ENDED -> Work.ENDED;
        };
    }

    @Override
    public void stop(Entry kernel, Runnable then) {
        inBackground(
                () -> {
                    switch (kernel.place()) {
                        case Place.Here _ -> kernels.stop(kernel.id(), PATIENCE);
                        case Place.OnHost(var host) -> desk.hosts().end(host, kernel.id());
                        case Place.OnServer(var server) -> desk.servers().end(server, kernel.id());
                    }
                },
                then);
    }

    /// A notebook that is open must know that its variables are gone, so it does it. What others
    /// have said stays for their notebooks.
    @Override
    public void restart(Entry kernel, Runnable then) {
        var document =
                open.all().stream()
                        .filter(
                                it ->
                                        openThere(kernel.place(), it)
                                                .filter(o -> o.is(kernel.notebook(), kernel.id()))
                                                .isPresent())
                        .findFirst();
        if (document.isPresent()) {
            document.get().restart();
            then.run();
        } else {
            inBackground(() -> restart(kernel), then);
        }
    }

    private void restart(Entry kernel) throws InterruptedException {
        switch (kernel.place()) {
            case Place.Here _ -> kernels.restart(kernel.id(), PATIENCE);
            case Place.OnHost(var host) -> desk.hosts().restart(host, kernel.id());
            case Place.OnServer(var server) -> desk.servers().restart(server, kernel.id());
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private void inBackground(Step work, Runnable then) {
        desk.background()
                .execute(
                        () -> {
                            try {
                                work.run();
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                            desk.owner().thread().execute(then);
                        });
    }
}
