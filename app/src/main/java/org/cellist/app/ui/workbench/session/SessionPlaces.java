package org.cellist.app.ui.workbench.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Executor;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.session.away.Origin;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.PlacesFiles;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.host.WslDistribution;

/// The places that a person knows, and their files.
///
/// Thread-safe, but for [#places].
final class SessionPlaces implements PlacesFiles {

    private final Desk desk;

    SessionPlaces(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Place> places() {
        return of(desk).stream().filter(SessionPlaces::hasFiles).toList();
    }

    /// What is in a container is reached with a terminal alone.
    private static boolean hasFiles(Place place) {
        return !(place instanceof Place.OnHost(var host)) || host instanceof SshHost;
    }

    /// Returns this machine, the machines over SSH, the containers that were entered and the
    /// servers.
    static List<Place> of(Desk desk) {
        var places = new ArrayList<Place>();
        places.add(new Place.Here());
        var hosts = new LinkedHashSet<HostAddress>(desk.hosts().hosts());
        hosts.stream().map(Place.OnHost::new).forEach(places::add);
        desk.servers().servers().stream().map(Place.OnServer::new).forEach(places::add);
        return places;
    }

    @Override
    public PlaceFiles at(Place place) {
        return switch (place) {
            case Place.Here _ -> desk.files().here();
            case Place.OnHost(SshHost host) -> desk.files().on(host);
            case Place.OnHost(Container _), Place.OnHost(WslDistribution _) ->
                    throw new IllegalArgumentException(place + " shows no files");
            case Place.OnServer(var server) -> desk.files().on(server);
        };
    }

    @Override
    public AwayCopies.Fetch begin(Place place, String path)
            throws FilesException, InterruptedException {
        try {
            var origin = new Origin(PlaceKeys.of(place), path);
            return desk.services().copies().begin(origin, at(place), desk.files().here());
        } catch (IOException e) {
            throw unwritten(path, e);
        }
    }

    @Override
    public void fetched(AwayCopies.Fetch fetch) throws FilesException, InterruptedException {
        try {
            desk.services().copies().fetched(fetch, desk.files().here());
        } catch (IOException e) {
            throw unwritten(fetch.copy().toString(), e);
        }
    }

    @Override
    public List<Path> unsent() throws FilesException, InterruptedException {
        try {
            return desk.services().copies().unsent(desk.files().here());
        } catch (IOException e) {
            throw unwritten("", e);
        }
    }

    private static FilesException unwritten(String path, IOException e) {
        return e instanceof FilesException known
                ? known
                : new FilesException(
                        new FilesProblem.Failed(path, String.valueOf(e.getMessage())), e);
    }

    @Override
    public Executor background() {
        return desk.background();
    }

    @Override
    public Executor fx() {
        return desk.owner().thread();
    }
}
