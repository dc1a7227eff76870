package org.cellist.kernel.runtime.local;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The environment variables of a kernel's process.
///
/// Thread-safe.
final class KernelEnvironment {

    private static final Logger LOG = LoggerFactory.getLogger(KernelEnvironment.class);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final long SHELL_PATIENCE_SECONDS = 3;

    private final Machine machine;

    KernelEnvironment(Machine machine) {
        this.machine = machine;
    }

    /// Returns the variables: this program's, the login shell's PATH where this program was
    /// started
    /// from the desktop, the environment's folder first on it, then the kernelspec's own.
    Map<String, String> of(Kernelspec spec) {
        var env = new LinkedHashMap<>(machine.env());
        var path = isStartedFromDesktop() ? loginShellPath() : Optional.<String>empty();
        path.ifPresent(found -> env.put("PATH", found));
        var interpreter = spec.interpreter();
        var bin = interpreter == null ? null : interpreter.path().getParent();
        if (bin != null && spec.source() != KernelspecSource.BUILT_IN) {
            env.merge("PATH", bin.toString(), (old, first) -> first + File.pathSeparator + old);
            var prefix = bin.getParent();
            if (prefix != null && Files.isRegularFile(prefix.resolve("pyvenv.cfg"))) {
                env.put("VIRTUAL_ENV", prefix.toString());
            } else {
                env.remove("VIRTUAL_ENV");
            }
            if (prefix != null && Files.isDirectory(prefix.resolve("conda-meta"))) {
                env.put("CONDA_PREFIX", prefix.toString());
            }
        }
        env.remove("PYTHONEXECUTABLE"); // macOS's launcher sets it, and children would follow it
        // Else ipykernel's debugger fills the start of every kernel's output with a warning.
        env.putIfAbsent("PYDEVD_DISABLE_FILE_VALIDATION", "1");
        env.put("JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
        spec.file().env().forEach((name, value) -> env.put(name, expanded(value, env)));
        return env;
    }

    /// Fills in `${NAME}`, as jupyter_client does.
    private static String expanded(String value, Map<String, String> env) {
        return VARIABLE.matcher(value)
                .replaceAll(
                        match -> Matcher.quoteReplacement(env.getOrDefault(match.group(1), "")));
    }

    /// A shell counts its depth in SHLVL; a desktop has none.
    private boolean isStartedFromDesktop() {
        return !machine.isWindows() && machine.variable("SHLVL") == null;
    }

    private Optional<String> loginShellPath() {
        var shell = machine.variable("SHELL");
        if (shell == null || !Files.isExecutable(Path.of(shell))) {
            return Optional.empty();
        }
        try {
            var process =
                    new ProcessBuilder(shell, "-l", "-c", "printf '\\n%s' \"$PATH\"")
                            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(SHELL_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var path = output.substring(output.lastIndexOf('\n') + 1);
            return path.isBlank() ? Optional.empty() : Optional.of(path);
        } catch (IOException e) {
            LOG.debug("the login shell does not answer", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
