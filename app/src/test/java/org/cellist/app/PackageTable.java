package org.cellist.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who may import whom among our own packages; anything not listed is forbidden.
///
/// A row stands for its package and those below it; the longest row that fits a class counts. A
/// row may always use itself.
///
/// Immutable.
final class PackageTable {

    private static final String APP = "org.cellist.app";
    private static final String KERNEL = "org.cellist.kernel";

    private static final List<String> PROTOCOL = List.of("k.protocol");
    private static final List<String> WORK =
            List.of(
                    "notebook",
                    "execution",
                    "storage",
                    "environment",
                    "language",
                    "settings",
                    "network",
                    "export",
                    "explain",
                    "text",
                    "drive",
                    "colab",
                    "widgets",
                    "k",
                    "k.protocol",
                    "k.client",
                    "k.runtime");
    private static final List<String> FEATURE =
            List.of(
                    "session",
                    "execution",
                    "storage",
                    "notebook",
                    "settings",
                    "environment",
                    "export",
                    "explain",
                    "variables",
                    "snippets",
                    "language",
                    "text",
                    "k.protocol",
                    "k.runtime",
                    "ui.fx",
                    "ui.theme",
                    "ui.keys",
                    "ui.page",
                    "ui.sheet");

    private static final Map<String, List<String>> ROWS =
            Map.ofEntries(
                    Map.entry("text", List.of()),
                    Map.entry("settings", List.of("text")),
                    Map.entry("network", List.of("settings", "text")),
                    Map.entry("server", List.of("settings", "k.runtime")),
                    Map.entry(
                            "account",
                            List.of(
                                    "settings",
                                    "network",
                                    "server",
                                    "k.protocol.json",
                                    "k.runtime")),
                    Map.entry("notebook", PROTOCOL),
                    Map.entry("variables", PROTOCOL),
                    Map.entry("export", List.of("notebook", "text", "k.protocol")),
                    Map.entry(
                            "execution",
                            List.of("notebook", "text", "k.client", "k.protocol", "k.runtime")),
                    Map.entry(
                            "storage", List.of("notebook", "settings", "text", "k.protocol.json")),
                    Map.entry("language", List.of("notebook", "text", "k.runtime")),
                    Map.entry("environment", List.of("settings", "text", "k.runtime")),
                    Map.entry(
                            "environment.installed",
                            List.of("environment", "variables", "k.protocol")),
                    Map.entry("colab", colabAndWidgets()),
                    Map.entry("widgets", colabAndWidgets()),
                    Map.entry(
                            "drive", List.of("notebook", "storage", "network", "settings", "text")),
                    Map.entry("session", plus(WORK, "variables", "k.channel")),
                    Map.entry("bench", plus(WORK, "session")),
                    Map.entry("cli", plus(WORK, "session", "bench")),
                    Map.entry("explain", List.of("notebook", "storage", "text", "k.runtime")),
                    Map.entry("snippets", List.of("notebook", "storage", "k.protocol")),
                    Map.entry("ui.fx", List.of()),
                    Map.entry("ui.theme", List.of("ui.fx", "settings", "text")),
                    Map.entry("ui.keys", List.of()),
                    Map.entry(
                            "ui.page",
                            List.of("notebook.model", "text", "ui.fx", "ui.keys", "k.protocol")),
                    Map.entry("ui.sheet", List.of("ui.fx", "ui.theme", "text")),
                    Map.entry("ui.cell", plus(FEATURE, "ui.editor", "ui.output")),
                    Map.entry("ui.notebook", plus(FEATURE, "ui.cell", "ui.editor", "ui.output")),
                    Map.entry("ui.terminal", plus(FEATURE, "ui.output")),
                    Map.entry("ui.workbench", plus(FEATURE, "ui", "network")),
                    Map.entry("ui", FEATURE));

    private PackageTable() {}

    /// Returns whether a class of the first package may use one of the second. The root package,
    /// where all is wired, may use everything.
    static boolean allows(String from, String to) {
        if (from.equals(APP) || !isOurs(to)) {
            return true;
        }
        var row = row(from);
        if (row.isEmpty()) {
            return false;
        }
        boolean isInside = row(to).equals(row) && sameFeature(from, to);
        var listed = ROWS.getOrDefault(row.get(), List.of());
        return isInside || listed.stream().anyMatch(may -> fits(to, may));
    }

    /// Returns the row of a package; none is a package this table does not know.
    static Optional<String> row(String name) {
        return ROWS.keySet().stream()
                .filter(row -> fits(name, row))
                .max(Comparator.comparingInt(String::length));
    }

    /// The row `ui` stands for many features, which do not know each other.
    private static boolean sameFeature(String from, String to) {
        return !row(from).orElse("").equals("ui") || feature(from).equals(feature(to));
    }

    private static String feature(String name) {
        var below = name.substring((APP + ".ui.").length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static boolean fits(String name, String row) {
        if (row.equals("k")) {
            return name.equals(KERNEL);
        }
        var full = row.startsWith("k.") ? KERNEL + row.substring(1) : APP + "." + row;
        return name.equals(full) || name.startsWith(full + ".");
    }

    private static boolean isOurs(String name) {
        return name.startsWith(APP) || name.startsWith(KERNEL);
    }

    private static List<String> colabAndWidgets() {
        return List.of("notebook", "execution", "settings", "text", "k.client", "k.protocol");
    }

    private static List<String> plus(List<String> rows, String... more) {
        var all = new ArrayList<>(rows);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
