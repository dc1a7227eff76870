package org.cellist.app.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.session.away.Origin;
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.files.PlacePaths;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Under which name a server knows a notebook. One that lies on this machine has that of its file
/// and a few digits that tell it from files of the same name elsewhere; a server's own file, which
/// is open here as a copy, has its path there. A notebook that comes back has the same name, and
/// so finds its kernel.
///
/// Thread-safe. Its methods block: they read what a copy is of, and may ask the network for the
/// name of this machine.
///
/// @param copies of files of other machines
public record ServerNotebooks(AwayCopies copies) {

    private static final Logger LOG = LoggerFactory.getLogger(ServerNotebooks.class);

    private static final String UNTITLED = "Untitled.ipynb";
    private static final int DIGITS = 8;

    /// Returns what a server is to call a notebook.
    ///
    /// @param folder where a notebook lies that has no file yet
    Notebook on(ServerAddress server, Path folder, LaunchOptions options) {
        return on(server, file(folder, options));
    }

    /// Returns what a server is to call a notebook.
    ///
    /// @param file its file here
    Notebook on(ServerAddress server, Path file) {
        return origin(file, Origin.place(server))
                .map(path -> new Notebook(path, PlacePaths.name(path)))
                .orElseGet(() -> of(file));
    }

    /// Returns the path by which a Jupyter server knows a notebook.
    public String onServer(ServerAddress server, Path notebook) {
        return on(server, notebook).path();
    }

    /// Returns the name by which a machine over SSH knows a notebook's kernel.
    public static String onHost(Path notebook) {
        return HostBridge.id(of(notebook));
    }

    /// Returns how a notebook's kernel is started on a machine: in the folder of its file, if that
    /// lies there.
    LaunchOptions on(HostAddress host, Path folder, LaunchOptions options) {
        return origin(file(folder, options), Origin.place(host))
                .flatMap(PlacePaths::parent)
                .map(options::inFolderThere)
                .orElse(options);
    }

    /// Returns where the file lies at that place; empty for a file of this machine or of another
    /// place.
    private Optional<String> origin(Path file, String place) {
        try {
            return copies.origin(file).filter(it -> it.place().equals(place)).map(Origin::path);
        } catch (IOException e) {
            LOG.warn("what {} is a copy of cannot be read", file, e);
            return Optional.empty();
        }
    }

    /// Returns what machines call a notebook that has no file yet, or whose file lies here.
    static Notebook of(Path folder, LaunchOptions options) {
        return of(file(folder, options));
    }

    private static Path file(Path folder, LaunchOptions options) {
        var file = options.keptFor();
        return file == null || file.isEmpty() ? folder.resolve(UNTITLED) : Path.of(file);
    }

    /// @param path the notebook's file
    static Notebook of(Path path) {
        var last = path.getFileName();
        var name = last == null ? UNTITLED : last.toString();
        var stem = name.replaceFirst("\\.ipynb$", "");
        return new Notebook(stem + "-" + digits(path) + ".ipynb", name);
    }

    private static String digits(Path path) {
        try {
            var text = machine() + "\n" + path.toAbsolutePath().normalize();
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return ""; // a machine without a name
        }
    }
}
