package org.cellist.app.ui.runtime.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.cellist.app.environment.EnvironmentOrder;
import org.cellist.app.environment.EnvironmentOrder.Maker;
import org.cellist.app.environment.packages.PackageLines;
import org.cellist.app.environment.packages.PackageList;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Base;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Means;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Draft;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Source;
import org.jspecify.annotations.Nullable;

/// Turns what a person filled in into an order, or says why it is none.
///
/// Immutable.
///
/// @param base what the environment is made of; null where nothing is here
/// @param packages one package or option of pip a line
/// @param isForConda whether conda makes it from the file as it is
record Drafting(
        Means means, Source source, @Nullable Base base, String packages, boolean isForConda) {

    /// What a system may not have in a file's name, and what a command would take as an option.
    private static final Pattern NO_NAME =
            Pattern.compile("\\s*|\\.{1,2}|[-\\s].*|.*\\s|.*[/\\\\:*?\"<>|\\p{Cntrl}].*|.{101,}");

    /// @param proposed the folder proposed for the place that is chosen
    /// @param name what a person would have it called
    Draft draft(Path proposed, String name) {
        if (source instanceof Source.Reading) {
            return new Draft.Looking();
        }
        if (NO_NAME.matcher(name).matches()) {
            return new Draft.BadName();
        }
        var folder = proposed.resolveSibling(name);
        var conda = means.conda();
        return isForConda && conda != null && source instanceof Source.OfFile(var list)
                ? ready(folder, new Maker.Conda(conda, list.file()))
                : ofPip(folder);
    }

    private Draft ofPip(Path folder) {
        var lines = PackageLines.of(packages);
        var whole = wholeFile();
        if (whole == null && !lines.faults().isEmpty()) {
            return new Draft.BadLines(lines.faults());
        }
        var arguments = whole == null ? lines.arguments() : List.of("-r", whole.file().toString());
        var uv = means.uv();
        return switch (base) {
            case null -> new Draft.NoPython(means.waysToPython());
            case Base.Here(var python, var missing) -> {
                var interpreter = python.interpreter().path();
                if (uv != null) {
                    yield ready(folder, new Maker.Uv(uv, interpreter.toString(), arguments));
                }
                yield missing == null
                        ? ready(folder, new Maker.Venv(interpreter, arguments))
                        : new Draft.NoVenv(missing);
            }
            case Base.Fetched(var version) ->
                    uv == null
                            ? new Draft.NoPython(means.waysToPython())
                            : ready(folder, new Maker.Uv(uv, version, arguments));
        };
    }

    /// Returns the list that pip reads from its file; null where it is given line by line.
    private @Nullable PackageList wholeFile() {
        return source instanceof Source.OfFile(var list)
                        && list.isWhole()
                        && list.text().equals(packages)
                ? list
                : null;
    }

    private static Draft ready(Path folder, Maker maker) {
        return new Draft.Ready(new EnvironmentOrder(folder, maker));
    }
}
