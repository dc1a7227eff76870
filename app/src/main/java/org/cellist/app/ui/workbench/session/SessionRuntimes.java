package org.cellist.app.ui.workbench.session;

import java.util.function.Consumer;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.ui.runtime.AllRuntimes;
import org.cellist.app.ui.runtime.HostRuntimes;
import org.cellist.app.ui.runtime.LocalRuntimes;
import org.cellist.app.ui.runtime.RuntimeChoices;
import org.cellist.app.ui.runtime.ServerRuntimes;
import org.cellist.app.ui.runtime.Wish;
import org.cellist.app.ui.runtime.colab.ColabChoices;
import org.cellist.kernel.runtime.KernelRuntime;

/// The runtimes that a session's notebook can choose from: puts together those of all places.
///
/// Confined to the JavaFX Application Thread.
final class SessionRuntimes {

    private SessionRuntimes() {}

    /// Returns them, each place not yet asked.
    static RuntimeChoices of(NotebookSession session, Desk desk) {
        var notebook = session.store().notebook();
        var runtime = session.kernel().runtime();
        var wish =
                new Wish(
                        Runtimes.name(notebook),
                        Runtimes.language(notebook),
                        runtime == null ? null : runtime.key());
        Consumer<KernelRuntime> attach = chosen -> Runtimes.attach(session, chosen, desk);
        var accelerators = new SessionAccelerators(session, desk);
        var background = desk.background();
        var fx = desk.owner().thread();
        var local =
                new LocalRuntimes(
                        desk.kernels().apply(session),
                        wish,
                        session.kernel().state() instanceof KernelState.Missing,
                        attach,
                        background,
                        fx);
        local.setAccelerators(accelerators);
        return new AllRuntimes(
                local,
                new HostRuntimes(desk.hosts(), wish.attached(), attach, background, fx),
                new ServerRuntimes(desk.servers(), wish.attached(), attach, background, fx),
                new ColabChoices(
                        desk.colab(),
                        wish.attached(),
                        AcceleratorMetadata.machine(notebook.metadata()).orElse(null),
                        (chosen, machine) -> {
                            accelerators.choose(machine);
                            attach.accept(chosen);
                        },
                        background,
                        fx));
    }
}
