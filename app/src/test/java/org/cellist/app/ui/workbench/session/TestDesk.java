package org.cellist.app.ui.workbench.session;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.cellist.app.language.LanguageServers;
import org.cellist.app.language.OpenServers;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.runtime.FakeHosts;
import org.cellist.app.ui.runtime.FakeServers;
import org.cellist.app.ui.runtime.HostSource;
import org.cellist.app.ui.runtime.ServerSource;
import org.cellist.app.ui.runtime.colab.ColabSource;
import org.cellist.app.ui.runtime.colab.FakeColabSource;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.jupyter.ServerLogin;

/// Desks without kernels of this machine and without terminals.
public final class TestDesk {

    private TestDesk() {}

    /// Returns one that knows no other machines.
    public static Desk of(
            Owner owner,
            ScheduledExecutorService timer,
            SettingsStore settings,
            Function<NotebookSession, NotebookPage> pages) {
        var servers = new FakeServers(new ServerLogin.None());
        return of(owner, timer, Clock.systemUTC(), settings, new FakeHosts(), servers, pages);
    }

    static Desk of(
            Owner owner,
            ScheduledExecutorService timer,
            Clock clock,
            SettingsStore settings,
            HostSource hosts,
            ServerSource servers,
            Function<NotebookSession, NotebookPage> pages) {
        var services =
                new NotebookSession.Services(
                        new NotebookFiles(),
                        new KernelBridge(null, ConsentStore.NOTHING),
                        timer,
                        clock,
                        null,
                        AwayCopies.NONE,
                        new OpenServers(LanguageServers.NONE));
        return new Desk(
                services,
                owner,
                task -> Thread.ofVirtual().start(task),
                settings,
                _ -> {
                    throw new AssertionError("no kernels in this test");
                },
                hosts,
                servers,
                new FakeColabSource(),
                new NoTerminals(),
                new NoFiles(),
                pages,
                _ -> {});
    }

    /// Returns the same desk with these services.
    static Desk with(Desk desk, NotebookSession.Services services) {
        return new Desk(
                services,
                desk.owner(),
                desk.background(),
                desk.settings(),
                desk.kernels(),
                desk.hosts(),
                desk.servers(),
                desk.colab(),
                desk.terminals(),
                desk.files(),
                desk.pages(),
                desk.browser());
    }

    /// Returns the same desk with that account at Colab.
    static Desk with(Desk desk, ColabSource colab) {
        return new Desk(
                desk.services(),
                desk.owner(),
                desk.background(),
                desk.settings(),
                desk.kernels(),
                desk.hosts(),
                desk.servers(),
                colab,
                desk.terminals(),
                desk.files(),
                desk.pages(),
                desk.browser());
    }

    /// Returns the same desk with these files.
    ///
    /// @param copies of files of other machines
    static Desk with(Desk desk, FileSource files, AwayCopies copies) {
        var old = desk.services();
        return new Desk(
                new NotebookSession.Services(
                        old.files(),
                        old.bridge(),
                        old.timer(),
                        old.clock(),
                        old.history(),
                        copies,
                        old.servers()),
                desk.owner(),
                desk.background(),
                desk.settings(),
                desk.kernels(),
                desk.hosts(),
                desk.servers(),
                desk.colab(),
                desk.terminals(),
                files,
                desk.pages(),
                desk.browser());
    }
}
