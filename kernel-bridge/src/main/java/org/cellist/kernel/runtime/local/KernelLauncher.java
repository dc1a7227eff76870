package org.cellist.kernel.runtime.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.RunningKernel;
import org.cellist.kernel.runtime.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts kernels of this machine.
///
/// Thread-safe. Blocking; call it on a virtual thread.
public final class KernelLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(KernelLauncher.class);

    /// Programs that make the kernel the leader of a new session: no Ctrl+C of our terminal
    /// reaches
    /// it, and it can be signalled with all it started. A program started by a script in the
    /// background inherits an ignored interrupt, which Python then never notices; the first one
    /// restores it.
    private static final List<List<String>> SESSION_LEADERS =
            List.of(
                    List.of(
                            "/usr/bin/perl",
                            "-e",
                            "use POSIX; $SIG{INT} = $SIG{QUIT} = 'DEFAULT'; POSIX::setsid();"
                                    + " exec {$ARGV[0]} @ARGV"),
                    List.of("/usr/bin/setsid"));

    private final Machine machine;
    private final ConsentStore consents;

    public KernelLauncher(Machine machine, ConsentStore consents) {
        this.machine = machine;
        this.consents = consents;
    }

    /// How a start ended. Immutable.
    public sealed interface StartOutcome {

        /// The process runs. Whether it answers is for the client to find out.
        record Started(RunningKernel kernel) implements StartOutcome {}

        record NotStarted(StartFailure failure) implements StartOutcome {}
    }

    /// Starts a kernel.
    ///
    /// @param workingFolder where it runs; the notebook's folder
    /// @param options what the kernel's environment gets besides
    public StartOutcome start(Kernelspec spec, Path workingFolder, LaunchOptions options) {
        var consentFor = spec.consentPath();
        if (consentFor != null && !consents.isGranted(consentFor)) {
            return notStarted(new StartFailure.ConsentNeeded(consentFor));
        }
        var env = new KernelEnvironment(machine).of(spec);
        env.putAll(options.env());
        var program = program(spec.argv().getFirst(), env);
        if (program.isEmpty()) {
            return notStarted(new StartFailure.ProgramMissing(spec.argv().getFirst()));
        }
        try {
            return start(spec, program.get(), workingFolder, env);
        } catch (IOException e) {
            LOG.info("the kernel {} cannot be started", spec.name(), e);
            return notStarted(new StartFailure.SystemRefused(String.valueOf(e.getMessage())));
        }
    }

    private static StartOutcome notStarted(StartFailure failure) {
        return new StartOutcome.NotStarted(failure);
    }

    private StartOutcome start(
            Kernelspec spec, Path program, Path workingFolder, Map<String, String> env)
            throws IOException {
        var runtimeFolder = new JupyterPaths(machine).runtimeFolder();
        var file = ConnectionFile.create(runtimeFolder, spec.name());
        var leader = sessionLeader();
        var command = new ArrayList<>(leader);
        command.add(program.toString());
        for (var argument : spec.argv().subList(1, spec.argv().size())) {
            command.add(filledIn(argument, spec, file.path()));
        }
        var builder = new ProcessBuilder(command).directory(workingFolder.toFile());
        builder.environment().clear();
        builder.environment().putAll(env);
        builder.redirectErrorStream(true);
        if (!machine.isWindows()) {
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        }
        try {
            var process = builder.start();
            boolean leadsGroup = !leader.isEmpty();
            var guard = OrphanGuard.over(leadsGroup ? -process.pid() : process.pid());
            return new StartOutcome.Started(
                    new KernelProcess(spec, process, leadsGroup, file, guard));
        } catch (IOException e) {
            Files.deleteIfExists(file.path());
            throw e;
        }
    }

    private List<String> sessionLeader() {
        if (machine.isWindows()) {
            return List.of();
        }
        return SESSION_LEADERS.stream()
                .filter(command -> Files.isExecutable(Path.of(command.getFirst())))
                .findFirst()
                .orElse(List.of());
    }

    private static String filledIn(String argument, Kernelspec spec, Path connectionFile) {
        var folder = spec.folder();
        var environment = spec.environment();
        var filled = argument.replace("{connection_file}", connectionFile.toString());
        if (folder != null) {
            filled = filled.replace("{resource_dir}", folder.toString());
        }
        return environment == null
                ? filled
                : filled.replace("{prefix}", environment.prefix().toString());
    }

    private Optional<Path> program(String name, Map<String, String> env) {
        if (name.contains("/") || name.contains("\\")) {
            return Optional.of(Path.of(name)).filter(Files::isExecutable);
        }
        var endings = machine.isWindows() ? List.of(".exe", ".cmd", ".bat") : List.of("");
        for (var folder :
                env.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1)) {
            for (var ending : endings) {
                var program = Path.of(folder.isBlank() ? "." : folder, name + ending);
                if (!folder.isBlank() && Files.isExecutable(program)) {
                    return Optional.of(program.toAbsolutePath());
                }
            }
        }
        return Optional.empty();
    }
}
