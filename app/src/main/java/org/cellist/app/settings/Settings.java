package org.cellist.app.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A person's choices. Immutable.
///
/// @param window what the window shows and does unasked
/// @param look how it looks
/// @param recent the files opened and saved last, the newest first
/// @param consents what was allowed to be executed although it lies in a notebook's folder
/// @param keys which keys mean what
/// @param network how the network is reached
/// @param servers the Jupyter servers that are used
/// @param devices what notebooks compute on
/// @param colab whether Colab's runtimes are offered
public record Settings(
        WindowSettings window,
        LookSettings look,
        List<Path> recent,
        List<Path> consents,
        KeySettings keys,
        NetworkSettings network,
        ServerSettings servers,
        DeviceSettings devices,
        ColabSettings colab) {

    /// How many recent files are remembered.
    public static final int MOST_RECENT = 30;

    /// What holds before anything was chosen.
    public static final Settings DEFAULT =
            new Settings(
                    WindowSettings.DEFAULT,
                    LookSettings.DEFAULT,
                    List.of(),
                    List.of(),
                    KeySettings.DEFAULT,
                    NetworkSettings.DEFAULT,
                    ServerSettings.NONE,
                    DeviceSettings.NONE,
                    ColabSettings.OFF);

    public Settings {
        recent = recent.stream().limit(MOST_RECENT).toList();
        consents = List.copyOf(consents);
    }

    /// Returns these settings with the choices of the window.
    public Settings withWindow(WindowSettings other) {
        return new Settings(other, look, recent, consents, keys, network, servers, devices, colab);
    }

    /// Returns these settings with another look.
    public Settings withLook(LookSettings other) {
        return new Settings(
                window, other, recent, consents, keys, network, servers, devices, colab);
    }

    /// Returns these settings with other keys.
    public Settings withKeys(KeySettings other) {
        return new Settings(
                window, look, recent, consents, other, network, servers, devices, colab);
    }

    /// Returns these settings with another way to the network.
    public Settings withNetwork(NetworkSettings other) {
        return new Settings(window, look, recent, consents, keys, other, servers, devices, colab);
    }

    /// Returns these settings with other Jupyter servers.
    public Settings withServers(ServerSettings other) {
        return new Settings(window, look, recent, consents, keys, network, other, devices, colab);
    }

    /// Returns these settings with other choices of what notebooks compute on.
    public Settings withDevices(DeviceSettings other) {
        return new Settings(window, look, recent, consents, keys, network, servers, other, colab);
    }

    /// Returns these settings with another choice about Colab.
    public Settings withColab(ColabSettings other) {
        return new Settings(window, look, recent, consents, keys, network, servers, devices, other);
    }

    /// Returns these settings with a file as the most recent one.
    public Settings withRecent(Path file) {
        var files = new ArrayList<Path>();
        files.add(file);
        recent.stream().filter(each -> !each.equals(file)).forEach(files::add);
        return new Settings(window, look, files, consents, keys, network, servers, devices, colab);
    }

    public Settings withoutRecent(Path file) {
        var files = recent.stream().filter(each -> !each.equals(file)).toList();
        return new Settings(window, look, files, consents, keys, network, servers, devices, colab);
    }

    public Settings withConsent(Path path) {
        var paths = new ArrayList<>(consents);
        if (!paths.contains(path)) {
            paths.add(path);
        }
        return new Settings(window, look, recent, paths, keys, network, servers, devices, colab);
    }
}
