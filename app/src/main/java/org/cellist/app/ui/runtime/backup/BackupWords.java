package org.cellist.app.ui.runtime.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cellist.app.environment.installed.EnvironmentBackup;
import org.cellist.app.environment.installed.InstalledPackages;
import org.cellist.app.environment.installed.PackageComparison;
import org.cellist.app.environment.packages.PackageFile.Outcome;
import org.cellist.app.environment.packages.PackageList;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.backup.PackageChoices.Look;
import org.cellist.app.ui.runtime.backup.RestorePane.From;
import org.cellist.app.ui.runtime.backup.RestorePane.Plan;
import org.jspecify.annotations.Nullable;

/// What the sheets say in a person's words.
///
/// Immutable.
final class BackupWords {

    private static final int MOST_NAMED = 8;

    private final Texts texts = Texts.of("backup");
    private final Texts environments = Texts.of("environment");

    Texts texts() {
        return texts;
    }

    /// Returns what is known of the kernel's packages, or why nothing is.
    ///
    /// @param runtime its name; empty where none is chosen
    String of(@Nullable Look look, String runtime) {
        return switch (look) {
            case null -> texts.get("looking");
            case Look.Known(var packages) ->
                    texts.get(
                            "known",
                            runtime,
                            packages.python(),
                            packages.system(),
                            packages.lines().size());
            case Look.NotRunning(boolean isStarting) ->
                    isStarting ? texts.get("starting") : texts.get("notrunning");
            case Look.Busy _ -> texts.get("busy");
            case Look.OtherLanguage(var language) -> texts.get("language", language);
            case Look.Failed(var why) -> texts.get("failed", why);
        };
    }

    /// Returns what a list of the packages cannot bring back; empty for nothing.
    String notBrought(InstalledPackages packages) {
        var lines = new ArrayList<String>();
        if (!packages.local().isEmpty()) {
            lines.add(texts.get("left.local", some(packages.local())));
        }
        if (!packages.conda().isEmpty()) {
            lines.add(texts.get("left.conda", some(packages.conda())));
        }
        return String.join("\n", lines);
    }

    /// Returns the first line of a backup's file.
    String fileAbout(EnvironmentBackup backup, String notebook, String runtime) {
        return texts.get("file.about", notebook, String.valueOf(backup.made()), runtime)
                .replaceAll("\\p{Cntrl}+", " ");
    }

    /// Returns the comment above the code that installs packages.
    String codeAbout(String notebook) {
        return texts.get("code.about", notebook);
    }

    String of(From from) {
        return switch (from) {
            case From.Notebook(var backup) ->
                    backup.made() == null
                            ? texts.get("from.notebook")
                            : texts.get("from.notebook.day", backup.made().toString());
            case From.File(var file) -> name(file);
        };
    }

    /// Returns what putting a list back would change, or why that is not known.
    String of(Plan plan, String runtime) {
        return switch (plan) {
            case Plan.Nothing _ -> texts.get("none");
            case Plan.Reading _ -> texts.get("looking");
            case Plan.Refused(var outcome) -> refused(outcome);
            case Plan.Listed(var list, var look) ->
                    texts.get("listed", packages(list)) + "\n" + of(look, runtime);
            case Plan.Compared(_, var comparison, _, _) -> compared(comparison, runtime);
        };
    }

    private static int packages(PackageList list) {
        return (int)
                list.lines().stream()
                        .filter(it -> !it.startsWith("-") && !it.startsWith("#"))
                        .count();
    }

    private String refused(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Read _ -> "";
            case Outcome.Unreadable(var file) -> environments.get("file.unreadable", name(file));
            case Outcome.NotUnderstood(var file, var why) ->
                    environments.get("file.wrong", name(file), why.lines().findFirst().orElse(""));
            case Outcome.Empty(var file) -> environments.get("file.empty", name(file));
        };
    }

    private String compared(PackageComparison comparison, String runtime) {
        return comparison.isSame()
                ? texts.get("same", runtime, comparison.same())
                : texts.get(
                        "different",
                        runtime,
                        comparison.same(),
                        comparison.others().size(),
                        comparison.missing().size() + comparison.unclear().size());
    }

    /// Returns the lines of what differs, one package a line.
    String differences(PackageComparison comparison) {
        var lines = new ArrayList<String>();
        comparison
                .others()
                .forEach(it -> lines.add(texts.get("other", it.name(), it.there(), it.wanted())));
        comparison.missing().forEach(it -> lines.add(texts.get("missing", it)));
        comparison.unclear().forEach(it -> lines.add(texts.get("unclear", it)));
        return String.join("\n", lines);
    }

    /// Returns what a person should know before a list is put back; empty for nothing.
    String warnings(Plan.Compared plan) {
        var lines = new ArrayList<String>();
        var wanted = plan.list().python();
        if (wanted != null && !minor(wanted).equals(minor(plan.python()))) {
            lines.add(texts.get("warn.python", wanted, plan.python()));
        }
        if (!plan.code().leftOut().isEmpty()) {
            lines.add(texts.get("warn.left", some(plan.code().leftOut())));
        }
        return String.join("\n", lines);
    }

    /// Returns the part of a version with which packages are made.
    private static String minor(String version) {
        return version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
    }

    private String some(List<String> names) {
        var first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMED
                ? first
                : environments.get("names.more", first, names.size() - MOST_NAMED);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
