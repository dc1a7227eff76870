package org.cellist.kernel.runtime.ssh.openssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cellist.kernel.runtime.host.SshHost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A person's `~/.ssh/config` and the machine's, read as `ssh` reads them: the first value wins,
/// identity files add up, and other files can be included. See ssh_config(5).
///
/// Of `Match`, `all`, `host`, `originalhost` and `user` are obeyed; a block with other conditions
/// counts as one that does not match, since finding out would run programs.
///
/// Immutable.
public final class SshConfig {

    private static final Logger LOG = LoggerFactory.getLogger(SshConfig.class);
    private static final int DEEPEST_INCLUDE = 16;
    private static final long LARGEST_FILE = 1 << 20;
    private static final int SSH_PORT = 22;
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");
    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z0-9]+)(?:\\s*=\\s*|\\s+)(.*)");
    private static final Pattern SSH_W =
            Pattern.compile("(?:\\S*/)?ssh\\s+(?:-W\\s*%h:%p\\s+(\\S+)|(\\S+)\\s+-W\\s*%h:%p)\\s*");

    private static final List<String> CONDITIONS = List.of("host", "originalhost", "user");

    /// What ssh tries where nothing is said, in its order.
    private static final List<String> USUAL_KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private final Path home;
    private final String localUser;
    private final List<Line> lines;

    private SshConfig(Path home, String localUser, List<Line> lines) {
        this.home = home;
        this.localUser = localUser;
        this.lines = lines;
    }

    /// One setting. Immutable.
    private record Line(String key, List<String> words) {

        String value() {
            return words.isEmpty() ? "" : words.getFirst();
        }
    }

    /// Where a name leads to.
    ///
    /// @param keyName under which known_hosts has its key
    /// @param identities files of private keys, in the order in which they are tried
    /// @param identitiesOnly whether the agent's other keys are not tried
    /// @param jumps the machines in between, the nearest first
    /// @param knownHosts files of known keys; new ones are written to the first
    /// @param agent the agent's socket as the configuration says; empty for none; null for the
    ///     usual one
    /// @param obstacle a program that would have to be started to get there; null where none is
    ///
    /// Immutable.
    public record Target(
            String host,
            int port,
            String user,
            String keyName,
            List<Path> identities,
            boolean identitiesOnly,
            List<SshHost> jumps,
            List<Path> knownHosts,
            @Nullable String agent,
            @Nullable String obstacle) {

        public String login() {
            return user + "@" + host;
        }

        public String address() {
            return host + ":" + port;
        }
    }

    /// Reads the files as they are now. A file that cannot be read counts as empty.
    ///
    /// @param files the person's first
    public static SshConfig read(Path home, String localUser, List<Path> files) {
        var lines = new ArrayList<Line>();
        for (var file : files) {
            lines.add(new Line("match", List.of("all")));
            include(home, file, lines, 0);
        }
        return new SshConfig(home, localUser, List.copyOf(lines));
    }

    private static void include(Path home, Path file, List<Line> into, int depth) {
        try {
            if (depth > DEEPEST_INCLUDE
                    || !Files.isRegularFile(file)
                    || Files.size(file) > LARGEST_FILE) {
                return;
            }
            for (var text : Files.readAllLines(file)) {
                var line = line(text);
                if (line.isPresent() && line.get().key().equals("include")) {
                    for (var pattern : line.get().words()) {
                        includeAll(home, pattern, into, depth + 1);
                    }
                } else {
                    line.ifPresent(into::add);
                }
            }
        } catch (IOException e) {
            LOG.info("cannot read {}: {}", file, e.toString());
        }
    }

    /// The last part of a path may be a pattern.
    private static void includeAll(Path home, String pattern, List<Line> into, int depth)
            throws IOException {
        var path = expanded(home, pattern).map(it -> home.resolve(".ssh").resolve(it)).orElse(null);
        var folder = path == null ? null : path.getParent();
        var name = path == null ? null : path.getFileName();
        if (folder == null || name == null || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            var fitting =
                    files.filter(
                                    it ->
                                            HostPatterns.fit(
                                                    List.of(name.toString()),
                                                    it.getFileName().toString()))
                            .sorted()
                            .toList();
            fitting.forEach(it -> include(home, it, into, depth));
        }
    }

    private static Optional<Path> expanded(Path home, String text) {
        try {
            return Optional.of(
                    text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Optional<Line> line(String text) {
        var found = LINE.matcher(text);
        if (text.strip().startsWith("#") || !found.matches()) {
            return Optional.empty();
        }
        var key = found.group(1).toLowerCase(Locale.ROOT);
        if (key.equals("proxycommand")) {
            return Optional.of(new Line(key, List.of(found.group(2).strip())));
        }
        var words = new ArrayList<String>();
        var word = WORD.matcher(found.group(2));
        while (word.find() && !word.group().startsWith("#")) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return Optional.of(new Line(key, List.copyOf(words)));
    }

    /// Returns the hosts that have a name of their own, in the order of the file.
    public List<String> names() {
        var names = new LinkedHashSet<String>();
        for (var line : lines) {
            if (line.key().equals("host")) {
                line.words().stream()
                        .filter(it -> it.chars().noneMatch(c -> "*?!".indexOf(c) >= 0))
                        .filter(it -> SshHost.parse(it).isPresent())
                        .forEach(names::add);
            }
        }
        return List.copyOf(names);
    }

    /// Returns where a name leads to.
    public Target resolve(SshHost host) {
        var values = new Values(host);
        lines.forEach(values::read);
        return values.target();
    }

    /// Collects what is said of one host. Confined to its caller's thread.
    private final class Values {

        private final SshHost asked;
        private final Map<String, Line> first = new HashMap<>();
        private final List<String> identities = new ArrayList<>();
        private boolean applies = true;

        Values(SshHost asked) {
            this.asked = asked;
        }

        void read(Line line) {
            switch (line.key()) {
                case "host" -> applies = HostPatterns.fit(line.words(), asked.name());
                case "match" -> applies = matches(line.words());
                default -> {
                    if (applies && line.key().equals("identityfile")) {
                        identities.add(line.value());
                    } else if (applies) {
                        first.putIfAbsent(line.key(), line);
                    }
                }
            }
        }

        private boolean matches(List<String> conditions) {
            var words = conditions.iterator();
            while (words.hasNext()) {
                var word = words.next();
                boolean isNegated = word.startsWith("!");
                var what = word.substring(isNegated ? 1 : 0).toLowerCase(Locale.ROOT);
                if (!what.equals("all")
                        && (!CONDITIONS.contains(what)
                                || !words.hasNext()
                                || fits(what, words.next()) == isNegated)) {
                    return false;
                }
            }
            return true;
        }

        private boolean fits(String what, String patterns) {
            var all = List.of(patterns.split(",", -1));
            return switch (what) {
                case "host" -> HostPatterns.fit(all, host());
                case "user" -> HostPatterns.fit(all, user());
                default -> HostPatterns.fit(all, asked.name());
            };
        }

        private String value(String key) {
            var line = first.get(key);
            return line == null ? "" : line.value();
        }

        private String host() {
            var name = value("hostname");
            return name.isEmpty()
                    ? asked.name()
                    : name.replace("%h", asked.name()).replace("%%", "%");
        }

        private String user() {
            var said = asked.user();
            var configured = value("user");
            return said != null ? said : configured.isEmpty() ? localUser : configured;
        }

        private int port() {
            try {
                var configured = value("port");
                int said = configured.isEmpty() ? SSH_PORT : Integer.parseInt(configured);
                return asked.port() == 0 ? said : asked.port();
            } catch (NumberFormatException _) {
                return SSH_PORT;
            }
        }

        Target target() {
            var alias = value("hostkeyalias");
            int port = port();
            var agent = first.get("identityagent");
            var jumps = jumps();
            return new Target(
                    host(),
                    port,
                    user(),
                    alias.isEmpty() ? KnownHosts.name(host(), port) : alias,
                    identityFiles(),
                    value("identitiesonly").equalsIgnoreCase("yes"),
                    jumps,
                    knownHosts(),
                    agent == null ? null : agent(agent.value()),
                    obstacle(jumps));
        }

        private @Nullable String agent(String configured) {
            if (configured.equalsIgnoreCase("none")) {
                return "";
            }
            return configured.equals("SSH_AUTH_SOCK") ? null : tokens(configured);
        }

        private @Nullable String obstacle(List<SshHost> jumps) {
            var command = value("proxycommand");
            boolean isOne = !command.isEmpty() && !command.equalsIgnoreCase("none");
            return isOne && jumps.isEmpty() ? "ProxyCommand " + command : null;
        }

        private List<SshHost> jumps() {
            var jump = value("proxyjump");
            if (jump.isEmpty()) {
                var through = SSH_W.matcher(value("proxycommand"));
                jump =
                        through.matches()
                                ? through.group(1) == null ? through.group(2) : through.group(1)
                                : "none";
            }
            return jump.equalsIgnoreCase("none")
                    ? List.of()
                    : Stream.of(jump.split(",", -1))
                            .flatMap(it -> SshHost.parse(it).stream())
                            .toList();
        }

        private List<Path> identityFiles() {
            var names =
                    identities.isEmpty()
                            ? USUAL_KEYS.stream().map(it -> "~/.ssh/" + it).toList()
                            : identities;
            return names.stream()
                    .filter(it -> !it.equalsIgnoreCase("none"))
                    .flatMap(it -> expanded(home, tokens(it)).stream())
                    .map(home::resolve)
                    .filter(it -> Files.isReadable(it) || Files.isReadable(PublicKeys.beside(it)))
                    .distinct()
                    .toList();
        }

        private List<Path> knownHosts() {
            var own = first.get("userknownhostsfile");
            var all = new ArrayList<String>();
            all.addAll(own == null ? List.of("~/.ssh/known_hosts") : own.words());
            var global = first.get("globalknownhostsfile");
            all.addAll(global == null ? List.of("/etc/ssh/ssh_known_hosts") : global.words());
            return all.stream()
                    .filter(it -> !it.equalsIgnoreCase("none"))
                    .flatMap(it -> expanded(home, tokens(it)).stream())
                    .map(home::resolve)
                    .toList();
        }

        private String tokens(String text) {
            return text.replace("%d", home.toString())
                    .replace("%u", localUser)
                    .replace("%h", host())
                    .replace("%n", asked.name())
                    .replace("%r", user())
                    .replace("%p", Integer.toString(port()))
                    .replace("%%", "%");
        }
    }
}
