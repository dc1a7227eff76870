package org.cellist.kernel.runtime.ssh;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.hosted.Doors;
import org.cellist.kernel.runtime.ssh.openssh.SshConfig;

/// The machines that a person reaches over SSH: their names, the ways into them, their files.
///
/// Thread-safe.
public final class SshHosts {

    private final SshPlaces places;
    private final Doors<SshHost, SshConnection> doors;
    private final Map<SshHost, FilesDoor> files = new ConcurrentHashMap<>();

    /// Asks nobody yet.
    public SshHosts(SshPlaces places) {
        this.places = places;
        this.doors = new Doors<>((host, questions) -> SshConnection.open(places, host, questions));
    }

    /// Returns the machines that the person's configuration has a name for. Blocks for a moment.
    public List<SshHost> named() {
        return SshConfig.read(places.home(), places.user(), places.configs()).names().stream()
                .flatMap(it -> SshHost.parse(it).stream())
                .toList();
    }

    /// Returns the ways into them.
    public Doors<SshHost, ?> doors() {
        return doors;
    }

    /// Returns the files of a machine. Does not block; connects when something is asked.
    public PlaceFiles files(SshHost host) {
        var way = files.computeIfAbsent(host, it -> new FilesDoor(() -> doors.door(it)));
        return new SftpFiles(host, way);
    }
}
