package org.cellist.app.ui.workbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.session.Owner;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.ui.runtime.FakeHosts;
import org.cellist.app.ui.runtime.FakeServers;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Where a notebook of another machine runs if nobody says anything.
class HomeRuntimeTest {

    private static final SshHost BOX = FakeHosts.host("ada@gpu-box");
    private static final ServerAddress LAB = FakeServers.address("https://lab.example.org/");

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final FakeHosts hosts = new FakeHosts();
    private final FakeServers servers = new FakeServers(new ServerLogin.None());

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void itsMachineHasTheKernelThatItNames() {
        hosts.known.put(BOX, new HostAnswer.Given<>(FakeHosts.LISTING));

        assertEquals(
                new KernelRuntime.OnHost(BOX, FakeHosts.PYTHON, null),
                on(new Place.OnHost(BOX), notebook("python3", "python")));
    }

    @Test
    void itsServerHasOneForItsLanguage() {
        servers.known.put(LAB, new ServerAnswer.Given<>(FakeServers.LISTING));

        assertEquals(
                new KernelRuntime.JupyterServer(LAB, new ServerKernelspec("ir", "R", "R"), null),
                on(new Place.OnServer(LAB), notebook("my-r-4.3", "R")));
        assertEquals(
                new KernelRuntime.JupyterServer(LAB, FakeServers.PYTHON, null),
                on(new Place.OnServer(LAB), NewNotebook.empty()));
    }

    @Test
    void aMachineThatHasNothingForItLeavesItToThisOne() {
        hosts.known.put(BOX, new HostAnswer.Given<>(FakeHosts.BARE));
        servers.known.put(LAB, new ServerAnswer.Given<>(FakeServers.LISTING));

        assertNull(on(new Place.OnHost(BOX), notebook("python3", "python")));
        assertNull(on(new Place.OnServer(LAB), notebook("julia-1.10", "julia")));
        assertNull(on(new Place.Here(), notebook("python3", "python")));
    }

    @Test
    void aMachineThatCannotBeAskedIsMeantAllTheSame() {
        hosts.known.put(BOX, new HostAnswer.Refused<>(new HostProblem.Asks()));
        servers.known.put(LAB, new ServerAnswer.Refused<>(new ServerProblem.LoginRefused()));

        var spec = HostKernelspec.named("ml", "ml", "python", "");
        assertEquals(
                new KernelRuntime.OnHost(BOX, spec, null),
                on(new Place.OnHost(BOX), notebook("ml", "python")));
        assertEquals(
                new KernelRuntime.JupyterServer(
                        LAB, new ServerKernelspec("ml", "ml", "python"), null),
                on(new Place.OnServer(LAB), notebook("ml", "python")));
    }

    private @Nullable KernelRuntime on(Place place, Notebook notebook) {
        try (var settings = SettingsStore.open(Path.of("unused"))) {
            var desk =
                    TestDesk.of(
                            new Owner(Runnable::run, Runnable::run),
                            timer,
                            Clock.systemUTC(),
                            settings,
                            hosts,
                            servers,
                            _ -> {
                                throw new AssertionError("no pages in this test");
                            });
            return new HomeRuntime(place, notebook, desk).get();
        }
    }

    private static Notebook notebook(String kernelspec, String language) {
        var entry =
                JsonObject.EMPTY
                        .with("name", new JsonString(kernelspec))
                        .with("language", new JsonString(language));
        return NewNotebook.empty().withMetadata(JsonObject.EMPTY.with("kernelspec", entry));
    }
}
