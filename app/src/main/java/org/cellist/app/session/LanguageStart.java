package org.cellist.app.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.cellist.app.language.LanguageState;
import org.cellist.app.language.NotebookLanguage;
import org.cellist.kernel.runtime.Kernelspec;

/// Lets a notebook's language server follow its kernel: the one that is chosen, or that the
/// notebook names while none is.
///
/// Confined to the notebook's owner.
final class LanguageStart implements SessionListener {

    /// So long a notebook that was opened has the machine for itself.
    static final Duration PAUSE = Duration.ofMillis(1500);

    private final NotebookSession session;
    private final NotebookLanguage language;

    LanguageStart(NotebookSession session, NotebookLanguage language) {
        this.session = session;
        this.language = language;
    }

    /// Returns what a server knows of a notebook or a script, once there is one.
    static NotebookLanguage language(
            NotebookSession session, NotebookSession.Services services, Owner owner) {
        var around =
                new NotebookLanguage.Surroundings(
                        services.servers(), owner.thread(), services.timer());
        var language =
                session.file().plain() == null
                        ? new NotebookLanguage(session.store(), around)
                        : NotebookLanguage.ofScript(session.store(), around);
        var start = new LanguageStart(session, language);
        session.addListener(start);
        start.begin(services, owner);
        return language;
    }

    /// Begins in a moment.
    private void begin(NotebookSession.Services services, Owner owner) {
        var _ =
                services.timer()
                        .schedule(
                                () -> owner.thread().execute(this::look),
                                PAUSE.toMillis(),
                                TimeUnit.MILLISECONDS);
    }

    private void look() {
        var kernel = session.kernel();
        var chosen = kernel.kernelspec();
        if (chosen != null) {
            follow(chosen);
            return;
        }
        kernel.find(
                catalog -> {
                    var wish = KernelWish.of(session.store().notebook());
                    if (kernel.kernelspec() == null) {
                        wish.from(catalog).ifPresent(this::follow);
                    }
                });
    }

    private void follow(Kernelspec kernelspec) {
        var path = session.file().path();
        var name = path == null ? null : path.getFileName();
        var folder = NotebookSession.folder(path);
        language.follow(kernelspec, folder, name == null ? "notebook" : name.toString());
    }

    @Override
    public void kernelStateChanged(KernelState state) {
        var chosen = session.kernel().kernelspec();
        if (chosen != null) {
            follow(chosen);
        }
        boolean mayRunNow =
                state instanceof KernelState.Idle
                        && language.state() instanceof LanguageState.ConsentNeeded;
        if (mayRunNow) {
            language.restart();
        }
    }

    @Override
    public void saveStateChanged(SaveState state) {
        // A server goes on with the name and the folder that it knows.
    }
}
