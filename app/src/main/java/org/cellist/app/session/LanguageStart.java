package org.cellist.app.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.cellist.app.language.LanguageState;
import org.cellist.app.language.NotebookLanguage;
import org.cellist.kernel.runtime.Kernelspec;
import org.jspecify.annotations.Nullable;

/// Lets a notebook's language server follow its kernel: the one that is chosen, or that the
/// notebook names while none is.
///
/// Confined to the notebook's owner.
final class LanguageStart implements SessionListener {

    /// So long a notebook that was opened has the machine for itself.
    static final Duration PAUSE = Duration.ofMillis(1500);

    private final NotebookSession session;
    private final NotebookLanguage language;
    private @Nullable Kernelspec followed;

    LanguageStart(NotebookSession session, NotebookLanguage language) {
        this.session = session;
        this.language = language;
    }

    /// Returns what a server knows of a notebook or a script, once there is one.
    static NotebookLanguage language(
            NotebookSession session, NotebookSession.Services services, Owner owner) {
        var around =
                new NotebookLanguage.Surroundings(
                        services.servers().found(), owner.thread(), services.timer());
        var language =
                session.file().plain() == null
                        ? new NotebookLanguage(session.store(), around)
                        : NotebookLanguage.ofScript(session.store(), around, services.servers());
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
        followed = kernelspec;
        var path = session.file().path();
        var name = path == null ? null : path.getFileName();
        var folder = KernelPlace.of(path).folder();
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

    /// The server of a notebook goes on with the name and the folder that it knows. A script under
    /// another name is another module, to those beside it too.
    @Override
    public void saveStateChanged(SaveState state) {
        boolean isScript = session.file().plain() != null;
        if (isScript && followed != null && state instanceof SaveState.Saved) {
            follow(followed);
        }
    }
}
