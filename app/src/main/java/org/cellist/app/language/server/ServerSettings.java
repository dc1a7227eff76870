package org.cellist.app.language.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the servers are told of how to work: errors, no style, no folder searched, and the kernel's
/// interpreter, so that none looks for one by itself.
///
/// Sources: python-lsp-server's CONFIGURATION.md; docs/configuration.md and docs/settings.md of
/// Pyright and basedpyright.
///
/// Immutable.
///
/// @param folder the notebook's, whose modules cells can import
/// @param python the kernel's interpreter; null if unknown
public record ServerSettings(Path folder, @Nullable Path python) {

    /// Plugins of python-lsp-server that look at style, or run programs of their own.
    private static final List<String> UNWANTED_PLUGINS =
            List.of(
                    "autopep8",
                    "black",
                    "flake8",
                    "mccabe",
                    "preload",
                    "pycodestyle",
                    "pydocstyle",
                    "pylint",
                    "pylsp_mypy",
                    "rope_autoimport",
                    "rope_completion",
                    "ruff",
                    "yapf");

    /// What is usual in notebooks, or cannot be known of libraries without types.
    private static final List<String> UNWANTED_RULES =
            List.of(
                    "reportMissingModuleSource",
                    "reportPrivateImportUsage",
                    "reportRedeclaration",
                    "reportSelfClsParameterName",
                    "reportTypedDictNotRequiredAccess",
                    "reportUnusedExpression",
                    "reportWildcardImportFromLibrary");

    private static final List<String> DOUBTFUL_RULES =
            List.of(
                    "reportAttributeAccessIssue",
                    "reportCallIssue",
                    "reportArgumentType",
                    "reportAssignmentType",
                    "reportIndexIssue",
                    "reportMissingImports",
                    "reportOperatorIssue",
                    "reportOptionalIterable",
                    "reportOptionalMemberAccess",
                    "reportOptionalOperand",
                    "reportOptionalSubscript",
                    "reportPossiblyUnbound");

    /// Returns all settings, as the client would have them in a file.
    public Map<String, Object> all() {
        return Map.of(
                "pylsp", Map.of("plugins", plugins()),
                "python", pythonSection(),
                "basedpyright", Map.of("analysis", analysis()));
    }

    /// Returns the settings at a path such as `python.analysis`; none where there are none.
    public Object section(@Nullable String path) {
        Object here = all();
        for (var name : path == null || path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            var next = here instanceof Map<?, ?> map ? map.get(name) : null;
            here = next == null ? Map.of() : next;
        }
        return here;
    }

    private Map<String, Object> plugins() {
        var plugins = new TreeMap<String, Object>();
        for (var plugin : UNWANTED_PLUGINS) {
            plugins.put(plugin, Map.of("enabled", false));
        }
        plugins.put("pyflakes", Map.of("enabled", true));
        plugins.put("jedi_completion", Map.of("enabled", true, "include_params", false));
        var jedi = new TreeMap<String, Object>(Map.of("extra_paths", paths()));
        if (python != null) {
            jedi.put("environment", python.toString());
        }
        plugins.put("jedi", jedi);
        plugins.put(
                "jedi_definition", Map.of("follow_imports", true, "follow_builtin_imports", true));
        return plugins;
    }

    /// Returns where modules are found besides the libraries: in the folder, and where it is a
    /// package, in the one that has the outermost package.
    private List<String> paths() {
        var outside = folder;
        while (outside != null && Files.exists(outside.resolve("__init__.py"))) {
            outside = outside.getParent();
        }
        return Stream.of(folder, outside)
                .filter(Objects::nonNull)
                .distinct()
                .map(Path::toString)
                .toList();
    }

    private Map<String, Object> pythonSection() {
        var settings = new TreeMap<String, Object>(Map.of("analysis", analysis()));
        if (python != null) {
            settings.put("pythonPath", python.toString());
        }
        return settings;
    }

    private Map<String, Object> analysis() {
        var rules =
                Stream.concat(
                                UNWANTED_RULES.stream().map(rule -> Map.entry(rule, "none")),
                                DOUBTFUL_RULES.stream().map(rule -> Map.entry(rule, "warning")))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Map.of(
                "typeCheckingMode",
                "basic",
                "diagnosticMode",
                "openFilesOnly",
                "useLibraryCodeForTypes",
                true,
                "autoSearchPaths",
                false,
                "autoImportCompletions",
                false,
                "extraPaths",
                paths(),
                "diagnosticSeverityOverrides",
                rules);
    }
}
