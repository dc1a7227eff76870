package org.cellist.kernel.runtime.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.discovery.Host.Os;

/// Wraps a kernel's command line so that the kernel cannot outlive Cellist; see
/// docs/decisions/0014.
///
/// ### How
///
/// `setsid` or perl makes a new session, so that no Ctrl+C of our terminal reaches the kernel; in
/// it a shell forks a guard and then *becomes* the kernel (`exec`), so that the process that we
/// started, its id and its exit code are the kernel's own. What a script starts in the background
/// inherits an ignored SIGINT, which Python would then never notice; perl restores it, and is asked
/// only then, since it takes 15 ms to start.
///
/// The guard is forked twice, so that the kernel does not see a child that it never started. It
/// reads the pipe whose other end only Cellist holds. Each line is the name of a signal for the
/// group. The end of the pipe means that Cellist closed it or died, even by SIGKILL: the guard
/// deletes the connection file, sends SIGTERM to the group, and a second later SIGKILL.
///
/// ### Why so
///
/// The guard is a member of the group and signals "my own group", so the id can never have passed
/// to strangers. Programs that the kernel started are in the group too, unless they left it. The
/// Java kernel does not look whether its parent lives; ipykernel does (`JPY_PARENT_PID`), but only
/// once a second and not where a process other than 1 adopts orphans. A shell is everywhere, and
/// its builtin `kill` needs no program.
///
/// ### Where not
///
/// Without perl and `setsid` the guard watches the kernel's process alone. On Windows there is no
/// guard (job objects would be needed): a kernel has `JPY_PARENT_PID`, and a closed Cellist ends
/// it.
///
/// Immutable.
final class Supervision {

    /// $1 whom to signal: `group` or `process`; $2 the connection file; the rest is the kernel.
    private static final String SCRIPT =
            """
            exec 3<&0 </dev/null
            ( (
              trap '' HUP INT QUIT TERM
              cd /
              whom=0
              [ "$1" = group ] || whom=$$
              while read -r signal; do kill -s "$signal" "$whom"; done
              rm -f "$2"
              kill -s TERM "$whom"
              sleep 1
              kill -s KILL "$whom"
            ) <&3 >/dev/null 2>&1 & )
            exec 3<&-
            shift 2
            exec "$@"
            """;

    /// The rest is a tool that talks over its standard streams, so that the guard stands between:
    /// it hands the input on, and the end of that is the end of the group a second later. Where
    /// the tool ends first, so does the group. What a tool does with every key that a person types
    /// must not take the processor from the window: it has the lower priority.
    private static final String TOOL_SCRIPT =
            """
            exec 3<&0 </dev/null
            quietly=
            if command -v nice >/dev/null; then quietly='nice -n 10'; fi
            {
              trap '' HUP INT QUIT TERM
              cat <&3
              exec >/dev/null
              sleep 1
              kill -s KILL 0
            } | {
              $quietly "$@" 3<&-
              kill -s KILL 0
            }
            """;

    private static final String PERL =
            "use POSIX (); $SIG{INT} = $SIG{QUIT} = 'DEFAULT'; POSIX::setsid(); exec {$ARGV[0]} @ARGV";

    private final List<String> newGroup;
    private final boolean guarded;

    Supervision(Host host) {
        this.guarded = host.os() != Os.WINDOWS;
        this.newGroup = guarded ? newGroup(host) : List.of();
    }

    private static List<String> newGroup(Host host) {
        var setsid = program(host, "setsid");
        var perl = program(host, "perl", "-e", PERL);
        boolean needsPerl = setsid.isEmpty() || InheritedSignals.mayBeIgnored(host);
        return needsPerl && !perl.isEmpty() ? perl : setsid;
    }

    private static List<String> program(Host host, String name, String... arguments) {
        var folders = List.of(host.system("usr/bin"), host.system("bin"));
        var command = new ArrayList<String>();
        host.program(name, folders)
                .ifPresent(
                        path -> {
                            command.add(path.toString());
                            command.addAll(List.of(arguments));
                        });
        return List.copyOf(command);
    }

    /// Returns whether the kernel obeys signals written to its guard.
    boolean isGuarded() {
        return guarded;
    }

    /// Returns the command line to start instead of a tool's. Where no group can be made the tool
    /// is on its own, and ends when it sees the end of its input.
    List<String> wrapTool(List<String> command) {
        if (newGroup.isEmpty()) {
            return command;
        }
        var wrapped = new ArrayList<>(newGroup);
        wrapped.addAll(List.of("/bin/sh", "-c", TOOL_SCRIPT, "cellist-guard"));
        wrapped.addAll(command);
        return wrapped;
    }

    /// Returns the command line that does the same in a session of its own, where one can be made.
    List<String> inNewGroup(List<String> command) {
        var wrapped = new ArrayList<>(newGroup);
        wrapped.addAll(command);
        return wrapped;
    }

    /// Returns the command line to start instead.
    List<String> wrap(List<String> command, Path connectionFile) {
        if (!guarded) {
            return command;
        }
        var wrapped = new ArrayList<>(newGroup);
        wrapped.addAll(List.of("/bin/sh", "-c", SCRIPT, "cellist-guard"));
        wrapped.add(newGroup.isEmpty() ? "process" : "group");
        wrapped.add(connectionFile.toString());
        wrapped.addAll(command);
        return wrapped;
    }
}
