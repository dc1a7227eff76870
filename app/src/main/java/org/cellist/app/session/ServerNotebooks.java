package org.cellist.app.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;

/// Under which name a server knows a notebook that lies on this machine: that of its file and
/// a few digits that tell it from files of the same name elsewhere. A notebook that comes back
/// has the same one, and so finds its kernel.
///
/// Thread-safe.
public final class ServerNotebooks {

    private static final String UNTITLED = "Untitled.ipynb";
    private static final int DIGITS = 8;

    private ServerNotebooks() {}

    /// @param folder where a notebook lies that has no file yet
    static Notebook of(Path folder, LaunchOptions options) {
        var file = options.keptFor();
        return of(file == null || file.isEmpty() ? folder.resolve(UNTITLED) : Path.of(file));
    }

    /// @param path the notebook's file
    static Notebook of(Path path) {
        var last = path.getFileName();
        var name = last == null ? UNTITLED : last.toString();
        var stem = name.replaceFirst("\\.ipynb$", "");
        return new Notebook(stem + "-" + digits(path) + ".ipynb", name);
    }

    /// Returns the path by which a Jupyter server knows a notebook. May ask the network for the
    /// name of this machine.
    public static String onServer(Path notebook) {
        return of(notebook).path();
    }

    /// Returns the name by which a machine over SSH knows a notebook's kernel; likewise.
    public static String onHost(Path notebook) {
        return HostBridge.id(of(notebook));
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
