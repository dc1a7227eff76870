package org.cellist.kernel.runtime.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.jspecify.annotations.Nullable;

/// The environment variables of a kernel: the host's, its environment's as activation would set
/// them, the kernelspec's, and the caller's; later ones win.
///
/// conda's activation scripts (`etc/conda/activate.d`) are not run.
///
/// Immutable.
final class LaunchEnvironment {

    /// `$NAME`, `${NAME}` and `$$`, as Python's `string.Template`, which Jupyter uses.
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:(\\$)|([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)\\})");

    private final Host host;
    private final long parentProcessId;

    LaunchEnvironment(Host host, long parentProcessId) {
        this.host = host;
        this.parentProcessId = parentProcessId;
    }

    Map<String, String> of(Kernelspec kernelspec, LaunchOptions options) {
        var variables = new HashMap<>(activated(kernelspec.environment()));
        // macOS's launcher of Python sets it, and every Python started below would follow it.
        variables.remove("PYTHONEXECUTABLE");
        // Else ipykernel's debugger begins the kernel's output with a warning.
        variables.putIfAbsent("PYDEVD_DISABLE_FILE_VALIDATION", "1");
        variables.put(KernelStarter.OWNER, Long.toString(parentProcessId));
        var before = Map.copyOf(variables);
        kernelspec.file().env().forEach((name, value) -> variables.put(name, fill(value, before)));
        variables.putAll(options.env());
        return variables;
    }

    /// Returns the host's variables as an environment's activation would set them.
    ///
    /// @param environment null for none
    Map<String, String> activated(@Nullable PythonEnvironment environment) {
        var variables = new HashMap<>(host.env());
        if (environment != null) {
            activate(environment, variables);
        }
        return variables;
    }

    private void activate(PythonEnvironment environment, Map<String, String> variables) {
        // Whatever was activated when Cellist started does not reach into another environment.
        leave("VIRTUAL_ENV", variables);
        leave("CONDA_PREFIX", variables);
        variables
                .keySet()
                .removeAll(
                        List.of("PYTHONHOME", "VIRTUAL_ENV", "CONDA_PREFIX", "CONDA_DEFAULT_ENV"));
        var prefix = environment.prefix().toString();
        switch (environment.kind()) {
            case VENV -> {
                variables.put("VIRTUAL_ENV", prefix);
                putFirst(environment, variables);
            }
            case CONDA -> {
                variables.put("CONDA_PREFIX", prefix);
                variables.put("CONDA_DEFAULT_ENV", environment.name());
                putFirst(environment, variables);
            }
            case PYENV -> putFirst(environment, variables);
            // /usr/bin before /usr/local/bin would change what the system's programs mean.
            case SYSTEM -> {}
        }
    }

    /// Takes the programs of an activated environment off the PATH.
    private void leave(String prefix, Map<String, String> variables) {
        var active = variables.get(prefix);
        var path = variables.get(pathVariable(variables));
        if (active == null || active.isEmpty() || path == null) {
            return;
        }
        var programs = host.os() == Os.WINDOWS ? List.of("", "\\Scripts") : List.of("/bin");
        var gone = programs.stream().map(it -> active + it).toList();
        var rest =
                Arrays.stream(path.split(separator()))
                        .filter(it -> !gone.contains(it.replaceFirst("[/\\\\]$", "")))
                        .collect(Collectors.joining(separator()));
        variables.put(pathVariable(variables), rest);
    }

    private String separator() {
        return host.os() == Os.WINDOWS ? ";" : ":";
    }

    private void putFirst(PythonEnvironment environment, Map<String, String> variables) {
        var folders = new LinkedHashSet<String>();
        for (Path folder : environment.programFolders()) {
            folders.add(folder.toString());
        }
        var present = pathVariable(variables);
        var value = variables.getOrDefault(present, "");
        if (!value.isEmpty()) {
            folders.add(value);
        }
        variables.put(present, String.join(separator(), folders));
    }

    /// Windows spells it `Path`.
    private static String pathVariable(Map<String, String> variables) {
        return variables.keySet().stream()
                .filter(it -> it.equalsIgnoreCase("PATH"))
                .findFirst()
                .orElse("PATH");
    }

    private static String fill(String value, Map<String, String> variables) {
        return VARIABLE.matcher(value)
                .replaceAll(it -> Matcher.quoteReplacement(value(it, variables)));
    }

    private static String value(MatchResult match, Map<String, String> variables) {
        if (match.group(1) != null) {
            return "$";
        }
        var name = match.group(2) != null ? match.group(2) : match.group(3);
        return variables.getOrDefault(name, match.group());
    }
}
