package org.cellist.app.environment.packages;

import java.nio.file.Path;
import java.util.List;
import org.cellist.app.environment.packages.PackageFile.Found;
import org.cellist.app.environment.packages.PackageList.Form;
import org.cellist.app.environment.packages.PackageList.Reason;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// `pyproject.toml`: the dependencies of `[project]` (PEP 621), and as comments, for whoever wants
/// them too, its optional ones and the groups of PEP 735.
///
/// Immutable.
final class ProjectFile {

    private static final String DEPENDENCIES = "dependencies";

    private final Path file;
    private final RequirementsFile requirements;

    ProjectFile(Path file) {
        this.file = file;
        this.requirements = new RequirementsFile(file);
    }

    /// @throws IllegalArgumentException if it is no TOML
    PackageList parse(String text) {
        Nesting.check(text);
        var toml = Toml.parse(text);
        if (toml.hasErrors()) {
            throw new IllegalArgumentException(toml.errors().getFirst().toString());
        }
        var found = new Found();
        var project = table(toml, "project");
        var python = project == null ? null : project.get("requires-python");
        if (project != null) {
            takeAll(array(project, DEPENDENCIES), "", found);
            var dynamic = array(project, "dynamic");
            if (dynamic != null && dynamic.toList().contains(DEPENDENCIES)) {
                found.leave(DEPENDENCIES, Reason.UNCLEAR); // a program makes them up
            }
            takeGroups(table(project, "optional-dependencies"), found);
        }
        takeGroups(table(toml, "dependency-groups"), found);
        return new PackageList(
                file,
                Form.PROJECT,
                found.lines,
                found.leftOut,
                python instanceof String asked ? asked : null);
    }

    private void takeGroups(@Nullable TomlTable groups, Found found) {
        if (groups == null) {
            return;
        }
        for (var name : groups.keySet()) {
            if (groups.get(List.of(name)) instanceof TomlArray group) {
                found.lines.add("# [" + name.replaceAll("\\s+", " ") + "]");
                takeAll(group, "# ", found);
            }
        }
    }

    /// A group may include another, which stands among them itself.
    private void takeAll(@Nullable TomlArray array, String prefix, Found found) {
        for (int i = 0; array != null && i < array.size(); i++) {
            if (array.get(i) instanceof String entry) {
                var line = prefix + entry.replaceAll("\\s+", " ").strip();
                requirements.take(line, found);
            }
        }
    }

    private static @Nullable TomlTable table(TomlTable in, String name) {
        return in.get(name) instanceof TomlTable table ? table : null;
    }

    private static @Nullable TomlArray array(TomlTable in, String name) {
        return in.get(name) instanceof TomlArray array ? array : null;
    }
}
