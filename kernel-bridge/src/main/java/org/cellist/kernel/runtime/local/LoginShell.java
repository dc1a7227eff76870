package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.PipeThread;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the person's login shell for its PATH.
///
/// A program started from the desktop gets the PATH of the session manager, on macOS four system
/// folders: no conda, no pyenv, no `~/.local/bin`. A program started in a terminal has the right
/// PATH already, and a terminal sets TERM; so the shell is asked only where TERM is missing.
///
/// Stateless.
final class LoginShell {

    private static final Logger LOG = LoggerFactory.getLogger(LoginShell.class);
    private static final String MARK = "cellist-path:";
    private static final Pattern ANSWER = Pattern.compile(MARK + "(/[^\\n]*)");

    private LoginShell() {}

    /// Returns the variables with the login shell's PATH where Cellist came from the desktop,
    /// else as they are. Runs the shell once, interactively, since people set PATH in `.bashrc`
    /// and `.zshrc`; a shell that takes too long is killed and not believed.
    static Map<String, String> withPath(Map<String, String> variables, Os os, Duration atMost) {
        var shell = variables.get("SHELL");
        if (os == Os.WINDOWS || variables.containsKey("TERM") || shell == null) {
            return variables;
        }
        var path = ask(shell, variables, atMost);
        if (path.isEmpty()) {
            return variables;
        }
        var changed = new HashMap<>(variables);
        changed.put("PATH", path.get());
        return changed;
    }

    private static Optional<String> ask(
            String shell, Map<String, String> variables, Duration atMost) {
        if (!Path.of(shell).isAbsolute()) {
            return Optional.empty();
        }
        var ask = "command printf '\\n" + MARK + "%s\\n' \"$PATH\"";
        var builder = new ProcessBuilder(List.of(shell, "-i", "-l", "-c", ask));
        builder.directory(Path.of(System.getProperty("user.home", "/")).toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var words = new LastWords();
            var reader =
                    PipeThread.start("login-shell", () -> words.drain(process.getInputStream()));
            boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                LOG.warn("{} did not tell its PATH within {}", shell, atMost);
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            if (!ended) {
                process.destroyForcibly(); // would also close the stream of a shell that has ended
            }
            reader.join(Duration.ofSeconds(1));
            return ended ? answer(words.text()) : Optional.empty();
        } catch (IOException cause) {
            LOG.warn("cannot ask {} for its PATH: {}", shell, cause.toString());
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> answer(String words) {
        return ANSWER.matcher(words).results().map(it -> it.group(1)).findFirst();
    }
}
