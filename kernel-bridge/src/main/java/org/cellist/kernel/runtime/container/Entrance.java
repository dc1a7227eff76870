package org.cellist.kernel.runtime.container;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.host.WslDistribution;

/// The programs by which containers and distributions are entered, as commands of this machine. No
/// shell of this machine reads them.
///
/// Immutable.
record Entrance(Host here) {

    private static final String WSL = "wsl.exe";
    private static final String SHELL = "sh";

    /// Returns a command that lists the containers of an engine, also those that do not run; empty
    /// where it is not installed.
    Optional<List<String>> listing(Container.Engine engine) {
        var format =
                switch (engine) {
                    case DOCKER -> "{{json .}}";
                    case PODMAN -> "json";
                };
        return program(engine.program())
                .map(it -> List.of(it, "ps", "--all", "--no-trunc", "--format", format));
    }

    /// Returns a command that lists the distributions; empty where there is no WSL.
    Optional<List<String>> listing() {
        return here.os() == Host.Os.WINDOWS
                ? program(WSL).map(it -> List.of(it, "--list", "--verbose"))
                : Optional.empty();
    }

    /// Returns a command that runs a script in there with `sh`; empty where what would do it is not
    /// installed.
    Optional<List<String>> script(HostAddress host, String script) {
        return enter(host, List.of("-i"), SHELL, "-c", script);
    }

    /// Returns a command that does so in a terminal.
    ///
    /// @param type of the terminal
    Optional<List<String>> terminal(HostAddress host, String type, String script) {
        var options = List.of("-i", "-t", "-e", "TERM=" + type, "-e", "COLORTERM=truecolor");
        return enter(host, options, SHELL, "-c", script);
    }

    private Optional<List<String>> enter(
            HostAddress host, List<String> options, String... command) {
        return switch (host) {
            case Container(var engine, var name) ->
                    program(engine.program())
                            .map(
                                    it ->
                                            joined(
                                                    List.of(it, "exec"),
                                                    options,
                                                    List.of(name),
                                                    command));
            case WslDistribution(var name) ->
                    program(WSL)
                            .map(it -> joined(List.of(it, "-d", name, "-e"), List.of(), command));
            case SshHost _ -> Optional.empty(); // nothing of this machine leads there
        };
    }

    private static List<String> joined(List<String> program, List<String> more, String... rest) {
        return joined(program, more, List.of(), rest);
    }

    private static List<String> joined(
            List<String> program, List<String> options, List<String> name, String... rest) {
        return Stream.of(program, options, name, List.of(rest)).flatMap(List::stream).toList();
    }

    /// A desktop session's PATH has not all of them.
    private Optional<String> program(String name) {
        var places =
                switch (here.os()) {
                    case WINDOWS ->
                            List.of(
                                    here.system("Windows/System32"),
                                    here.system("Program Files/Docker/Docker/resources/bin"));
                    case MACOS ->
                            List.of(
                                    here.system("usr/local/bin"),
                                    here.system("opt/homebrew/bin"),
                                    here.system("opt/podman/bin"));
                    case LINUX -> List.of(here.system("usr/bin"), here.system("usr/local/bin"));
                };
        return here.program(name.toLowerCase(Locale.ROOT), List.of())
                .or(() -> here.program(name, places))
                .map(Object::toString);
    }

    /// Returns what runs a command with this machine's variables.
    ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).directory(here.root().toFile());
        builder.environment().clear();
        builder.environment().putAll(here.env());
        return builder;
    }
}
