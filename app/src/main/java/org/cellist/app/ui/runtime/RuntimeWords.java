package org.cellist.app.ui.runtime;

import org.cellist.app.explain.HostProblemWords;
import org.cellist.app.explain.ServerProblemWords;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.colab.ColabWords;
import org.cellist.app.ui.runtime.row.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.host.WslDistribution;

/// Puts runtimes and their states into words. Immutable.
public final class RuntimeWords {

    private final Texts texts = Texts.of("runtime");
    private final ServerProblemWords problems = new ServerProblemWords();
    private final HostProblemWords hosts = new HostProblemWords();
    private final ColabWords colab = new ColabWords();

    /// The runtime's name, or that there is none.
    public String name(RuntimeState state) {
        return switch (state) {
            case RuntimeState.NotChosen _ -> texts.get("chip.choose");
            case RuntimeState.Wanted(var name) -> name;
            case RuntimeState.Missing(var kernelspec) -> texts.get("chip.missing", kernelspec);
            case RuntimeState.Ready(var name) -> name;
            case RuntimeState.Starting(var name) -> name;
            case RuntimeState.Restarting(var name) -> name;
            case RuntimeState.Idle(var name) -> name;
            case RuntimeState.Busy(var name) -> name;
            case RuntimeState.Unresponsive(var name) -> name;
            case RuntimeState.Disconnected(var name, _) -> name;
            case RuntimeState.Unheard(var name, _, _) -> name;
            case RuntimeState.Dead(var name, _) -> name;
            case RuntimeState.Failed(var name, _, _, _) -> name;
        };
    }

    /// One word for what the kernel does; empty when there is nothing to say.
    public String activity(RuntimeState state) {
        return switch (state) {
            case RuntimeState.NotChosen _, RuntimeState.Missing _ -> "";
            case RuntimeState.Wanted _ -> texts.get("state.wanted");
            case RuntimeState.Ready _ -> texts.get("state.ready");
            case RuntimeState.Starting _ -> texts.get("state.starting");
            case RuntimeState.Restarting _ -> texts.get("state.restarting");
            case RuntimeState.Idle _ -> texts.get("state.idle");
            case RuntimeState.Busy _ -> texts.get("state.busy");
            case RuntimeState.Unresponsive _ -> texts.get("state.unresponsive");
            case RuntimeState.Disconnected _ -> texts.get("state.disconnected");
            case RuntimeState.Unheard _ -> texts.get("state.unheard");
            case RuntimeState.Dead _ -> texts.get("state.dead");
            case RuntimeState.Failed _ -> texts.get("state.failed");
        };
    }

    String origin(Origin origin) {
        return switch (origin) {
            case Origin.Venv(var name) -> texts.get("origin.venv", name);
            case Origin.Conda(var name) -> texts.get("origin.conda", name);
            case Origin.Pyenv(var version) -> texts.get("origin.pyenv", version);
            case Origin.OperatingSystem _ -> texts.get("origin.system");
            case Origin.Installed(var name) -> texts.get("origin.installed", name);
            case Origin.Wanted _ -> texts.get("origin.wanted");
            case Origin.BuiltIn _ -> texts.get("origin.builtin");
            case Origin.NewKernel _ -> texts.get("origin.newkernel");
            case Origin.RunningKernel(var notebook) ->
                    notebook.isEmpty()
                            ? texts.get("origin.running")
                            : texts.get("origin.runningfor", notebook);
            case Origin.WholeServer _ -> texts.get("origin.server");
            case Origin.WholeMachine _ -> texts.get("origin.machine");
            case Origin.Nearby(Container(var engine, _)) ->
                    switch (engine) {
                        case DOCKER -> texts.get("origin.docker");
                        case PODMAN -> texts.get("origin.podman");
                    };
            case Origin.Nearby(WslDistribution _) -> texts.get("origin.wsl");
            case Origin.Nearby(SshHost _) -> texts.get("origin.machine");
            case Origin.Engine _ -> texts.get("origin.engine");
            case Origin.Account _ -> texts.get("origin.account");
            case Origin.NewMachine(_, boolean isAsked) ->
                    texts.get(isAsked ? "origin.askedmachine" : "origin.newmachine");
        };
    }

    /// Returns the heading of a place.
    String heading(Place place) {
        return switch (place) {
            case Place.ThisComputer _ -> texts.get("group.computer");
            case Place.Server(var server) -> texts.get("group.server", server.shown());
            case Place.Machine(SshHost host) -> texts.get("group.machine", host.toString());
            case Place.Machine(Container(_, var name)) -> texts.get("group.container", name);
            case Place.Machine(WslDistribution(var name)) -> texts.get("group.distribution", name);
            case Place.Containers _ -> texts.get("group.containers");
            case Place.Distributions _ -> texts.get("group.distributions");
            case Place.OnColab(var runtime) ->
                    texts.get("group.oncolab", colab.name(runtime.machine()));
            case Place.Colab _ -> texts.get("group.colab");
        };
    }

    String pill(State state) {
        return switch (state) {
            case State.Ready _ -> texts.get("pill.ready");
            case State.Attached _ -> texts.get("pill.attached");
            case State.NeedsKernel _ -> texts.get("pill.kernel");
            case State.NeedsConsent _ -> texts.get("pill.consent");
            case State.Looking _ -> texts.get("pill.looking");
            case State.Trouble(var problem) -> problems.brief(problem);
            case State.HostTrouble(var problem) -> hosts.brief(problem);
            case State.Closed _ -> texts.get("pill.closed");
            case State.OnRequest _ -> texts.get("pill.onrequest");
            case State.Unusable _ -> texts.get("pill.unusable");
        };
    }
}
