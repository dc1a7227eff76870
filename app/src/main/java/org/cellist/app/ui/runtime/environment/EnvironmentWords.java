package org.cellist.app.ui.runtime.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.cellist.app.environment.EnvironmentOrder;
import org.cellist.app.environment.EnvironmentOrder.Maker;
import org.cellist.app.environment.InstallProblem;
import org.cellist.app.environment.Preset;
import org.cellist.app.environment.packages.PackageFile.Outcome;
import org.cellist.app.environment.packages.PackageList;
import org.cellist.app.environment.packages.PackageList.LeftOut;
import org.cellist.app.environment.packages.PackageList.Reason;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Base;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Draft;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Source;
import org.cellist.kernel.runtime.PythonEnvironment;

/// What the sheet says in a person's words.
///
/// Immutable.
final class EnvironmentWords {

    private static final int MOST_NAMED = 12;
    private static final String USUAL_PACKAGE = "python3-venv";

    private final Texts texts = Texts.of("environment");

    Texts texts() {
        return texts;
    }

    String of(Base base) {
        return switch (base) {
            case Base.Here(var python, _) ->
                    texts.get("python.here", version(python), python.interpreter().path());
            case Base.Fetched(var version) -> texts.get("python.fetched", version);
        };
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String version(PythonEnvironment python) {
        var version = python.interpreter().version();
        return version == null ? "3" : version;
    }

    String of(Preset preset) {
        return switch (preset) {
            case BASIC -> texts.get("from.basic");
            case COLAB -> texts.get("from.colab");
        };
    }

    /// Returns why nothing can be made yet; empty where something can.
    String of(Draft draft) {
        return switch (draft) {
            case Draft.Looking _, Draft.Ready _ -> "";
            case Draft.BadName _ -> texts.get("fault.name");
            case Draft.NoPython _ -> texts.get("fault.python");
            case Draft.NoVenv(var missing) -> texts.get("fault.venv", missing);
            case Draft.BadLines(var lines) -> texts.get("fault.lines", some(lines));
        };
    }

    /// Returns what the person should know about the list of packages; empty for nothing.
    String about(Source source, boolean isForConda) {
        return switch (source) {
            case Source.Nothing _ -> texts.get("about.nothing");
            case Source.OfPreset(var preset) ->
                    preset == Preset.COLAB ? texts.get("about.colab") : texts.get("about.preset");
            case Source.Reading(var file) -> texts.get("about.reading", name(file));
            case Source.Refused(_, var outcome) -> refused(outcome);
            case Source.OfFile(var list) ->
                    isForConda ? texts.get("about.conda", name(list.file())) : about(list);
        };
    }

    private String refused(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Read _ -> "";
            case Outcome.Unreadable(var file) -> texts.get("file.unreadable", name(file));
            case Outcome.NotUnderstood(var file, var why) ->
                    texts.get("file.wrong", name(file), why.lines().findFirst().orElse(""));
            case Outcome.Empty(var file) -> texts.get("file.empty", name(file));
        };
    }

    private String about(PackageList list) {
        var name = name(list.file());
        var asked = list.python() == null ? "" : texts.get("about.python", name, list.python());
        return List.of(
                        asked,
                        leftOut(list, Reason.NOT_PYTHON, "left.notpython"),
                        leftOut(list, Reason.LOCAL, "left.local"),
                        leftOut(list, Reason.UNCLEAR, "left.unclear"),
                        leftOut(list, Reason.CHANNEL, "left.channel"))
                .stream()
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String leftOut(PackageList list, Reason reason, String key) {
        var left =
                list.leftOut().stream()
                        .filter(it -> it.reason() == reason)
                        .map(LeftOut::text)
                        .toList();
        return left.isEmpty() ? "" : texts.get(key, some(left));
    }

    private String some(List<String> names) {
        var first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMED
                ? first
                : texts.get("names.more", first, names.size() - MOST_NAMED);
    }

    /// Returns what a command of an order does.
    String step(EnvironmentOrder order, int step) {
        var what = step == 0 ? first(order.maker()) : texts.get("step.packages");
        return texts.get("step", step + 1, order.commands().size(), what);
    }

    private String first(Maker maker) {
        return maker instanceof Maker.Conda ? texts.get("step.conda") : texts.get("step.make");
    }

    /// Returns what went wrong, and what to do.
    String of(InstallProblem problem) {
        var subject = problem.subject();
        boolean isNamed = !subject.isEmpty();
        return switch (problem.kind()) {
            case FOLDER_TAKEN -> texts.get("problem.taken", subject);
            case NOT_ALLOWED ->
                    isNamed
                            ? texts.get("problem.notallowed", subject)
                            : texts.get("problem.notallowed.somewhere");
            case DISK_FULL -> texts.get("problem.disk");
            case NO_VENV -> texts.get("fault.venv", USUAL_PACKAGE);
            case NO_NETWORK -> texts.get("problem.network");
            case NO_PACKAGE ->
                    isNamed
                            ? texts.get("problem.package", subject)
                            : texts.get("problem.package.some");
            case BAD_LINE -> texts.get("problem.line", subject);
            case CONFLICT -> texts.get("problem.conflict");
            case BUILD ->
                    isNamed ? texts.get("problem.build", subject) : texts.get("problem.build.some");
            case NO_FILE -> texts.get("problem.file", subject);
            case OTHER -> texts.get("problem.other");
        };
    }
}
