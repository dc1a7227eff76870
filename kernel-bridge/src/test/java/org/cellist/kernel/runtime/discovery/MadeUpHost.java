package org.cellist.kernel.runtime.discovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cellist.kernel.runtime.discovery.Host.Os;

/// A machine whose files a test makes up below one folder. Confined to one test.
final class MadeUpHost {

    private final Path root;
    private final Os os;
    private final Map<String, String> env = new HashMap<>();

    private boolean isAdministrator;

    MadeUpHost(Os os, Path root) {
        this.os = os;
        this.root = root;
    }

    Host host() throws IOException {
        Files.createDirectories(home());
        var owner = Files.getOwner(root).getName();
        return new Host(os, root, home(), env, Set.of(owner), isAdministrator);
    }

    MadeUpHost asAdministrator() {
        isAdministrator = true;
        return this;
    }

    Path home() {
        return root.resolve("home/ada");
    }

    Path path(String path) {
        return root.resolve(path);
    }

    MadeUpHost set(String variable, Path... folders) {
        var separator = os == Os.WINDOWS ? ";" : ":";
        env.put(
                variable,
                Arrays.stream(folders).map(Path::toString).collect(Collectors.joining(separator)));
        return this;
    }

    /// Makes a program that notes every start in a file of its own name and `.ran`.
    Path program(Path path) throws IOException {
        file(path, "#!/bin/sh\necho \"$0 $*\" >> \"" + path + ".ran\"\n");
        if (!path.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + path + " executable");
        }
        return path;
    }

    Path file(Path path, String content) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content, StandardCharsets.UTF_8);
    }

    /// Makes a venv as `python -m venv` does.
    Path venv(Path prefix, String version) throws IOException {
        file(prefix.resolve("pyvenv.cfg"), "home = /usr/bin\nversion = " + version + "\n");
        program(prefix.resolve(os == Os.WINDOWS ? "Scripts/python.exe" : "bin/python3"));
        Files.createDirectories(site(prefix, version));
        return prefix;
    }

    /// Makes a conda environment.
    Path conda(Path prefix, String version) throws IOException {
        file(prefix.resolve("conda-meta/python-" + version + "-h1_0.json"), "{}");
        program(prefix.resolve(os == Os.WINDOWS ? "python.exe" : "bin/python3"));
        Files.createDirectories(site(prefix, version));
        return prefix;
    }

    void ipykernel(Path site) throws IOException {
        Files.createDirectories(site.resolve("ipykernel"));
        Files.createDirectories(site.resolve("ipykernel-6.29.5.dist-info"));
    }

    Path site(Path prefix, String version) {
        var minor = version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
        return os == Os.WINDOWS
                ? prefix.resolve("Lib/site-packages")
                : prefix.resolve("lib/python" + minor + "/site-packages");
    }

    /// Makes a kernelspec below a Jupyter data folder and returns its folder.
    Path kernelspec(Path data, String name, String json) throws IOException {
        var folder = data.resolve("kernels").resolve(name);
        file(folder.resolve("kernel.json"), json);
        return folder;
    }

    static String json(String displayName, String language, String... argv) {
        var quoted =
                Arrays.stream(argv).map(it -> '"' + it + '"').collect(Collectors.joining(", "));
        return "{\"argv\": [%s], \"display_name\": \"%s\", \"language\": \"%s\"}"
                .formatted(quoted, displayName, language);
    }
}
